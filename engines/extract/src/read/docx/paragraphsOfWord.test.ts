import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { defaultLimits, startBudget } from '../budget.ts';
import { wordPart } from '../test/sampleFiles.ts';
import { paragraphsOfWord } from './paragraphsOfWord.ts';

const budget = () => startBudget('a.docx', defaultLimits);
const read = (body: string) => paragraphsOfWord(Buffer.from(wordPart(body)), 'word/document.xml', budget());
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
const cell = (...paragraphs: readonly string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;

test('runs join into paragraphs; tabs, breaks and entities are read', async () => {
  const body = paragraph(run('增长'), run('6.2%'), '<w:r><w:tab/><w:t>A&amp;B</w:t><w:br/><w:t>二</w:t></w:r>');
  assert.deepEqual(await read(body), ['增长6.2%\tA&B\n二']);
});

test('deleted and hidden words are left out, inserted ones kept', async () => {
  const deleted = '<w:del><w:r><w:delText>5%</w:delText><w:t>5%</w:t></w:r></w:del>';
  const inserted = `<w:ins>${run('6%')}</w:ins>`;
  const moved = `<w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo>`;
  assert.deepEqual(await read(paragraph(run('增长'), deleted, inserted, moved, run('批注', '<w:vanish/>'))), [
    '增长6%新',
  ]);
  assert.deepEqual(await read(paragraph(run('显示', '<w:vanish w:val="0"/>'))), ['显示']);
});

test('field codes are left out and their results kept', async () => {
  const field = '<w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r>';
  assert.deepEqual(await read(paragraph(field, run('第3页'))), ['第3页']);
});

test('a row is one line unless a cell holds paragraphs', async () => {
  const row = `<w:tr>${cell(paragraph(run('指标')))}${cell(paragraph(run('数值')))}</w:tr>`;
  const laidOut = `<w:tr>${cell(paragraph(run('一、回顾')), paragraph(run('增长。')))}</w:tr>`;
  assert.deepEqual(await read(`<w:tbl>${row}${laidOut}</w:tbl>`), ['指标\t数值', '一、回顾', '增长。']);
});

test('a text box is read once, though Word writes it twice', async () => {
  const box = `<w:txbxContent>${paragraph(run('框内'))}</w:txbxContent>`;
  const both = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
  assert.deepEqual(await read(paragraph(`<w:r>${both}</w:r>`, run('框外'))), ['框内', '框外']);
});

test('any prefix may stand for the namespace', async () => {
  const part = wordPart(paragraph(run('正文'))).replaceAll('w:', 'ns0:');
  assert.deepEqual(await paragraphsOfWord(Buffer.from(part), 'word/document.xml', budget()), ['正文']);
});

test('markup that is cut off, bottomless or no UTF-8 is damaged', async () => {
  const damaged = (bytes: Uint8Array) =>
    assert.rejects(
      () => paragraphsOfWord(bytes, 'word/document.xml', budget()),
      (error) => isFault(error, 'extract.damaged'),
    );
  await damaged(Buffer.from(wordPart(paragraph(run('正文'))).slice(0, -20)));
  await damaged(Buffer.from(wordPart('<w:p>'.repeat(100_000))));
  await damaged(Buffer.from([0x3c, 0x77, 0x3e, 0xff, 0xff]));
});
