import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { reports } from './reports.ts';

const text = `示例市政府工作报告
（2030年2月1日在示例市人民代表大会上）
一、2029年工作回顾
示例产业增加值820亿元、增长8.5%。
二、2030年主要工作
示例产业增加值增长9%以上。加快建设示例大道。
`;
const place = (words: string): { span_start: number; span_end: number } => {
  const span_start = text.indexOf(words);
  return { span_start, span_end: span_start + words.length };
};
const row = {
  metric: '示例产业增加值',
  unit_si: '%',
  comparator: 'eq',
  change: 'growth_rate',
  kind: 'fact',
  period: '2029',
};

test('an annotated report is scored level by level, with the misses by id and field; others are only counted', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-reports-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, rows: readonly object[]): void =>
    writeFileSync(path.join(folder, name), rows.map((one) => `${JSON.stringify(one)}\n`).join(''));
  writeFileSync(path.join(folder, 'example.txt'), text);
  writeFileSync(path.join(folder, 'other.txt'), text);
  write('gold-example.jsonl', [
    { ...row, id: 'q1', ...place('820亿元'), value_si: 82_000_000_000, unit_si: '元', change: 'level' },
    { ...row, id: 'q2', ...place('8.5%'), value_si: 8.5, change: 'increase' },
    { ...row, id: 'q3', ...place('9%以上'), value_si: 9, comparator: 'ge', kind: 'target', period: '2030' },
    { ...row, id: 'q4', ...place('示例大道'), value_si: 4, metric: '示例大道条数' },
  ]);
  const start = text.indexOf('加快建设');
  write('tasks-example.jsonl', [{ id: 't1', verb: '建设', object: '示例大道', start, end: start + 8 }]);
  const { lines, page } = await reports.run(folder);
  assert.ok(lines.includes('example value F1 .857 (P 1.000 R .750)'), lines.join('\n'));
  assert.ok(lines.includes('example value+unit+change F1 .571 (P .667 R .500), goal F1 ≥ .93'), lines.join('\n'));
  assert.ok(lines.some((line) => line.startsWith('example tasks F1 1.000')));
  assert.ok(!lines.some((line) => line.startsWith('other value')));
  assert.match(page, /### Statements that were missed: 1\n\n- q4 示例大道条数 4%/);
  assert.match(page, /- q2 change: increase → growth_rate\n/);
  assert.match(page, /\| other \| \d+ \| 2 \| 1 \|/);
  assert.doesNotMatch(page, /增长8\.5|加快建设示例大道/);
});
