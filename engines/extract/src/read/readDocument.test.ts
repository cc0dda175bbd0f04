import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isFault } from '@yiwang/faults';
import { readDocument } from './readDocument.ts';
import { fixture, sampleDocx, sampleHtml } from './test/sampleFiles.ts';
import { sampleText } from './test/sampleReport.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function refused(bytes: Uint8Array, code: string, name = 'report.txt', limits = {}) {
  await assert.rejects(
    () => readDocument(bytes, { name, limits }),
    (error) => isFault(error, `extract.${code}`) || assert.fail(`${String(error)} instead of ${code}`),
  );
}

test('one report reads the same out of text, Word, a web page and PDF', async () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'report.txt': utf8(sampleText),
    'report.docx': sampleDocx(),
    'report.html': utf8(sampleHtml()),
    'report.pdf': fixture('report.pdf'),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const source = await readDocument(bytes, { name });
    assert.equal(source.text, sampleText, name);
    assert.equal(source.format, name.split('.')[1]);
    assert.equal(source.hash, createHash('sha256').update(sampleText).digest('hex'));
  }
});

test('the content tells the format, whatever the name says', async () => {
  for (const name of ['report.doc', 'report.txt', 'report']) {
    assert.equal((await readDocument(sampleDocx(), { name })).format, 'docx');
    assert.equal((await readDocument(fixture('report.pdf'), { name })).format, 'pdf');
    assert.equal((await readDocument(utf8(sampleHtml()), { name })).format, 'html');
  }
  assert.equal((await readDocument(utf8(sampleText), { name: 'report.pdf' })).format, 'txt');
});

test('the source report comes out as its file holds it', async (t) => {
  const file = new URL('../../../../../shared/reports/hangzhou-2022.txt', import.meta.url);
  if (!existsSync(file)) return t.skip('../shared is absent');
  const bytes = readFileSync(file);
  const source = await readDocument(bytes, { name: 'hangzhou-2022.txt' });
  assert.equal(source.text, bytes.toString('utf8'));
  assert.equal(source.hash, createHash('sha256').update(bytes).digest('hex'));
});

test('a file that is no report is refused by what it is', async () => {
  await refused(new Uint8Array(), 'empty');
  await refused(utf8(' \n　\n'), 'empty');
  await refused(Buffer.from('89504e470d0a1a0a0000', 'hex'), 'picture');
  await refused(utf8('{\\rtf1\\ansi 报告}'), 'oldWord');
  await refused(Buffer.from('526172211a0700', 'hex'), 'archive');
  await refused(Buffer.from('7f454c46020101', 'hex'), 'unknownFormat');
  await refused(
    Uint8Array.from({ length: 9000 }, (_, index) => (index * index * 31) % 256),
    'unknownFormat',
  );
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const stream = (name: string) => Buffer.concat([compound, Buffer.alloc(512), Buffer.from(name, 'utf16le')]);
  await refused(stream('WordDocument'), 'oldWord');
  await refused(stream('Workbook'), 'spreadsheet');
  await refused(stream('PowerPoint Document'), 'slides');
  await refused(stream('EncryptedPackage'), 'encrypted');
});

test('a PDF without text and one with a password are told apart', async () => {
  await refused(fixture('scan.pdf'), 'noText');
  await refused(fixture('encrypted.pdf'), 'encrypted');
  await refused(fixture('report.pdf').subarray(0, 30_000), 'damaged');
});

test('noise and other languages are refused', async () => {
  await refused(utf8('QmFzZTY0IGlzIG5vIHByb3Nl'.repeat(200)), 'noise');
  await refused(utf8('\u0001\u0002字\u0003\u0004'.repeat(50)), 'noise');
  await refused(utf8('The economy of the city grew by 8.5 per cent last year. '.repeat(20)), 'otherLanguage');
  await refused(utf8('市の総生産は昨年8.5パーセント増加しました。'.repeat(20)), 'otherLanguage');
  await refused(utf8('2021 8.5% 14%'), 'noText');
});

test('bytes, characters and time are bounded', async () => {
  await refused(utf8(sampleText), 'tooLarge', 'report.txt', { bytes: 100 });
  for (const bytes of [utf8(sampleText), sampleDocx(), utf8(sampleHtml()), fixture('report.pdf')])
    await refused(bytes, 'tooMuchText', 'report', { characters: 100 });
  for (const bytes of [sampleDocx(), utf8(sampleHtml()), fixture('report.pdf')])
    await refused(bytes, 'tooSlow', 'report', { milliseconds: 0 });
});
