import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsAsTheyStand } from './rowsAsTheyStand.ts';
import { exampleReading } from './test/exampleReading.ts';

const stands = (...corrections: Parameters<typeof rowsAsTheyStand>[2]) =>
  rowsAsTheyStand(exampleReading, [], corrections);
const statement = (rows: ReturnType<typeof rowsAsTheyStand>, id: string) =>
  rows.statements.find((one) => one.id === id);

test('without choices and corrections the machine’s rows stand', () => {
  const rows = stands();
  assert.deepEqual(rows.statements, exampleReading.statements);
  assert.deepEqual(rows.links, exampleReading.links);
  assert.deepEqual(rows.counts, { facts: 2, targets: 1, tasks: 1, systems: 1, waiting: 1 });
  assert.equal(rows.machine.size, 0);
});

test('a corrected value brings its value without the multiple, and the machine’s stays beside it', () => {
  const rows = stands({ row: 's1', fields: { value: 2.7 } });
  assert.deepEqual(
    [statement(rows, 's1')?.value, statement(rows, 's1')?.valueSi, statement(rows, 's1')?.unitSi],
    [2.7, 27_000, '个'],
  );
  assert.equal(rows.machine.get('s1'), exampleReading.statements[0]);
});

test('a corrected unit changes what the value is without the multiple', () => {
  const corrected = statement(stands({ row: 's1', fields: { unit: '亿元' } }), 's1');
  assert.deepEqual([corrected?.value, corrected?.valueSi, corrected?.unitSi], [3, 300_000_000, '元']);
});

test('what the machine read of the parts of a value goes with the value', () => {
  const [first] = exampleReading.statements;
  assert.ok(first);
  const ranged = { ...exampleReading, statements: [{ ...first, range: [5, 5.5] as const, from: 1, to: 2 }] };
  const [corrected] = rowsAsTheyStand(ranged, [], [{ row: 's1', fields: { value: 5 } }]).statements;
  assert.deepEqual([corrected?.range, corrected?.from, corrected?.to], [undefined, undefined, undefined]);
  const [kept] = rowsAsTheyStand(ranged, [], [{ row: 's1', fields: { metric: '岗位' } }]).statements;
  assert.deepEqual([kept?.range, kept?.metric], [[5, 5.5], '岗位']);
});

test('corrections of one row add up, and of the same field the later one stands', () => {
  const rows = stands(
    { row: 's1', fields: { value: 5, metric: '岗位' } },
    { row: 's1', fields: { period: '2020' } },
    { row: 's1', fields: { value: 6 } },
  );
  const row = statement(rows, 's1');
  assert.deepEqual([row?.value, row?.metric, row?.period], [6, '岗位', '2020']);
});

test('a row that is taken out is gone with its links, and comes back by an empty correction', () => {
  const out = stands({ row: 's1', fields: null });
  assert.equal(statement(out, 's1'), undefined);
  assert.deepEqual(out.links, []);
  assert.equal(out.counts.facts, 1);
  assert.equal(out.machine.get('s1'), exampleReading.statements[0]);
  const back = stands({ row: 's1', fields: { value: 9 } }, { row: 's1', fields: null }, { row: 's1', fields: {} });
  assert.deepEqual(back.statements, exampleReading.statements);
  assert.deepEqual(back.links, exampleReading.links);
});

test('tasks are corrected by their own fields, systems and links are taken out', () => {
  const rows = stands(
    { row: 't1', fields: { verb: '完善', object: '示例中枢' } },
    { row: 'y1', fields: null },
    { row: 'l1', fields: null },
  );
  assert.deepEqual([rows.tasks[0]?.verb, rows.tasks[0]?.object], ['完善', '示例中枢']);
  assert.deepEqual([rows.systems, rows.links], [[], []]);
});

test('a target that is corrected to a fact is linked no more', () => {
  const rows = stands({ row: 's3', fields: { kind: 'fact' } });
  assert.deepEqual(rows.links, []);
  assert.deepEqual([rows.counts.facts, rows.counts.targets], [3, 0]);
});

test('a chosen reading replaces the statements of its place, in the order of the text', () => {
  const rows = rowsAsTheyStand(exampleReading, [{ ambiguity: 'a1', reading: 1 }], []);
  assert.deepEqual(
    rows.statements.map(({ id, value }) => [id, value]),
    [
      ['s1', 3],
      ['s4', 4133],
      ['s3', 4],
    ],
  );
  assert.deepEqual([rows.ambiguities[0]?.chosen, rows.counts.waiting], [1, 0]);
});

test('the latest choice of a place holds, and a link to a statement that vanished goes', () => {
  const linked = {
    ...exampleReading,
    links: [{ id: 'l1', fact: 's2', target: 's3', metric: '绿道', confidence: 1 }],
  };
  const choices = [{ ambiguity: 'a1', reading: 1 }];
  assert.deepEqual(rowsAsTheyStand(linked, choices, []).links, []);
  const again = rowsAsTheyStand(linked, [...choices, { ambiguity: 'a1', reading: 0 }], []);
  assert.deepEqual([again.links.length, again.ambiguities[0]?.chosen], [1, 0]);
});

test('a correction waits while its statement does not stand', () => {
  const corrections = [{ row: 's2', fields: { value: 130 } }];
  const other = rowsAsTheyStand(exampleReading, [{ ambiguity: 'a1', reading: 1 }], corrections);
  assert.deepEqual([statement(other, 's4')?.value, other.machine.size], [4133, 0]);
  const first = rowsAsTheyStand(exampleReading, [{ ambiguity: 'a1', reading: 0 }], corrections);
  assert.equal(statement(first, 's2')?.value, 130);
});
