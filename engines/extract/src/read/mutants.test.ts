import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { readDocument } from './readDocument.ts';
import { drawLines, pageWithNamedFont } from './test/pdfOf.ts';
import { docxOf, fixture, sampleDocx, sampleHtml, wordParagraph, wordPart } from './test/sampleFiles.ts';
import { sampleParagraphs, sampleText } from './test/sampleReport.ts';

const soak = process.env['YIWANG_SOAK'] === '1';
/** How many mutants of each sample; a PDF costs a thread. */
const rounds = { pdf: soak ? 2000 : 12, other: soak ? 20_000 : 150 };
const mostMegabytes = 700;

/** What the checksum would catch: the markup inside, broken before it is packed. */
const markup = Buffer.from(wordPart(sampleParagraphs.map(wordParagraph).join('')));
const packed = (part: Uint8Array) => docxOf('', { 'word/document.xml': part });

const samples: Readonly<Record<string, Uint8Array>> = {
  'report.txt': Buffer.from(sampleText),
  'report-16.txt': Buffer.from(sampleText, 'utf16le'),
  'report.md': Buffer.from(`# ${sampleText.replaceAll('\n', '\n\n- **')}`),
  'report.html': Buffer.from(sampleHtml()),
  'report.docx': sampleDocx(),
  'markup.docx': markup,
  'report.pdf': fixture('report.pdf'),
  'named.pdf': pageWithNamedFont(drawLines(['65b0589e003100320033']), 'UniGB-UCS2-H'),
  'encrypted.pdf': fixture('encrypted.pdf'),
};

for (const [name, sample] of Object.entries(samples))
  test(
    `a mutant of ${name} gives a text or a fault of the catalogue`,
    { timeout: soak ? 3_600_000 : 60_000 },
    async () => {
      const random = seeded(20_220_326);
      const count = name.endsWith('.pdf') ? rounds.pdf : rounds.other;
      for (let round = 0; round < count; round += 1) {
        const broken = mutate(sample, random);
        const mutant = sample === markup ? packed(broken) : broken;
        const start = performance.now();
        try {
          const { text } = await readDocument(mutant, { name, limits: { milliseconds: 5000 } });
          assert.ok(text.length > 0);
        } catch (error) {
          assert.ok(isFault(error), `round ${round}: ${String(error)}`);
        }
        assert.ok(performance.now() - start < 10_000, `round ${round} took too long`);
      }
      assert.ok(process.resourceUsage().maxRSS < mostMegabytes * 1000);
    },
  );

/** Cuts off, flips bits, and copies a piece over another, up to eight times. */
function mutate(sample: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = Buffer.from(sample);
  for (let times = random(8) + 1; times > 0 && bytes.length > 0; times -= 1) {
    const at = random(bytes.length);
    const kind = random(8);
    if (kind === 0) bytes = bytes.subarray(0, at);
    else if (kind <= 3) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    else if (kind <= 5) bytes.copy(bytes, random(bytes.length), at, Math.min(bytes.length, at + random(200)));
    else if (kind === 6) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(random(bytes.length))]);
    else bytes[at] = random(256);
  }
  return bytes;
}

/** Mulberry32: the same mutants each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
