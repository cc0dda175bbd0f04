import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeReports } from '../../dev/fakeReports.ts';
import { reportId, sampleReport } from '../../dev/fakeReport.ts';
import { filterRows, isUnder } from './filterRows.ts';
import { marksOf } from './marksOf.ts';
import { rowsOf } from './rows.ts';

const none = { kind: '', section: '', topic: '', theme: '', period: '', waiting: '', find: '' };
const rows = rowsOf(sampleReport);

test('rows are numbered by their place in the text, all kinds together', () => {
  assert.equal(rows.length, 33 + 12 + 4);
  assert.deepEqual([rows[0]?.id, rows[0]?.n, rows.at(-1)?.n], ['s1', 1, 49]);
  assert.ok(rows.every((row, index) => index === 0 || (rows[index - 1]?.start ?? 0) <= row.start));
});

test('a count of the head is the list that its link shows', () => {
  const { facts, targets, tasks, systems } = sampleReport.counts;
  const shown = (kind: string): number => filterRows(rows, { ...none, kind }).length;
  assert.deepEqual([shown('fact'), shown('target'), shown('task'), shown('system')], [facts, targets, tasks, systems]);
  assert.equal(filterRows(rows, { ...none, waiting: 'true' }).length, 2);
});

test('a section holds what stands under it, and not its namesake', () => {
  assert.ok(isUnder('一/(三)', '一') && !isUnder('一二', '一'));
  const under = filterRows(rows, { ...none, section: '三' });
  assert.ok(under.length > 10 && under.every(({ section }) => section.startsWith('三')));
});

test('filters narrow each other and the search looks into metric, value and object', () => {
  assert.equal(filterRows(rows, { ...none, kind: 'target', find: '研发' }).length, 1);
  assert.equal(filterRows(rows, { ...none, find: '4286' }).length, 1);
  assert.equal(filterRows(rows, { ...none, find: '居家养老' })[0]?.kind, 'task');
});

test('a field of government holds its rows and no others', () => {
  const found = filterRows(rows, { ...none, topic: 'environment' });
  assert.ok(found.length > 3 && found.every(({ topic }) => topic === 'environment'));
});

test('a target knows its fact', () => {
  const target = rows.find(({ id }) => id === 's19');
  assert.deepEqual(target?.is === 'statement' && target.linked, ['s7']);
});

test('what a person took out stays as a row with the reading of the machine, and may be given back', () => {
  const reports = fakeReports();
  const id = reportId(1);
  const without = reports.correct(id, { row: 's1', reason: '重复', fields: null });
  const row = rowsOf(without ?? sampleReport).find((one) => one.id === 's1');
  assert.deepEqual([row?.removed, row?.correction?.reason], [true, '重复']);
  const back = reports.correct(id, { row: 's1', reason: '撤销', fields: {} });
  assert.equal(rowsOf(back ?? sampleReport).find((one) => one.id === 's1')?.removed, false);
});

test('a corrected row has both readings', () => {
  const report = fakeReports().correct(reportId(1), { row: 's1', reason: '漏读', fields: { value: 4288 } });
  const row = rowsOf(report ?? sampleReport).find((one) => one.id === 's1');
  assert.deepEqual(row?.is === 'statement' && [row.of.value, row.machine?.value], [4288, 4286]);
});

test('each of two values that 分别 distributes is marked alone, a plain statement from its metric on', () => {
  const marks = marksOf(rows, sampleReport.sections);
  const text = sampleReport.text ?? '';
  const shown = (row: string): string => {
    const mark = marks.find((one) => one.row === row);
    return text.slice(mark?.start, mark?.end);
  };
  assert.deepEqual([shown('s5'), shown('s6'), shown('s1')], ['5.9%', '7.8%', '生产总值4286亿元']);
});
