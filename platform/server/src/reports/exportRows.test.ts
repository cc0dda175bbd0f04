import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport, rowsAsTheyStand, type StoredReport } from '@yiwang/extract';
import { cityReportText } from '../test/cityReportText.ts';
import { exportTable } from './exportRows.ts';

const at = new Date('2026-11-20T01:00:00Z');

/** The invented report with one metric put right and one task taken out. */
function stored(): StoredReport {
  const reading = readReport(cityReportText);
  const corrections = [
    { row: 's1', fields: { metric: '生产总值', value: 861 } },
    { row: 't1', fields: null },
  ].map((one, n) => ({ ...one, id: `c${n}`, reason: '核对', by: 'account:100001', at, entry: `e${n}` }));
  const rows = rowsAsTheyStand(reading, [], corrections);
  const { title, year, length } = reading;
  return {
    id: 'r1',
    title,
    year,
    file: 'report.txt',
    format: 'txt',
    encoding: 'utf-8',
    length,
    hash: '0',
    milliseconds: 1,
    addedAt: at,
    addedBy: 'account:100001',
    counts: rows.counts,
    text: cityReportText,
    sections: reading.sections.map((section) => ({ ...section, topic: 'economy' as const })),
    rows,
    corrections,
  };
}

const rowOf = (id: string) => {
  const { heads, rows } = exportTable(stored(), 'en');
  const cells = rows.find(([first]) => first === id) ?? [];
  return (head: string) => cells[heads.indexOf(head)];
};

test('a corrected row goes out with the machine’s reading, who put it right, when and why', () => {
  const cell = rowOf('s1');
  assert.deepEqual([cell('value'), cell('metric, task or name'), cell('comparator')], [861, '生产总值', 'is']);
  assert.match(String(cell('machine’s reading')), /地区生产总值 · is 860亿元/);
  assert.deepEqual(
    [cell('corrected by'), cell('corrected at'), cell('reason')],
    ['account:100001', '2026-11-20T01:00:00.000Z', '核对'],
  );
});

test('a row that was taken out is still told, as taken out', () => {
  assert.deepEqual([rowOf('t1')('taken out'), rowOf('t1')('reason')], ['yes', '核对']);
});

test('a row that nobody touched has nothing of a correction, and tells its field', () => {
  const cell = rowOf('s2');
  assert.deepEqual([cell('corrected by'), cell('taken out'), cell('field')], [null, null, 'Economy']);
});
