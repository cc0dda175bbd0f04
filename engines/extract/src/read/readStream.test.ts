import { test } from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isFault } from '@yiwang/faults';
import { fileBytes } from './fileBytes.ts';
import { readDocument } from './readDocument.ts';
import { readStream, type OpenBytes } from './readStream.ts';
import { docxOf, fixture, sampleDocx, sampleHtml, wordParagraph } from './test/sampleFiles.ts';
import { sampleText } from './test/sampleReport.ts';

/** The bytes in chunks of a length that cuts characters and line ends. */
function inChunks(bytes: Uint8Array, length: number): OpenBytes {
  return async function* () {
    for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
  };
}

test('a file reads the same from a stream as whole, wherever its chunks are cut', async () => {
  const crlf = sampleText.replaceAll('\n', '\r\n');
  const files: Readonly<Record<string, Uint8Array>> = {
    'a.txt': Buffer.from(sampleText),
    'crlf.txt': Buffer.from(crlf),
    'utf16.txt': Buffer.from(`\ufeff${crlf}`, 'utf16le'),
    'a.md': Buffer.from(`# ${sampleText}`),
    'a.html': Buffer.from(sampleHtml()),
    'a.docx': sampleDocx(),
    'a.pdf': fixture('report.pdf'),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const whole = await readDocument(bytes, { name });
    for (const length of [7, 1000]) assert.deepEqual(await readStream(inChunks(bytes, length), { name }), whole, name);
  }
});

test('a file on disk is read through one buffer', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-read-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, bytes] of [
    ['long.txt', Buffer.from(sampleText.repeat(300))],
    ['report.docx', docxOf(wordParagraph(sampleText), { 'word/media/a.bin': randomBytes(200_000) })],
  ] as const) {
    writeFileSync(path.join(folder, name), bytes);
    assert.deepEqual(
      await readStream(fileBytes(path.join(folder, name)), { name }),
      await readDocument(bytes, { name }),
    );
  }
});

test('a byte that fits nowhere is told with its place, however late it comes', async () => {
  const bytes = Buffer.concat([Buffer.from(sampleText.repeat(200)), Buffer.from([0xe4, 0xb8])]);
  await assert.rejects(
    () => readStream(inChunks(bytes, 1 << 16), { name: 'report.txt' }),
    (error) =>
      isFault(error, 'extract.unknownEncoding') &&
      error.params['encoding'] === 'utf-8' &&
      Number(error.params['byte']) > 100_000,
  );
});

test('noise, another language and a text past its limits are refused', async () => {
  const refused = async (bytes: Uint8Array, code: string, limits = {}) =>
    assert.rejects(
      () => readStream(inChunks(bytes, 4096), { name: 'report.txt', limits }),
      (error) => isFault(error, code),
    );
  await refused(Buffer.from('abcdefghij'.repeat(4000)), 'extract.noise');
  await refused(Buffer.from('abcdefghij'.repeat(4000)), 'extract.noise', { characters: 100 });
  await refused(Buffer.from('The city grew again. '.repeat(2000)), 'extract.otherLanguage');
  await refused(Buffer.from(sampleText), 'extract.tooLarge', { bytes: 1000 });
  await refused(Buffer.from(sampleText), 'extract.tooMuchText', { characters: 300 });
  await refused(Buffer.alloc(0), 'extract.empty');
});
