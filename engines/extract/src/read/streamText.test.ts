import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { readDocument } from './readDocument.ts';
import { streamText, type OpenBytes } from './streamText.ts';
import { sampleDocx } from './test/sampleFiles.ts';
import { sampleParagraphs, sampleText } from './test/sampleReport.ts';

/** The bytes in chunks of a length that cuts characters and line ends. */
function inChunks(bytes: Uint8Array, length: number): OpenBytes {
  return async function* () {
    for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
  };
}

async function paragraphsOf(open: OpenBytes) {
  const streamed = await streamText(open, { name: 'report.txt' });
  return { ...streamed, paragraphs: await Array.fromAsync(streamed.paragraphs()) };
}

const utf16 = Buffer.from(`\ufeff${sampleText.replaceAll('\n', '\r\n')}`, 'utf16le');

test('a streamed text has the text, hash and length of one read whole', async () => {
  for (const bytes of [
    Buffer.from(sampleText),
    Buffer.from(sampleText.replaceAll('\n', '\r\n')),
    utf16,
    sampleDocx(),
  ]) {
    const whole = await readDocument(bytes, { name: 'report.txt' });
    const streamed = await paragraphsOf(inChunks(bytes, 7));
    assert.deepEqual(
      streamed.paragraphs.map(({ text }) => text),
      sampleParagraphs,
    );
    for (const { start, text } of streamed.paragraphs) assert.equal(whole.text.slice(start, start + text.length), text);
    assert.deepEqual(
      [streamed.hash, streamed.length, streamed.encoding],
      [whole.hash, whole.text.length, whole.encoding],
    );
  }
});

test('a text without line ends comes in parts that end with a sentence', async () => {
  const sentence = '全市生产总值增长百分之六。';
  const { paragraphs } = await paragraphsOf(inChunks(Buffer.from(sentence.repeat(50_000)), 1 << 16));
  assert.ok(paragraphs.length > 1);
  for (const { start, text } of paragraphs) {
    assert.ok(text.length <= 1 << 18 && text.endsWith('。'));
    assert.equal(start % sentence.length, 0);
  }
});

test('a byte that fits nowhere is told with its place, however late it comes', async () => {
  const bytes = Buffer.concat([Buffer.from(sampleText.repeat(200)), Buffer.from([0xe4, 0xb8])]);
  await assert.rejects(
    () => paragraphsOf(inChunks(bytes, 1 << 16)),
    (error) =>
      isFault(error, 'extract.unknownEncoding') &&
      error.params['encoding'] === 'utf-8' &&
      Number(error.params['byte']) > 100_000,
  );
});

test('noise, another language and a text past its limits are refused before a paragraph comes out', async () => {
  const refused = async (bytes: Uint8Array, code: string, limits = {}) =>
    assert.rejects(
      () => streamText(inChunks(bytes, 4096), { name: 'report.txt', limits }),
      (error) => isFault(error, code),
    );
  await refused(Buffer.from('abcdefghij'.repeat(4000)), 'extract.noise');
  await refused(Buffer.from('The city grew again. '.repeat(2000)), 'extract.otherLanguage');
  await refused(Buffer.from(sampleText), 'extract.tooLarge', { bytes: 1000 });
  await refused(Buffer.from(sampleText), 'extract.tooMuchText', { characters: 300 });
  await refused(Buffer.alloc(0), 'extract.empty');
});
