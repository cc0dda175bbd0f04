import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { seededReport } from './drive/seededReport.ts';
import { runMeasured } from './drive/runMeasured.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-any-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const fixtures = path.resolve(import.meta.dirname, '../engines/extract/src/read/test/fixtures');
const english = 'The city will build three hundred kilometres of roads, and output grew by 8.5 percent last year. ';
const large = 50_000_000;

/** Other bytes at each run: a reader that fails on some of them is found sooner or later. */
const noise = (bytes: number): Uint8Array => randomFillSync(new Uint8Array(bytes));

const wrong: readonly (readonly [what: string, file: () => string, says: RegExp])[] = [
  ['an empty file', () => fileOf('empty.txt', ''), /empty|nothing/i],
  ['blanks alone', () => fileOf('blank.txt', ' \n\u3000\n'), /empty|nothing/i],
  [
    'a program',
    () => fileOf('program.txt', Buffer.from(`\x7fELF${'\0\x01\x02'.repeat(2000)}`, 'latin1')),
    /format|read/i,
  ],
  ['an encrypted PDF', () => path.join(fixtures, 'encrypted.pdf'), /encrypted|password/i],
  ['a scan without text', () => path.join(fixtures, 'scan.pdf'), /OCR/],
  ['another language', () => fileOf('english.txt', english.repeat(200)), /language|Chinese/i],
  ['50 MB of noise', () => fileOf('noise.bin', noise(large)), /./],
  [
    '50 MB of noise that calls itself a PDF',
    () => fileOf('noise.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(large)])),
    /./,
  ],
  ['50 MB of noise as text', () => fileOf('noise.txt', Buffer.from(noise((large / 4) * 3)).toString('base64')), /./],
];

suite('./yiwang read, given', { timeout: 280_000 }, () => {
  for (const [what, file, says] of wrong) {
    test(`${what}, says what to do and ends, in bounded time and memory`, async () => {
      const { code, lines, complaint, seconds, megabytes } = await runMeasured(['read', file(), '--jsonl']);
      assert.deepEqual([code, lines], [1, 0], complaint);
      assert.match(complaint, /^yiwang: [^\n]+\n {2}[^\n]+\n {2}[^\n]+\n$/);
      assert.match(complaint, says);
      assert.ok(seconds < 60, `${seconds} s`);
      assert.ok(megabytes < 400, `${megabytes} MB`);
    });
  }

  test('a wrong file in a Chinese terminal says so in Chinese', async () => {
    const { complaint } = await runMeasured(['read', fileOf('empty.txt', '')], { LC_ALL: 'zh_CN.UTF-8' });
    assert.match(complaint, /[一-龥]{4}/);
  });

  test('a text that is too long for tables says how to have its rows', async () => {
    const file = fileOf('tables.txt', `示例市政府工作报告\n${'加快建设示例大道。\n'.repeat(250_000)}`);
    const { code, complaint } = await runMeasured(['read', file]);
    assert.equal(code, 1);
    assert.match(complaint, /--jsonl/);
  });

  const soak = process.env['YIWANG_SOAK'] === '1';
  const size = soak ? 48_000_000 : 6_000_000;
  for (const kind of soak ? ['statements', 'tasks', 'systems', 'links'] : ['statements']) {
    test(`${size / 1_000_000} MB of a report, gives its ${kind} in no more than 200 MB`, async (t) => {
      const { text } = seededReport(1, 400_000);
      const bytes = Buffer.byteLength(text);
      const file = fileOf('long.txt', text.repeat(Math.floor(size / bytes)));
      const { code, lines, megabytes, seconds, complaint } = await runMeasured([
        'read',
        file,
        '--jsonl',
        '--kind',
        kind,
      ]);
      assert.equal(code, 0, complaint);
      assert.ok(lines > 0);
      t.diagnostic(`${lines} rows, ${megabytes.toFixed(0)} MB, ${seconds.toFixed(1)} s`);
      assert.ok(megabytes <= 200, `${megabytes} MB`);
    });
  }
});
