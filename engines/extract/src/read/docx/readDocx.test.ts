import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { readDocument } from '../readDocument.ts';
import { docxOf, sampleDocx, wordParagraph, wordPart } from '../test/sampleFiles.ts';

async function refused(bytes: Uint8Array, code: string) {
  await assert.rejects(
    () => readDocument(bytes, { name: 'a.docx' }),
    (error) => isFault(error, `extract.${code}`) || assert.fail(`${String(error)} instead of ${code}`),
  );
}

test('footnotes stand after the text, without their separators', async () => {
  const separator = `<w:footnote w:type="separator" w:id="-1">${wordParagraph('分隔')}</w:footnote>`;
  const note = `<w:footnote w:id="1">${wordParagraph('注：按可比价计算。')}</w:footnote>`;
  const parts = { 'word/footnotes.xml': wordPart(separator + note, 'footnotes') };
  const { text } = await readDocument(docxOf(wordParagraph('全市生产总值增长6%。'), parts), { name: 'a.docx' });
  assert.equal(text, '全市生产总值增长6%。\n注：按可比价计算。');
});

test('other formats in a ZIP are told by their members', async () => {
  const as = (path: string) => {
    const bytes = Buffer.from(docxOf(''));
    // Names of one length, so that the directory stays as it is.
    return Buffer.from(bytes.toString('latin1').replaceAll('word/document.xml', path.padEnd(17, 'x')), 'latin1');
  };
  await refused(as('xl/workbook.xml'), 'spreadsheet');
  await refused(as('ppt/slides.xml'), 'slides');
  await refused(as('notes/readme'), 'archive');
});

test('a picture pasted into an empty document is no text', async () => {
  await refused(docxOf('<w:p><w:r><w:drawing/></w:r></w:p>'), 'noText');
});

test('a byte changed on the way is noticed, so that no wrong figure is read', async () => {
  const bytes = Buffer.from(sampleDocx());
  const at = bytes.indexOf('word/document.xml') + 60;
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  await refused(bytes, 'damaged');
  await refused(sampleDocx().subarray(0, 900), 'damaged');
});

test('a bomb is stopped while it unpacks', async () => {
  const body = `<w:p><w:r><w:t>${'增'.repeat(10_000_000)}</w:t></w:r></w:p>`;
  const start = performance.now();
  await refused(docxOf(body), 'unpacksTooLarge');
  assert.ok(performance.now() - start < 10_000);
});
