import { test } from 'node:test';
import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { isFault } from '@yiwang/faults';
import { readDocument } from '../readDocument.ts';
import { drawLines, pageWithNamedFont, pdfOf } from '../test/pdfOf.ts';

async function refused(bytes: Uint8Array, code: string, limits = {}) {
  await assert.rejects(
    () => readDocument(bytes, { name: 'a.pdf', limits }),
    (error) => isFault(error, `extract.${code}`) || assert.fail(`${String(error)} instead of ${code}`),
  );
}

const unicode = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

test('a Chinese font that is named and not embedded is read', async () => {
  const lines = ['政府工作报告。', '增长6.2%，达到1286亿元。'];
  const source = await readDocument(pageWithNamedFont(drawLines(lines.map(unicode)), 'UniGB-UCS2-H'), {
    name: 'a.pdf',
  });
  assert.equal(source.text, lines.join('\n'));
  // The same in GBK.
  const gbk = drawLines(['d5feb8aeb9a4d7f7b1a8b8e6a1a3', 'd4f6b3a4362e3225a3acb4efb5bd31323836d2dad4aaa1a3']);
  assert.equal((await readDocument(pageWithNamedFont(gbk, 'GBK-EUC-H'), { name: 'a.pdf' })).text, lines.join('\n'));
});

test('glyph numbers that nothing tells are refused rather than read wrong', async () => {
  const numbers = Array.from({ length: 30 }, (_, index) => (1000 + index * 7).toString(16).padStart(4, '0')).join('');
  await refused(pageWithNamedFont(drawLines([numbers]), 'Identity-H'), 'noise');
  await refused(pageWithNamedFont(drawLines(['b4a4b4a4b4a4b4a4b4a4b4a4b4a4']), 'ETen-B5-H'), 'damaged');
});

test('a stream that swells is stopped by the memory it takes', async () => {
  const once = deflateSync(Buffer.alloc(300_000_000, ' '), { level: 9 });
  const bytes = pageWithNamedFont(deflateSync(once, { level: 9 }), 'UniGB-UCS2-H', '/FlateDecode /FlateDecode');
  assert.ok(bytes.length < 10_000);
  await refused(bytes, 'unpacksTooLarge', { pdfMegabytes: 100 });
});

test('a page that draws without end is stopped by the time it takes', async () => {
  const content = deflateSync(Buffer.from('BT /F1 12 Tf (a) Tj ET '.repeat(4_000_000)), { level: 1 });
  const start = performance.now();
  await refused(pageWithNamedFont(content, 'UniGB-UCS2-H', '/FlateDecode'), 'tooSlow', { milliseconds: 700 });
  assert.ok(performance.now() - start < 5000);
});

test('a PDF without pages, or whose pages go round, is damaged or without text', async () => {
  const isRefused = (bytes: Uint8Array) =>
    assert.rejects(
      () => readDocument(bytes, { name: 'a.pdf' }),
      (error) => isFault(error, 'extract.damaged') || isFault(error, 'extract.noText'),
    );
  await isRefused(Buffer.from('%PDF-1.4\n%%EOF'));
  await isRefused(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']));
  await isRefused(
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 /Parent 2 0 R >>']),
  );
});
