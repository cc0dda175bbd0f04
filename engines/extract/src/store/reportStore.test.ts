import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { manualClock, uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { findEntries, ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import {
  chooseReading,
  correctRow,
  extractMigrations,
  findReports,
  getReport,
  saveReport,
  withdrawReport,
} from './index.ts';
import type { CorrectedFields } from './correction.ts';
import type { NewReport } from './saveReport.ts';
import { exampleReading, exampleReport, region } from './test/exampleReading.ts';

async function open(t: TestContext) {
  const db = await testDatabase(t, [ledgerMigrations, extractMigrations]);
  const clock = manualClock('2026-11-20T01:00:00Z');
  const save = (report: Partial<NewReport> = {}) =>
    db.transaction((tx) => saveReport(tx, clock, exampleReport(report)));
  const by = 'account:100001';
  return {
    db,
    clock,
    save,
    correct: (report: string, row: string, fields: CorrectedFields | null, who = by) =>
      db.transaction((tx) => correctRow(tx, clock, { region, report, row, fields, reason: '原文如此', by: who })),
    choose: (report: string, ambiguity: string, reading: number) =>
      db.transaction((tx) => chooseReading(tx, clock, { region, report, ambiguity, reading, by })),
    withdraw: (report: string) =>
      db.transaction((tx) => withdrawReport(tx, clock, { region, report, reason: '传错', by })),
    entries: (report: string) => findEntries(db, { region, subject: `report:${report}` }),
  };
}

const figures = { ...exampleReading, tasks: [], systems: [] };
const fault = (code: string) => (error: unknown) => isFault(error, code);

test('a report is kept with its rows in the order of the text, and the ledger has the hash of both', async (t) => {
  const { db, save, entries } = await open(t);
  const { id, outcome } = await save();
  assert.equal(outcome, 'added');
  const report = await getReport(db, region, id);
  assert.deepEqual(report.rows.statements, exampleReading.statements);
  assert.deepEqual(report.rows.tasks, exampleReading.tasks);
  assert.equal(report.text, exampleReport().text);
  const [head] = await findReports(db, region);
  assert.deepEqual([head?.id, head?.counts], [id, report.counts]);
  const [entry] = await entries(id);
  assert.deepEqual([entry?.kind, entry?.actor, entry?.body['source']], ['report.added', 'account:100001', report.hash]);
  assert.match(JSON.stringify(entry?.body['rows']), /^"[0-9a-f]{64}"$/);
});

test('the same text again is the report that is there', async (t) => {
  const { db, save, entries } = await open(t);
  const { id } = await save();
  assert.deepEqual(await save({ file: '另存.txt' }), { id, outcome: 'there' });
  assert.equal((await findReports(db, region)).length, 1);
  assert.equal((await entries(id)).length, 1);
});

test('two who drop the same text at once get one report', async (t) => {
  const { db, save } = await open(t);
  const saved = await Promise.all(Array.from({ length: 6 }, () => save()));
  assert.equal(new Set(saved.map(({ id }) => id)).size, 1);
  assert.equal(saved.filter(({ outcome }) => outcome === 'added').length, 1);
  assert.equal((await findReports(db, region)).length, 1);
});

test('a correction is kept beside the machine’s reading, and the ledger names field, old, new, who and why', async (t) => {
  const { db, save, correct, entries } = await open(t);
  const { id } = await save();
  await correct(id, 's1', { value: 2.7, kind: 'target' });
  const { rows, corrections, counts } = await getReport(db, region, id);
  assert.deepEqual([rows.statements[0]?.valueSi, rows.machine.get('s1')], [27_000, exampleReading.statements[0]]);
  assert.deepEqual([counts.facts, counts.targets], [1, 2]);
  assert.deepEqual((await findReports(db, region))[0]?.counts, counts);
  const entry = (await entries(id)).at(-1);
  assert.equal(corrections[0]?.entry, entry?.id);
  assert.deepEqual([entry?.kind, entry?.actor, entry?.reason], ['report.corrected', 'account:100001', '原文如此']);
  assert.deepEqual(entry?.body, {
    row: 's1',
    fields: {
      kind: { old: 'fact', new: 'target' },
      value: { old: 3, new: 2.7 },
      valueSi: { old: 30_000, new: 27_000 },
    },
  });
});

test('the ledger tells that a row was taken out and put back', async (t) => {
  const { save, correct, entries } = await open(t);
  const { id } = await save();
  await correct(id, 't1', null);
  await correct(id, 't1', {});
  const [, out, back] = await entries(id);
  assert.deepEqual([out?.body['taken'], back?.body['restored']], ['out', true]);
});

test('two who correct the same row at once are both kept, and one of them stands', async (t) => {
  const { db, save, correct, entries } = await open(t);
  const { id } = await save();
  const values = Array.from({ length: 10 }, (_, n) => n + 10);
  await Promise.all(values.map((value) => correct(id, 's1', { value }, `account:${100_000 + value}`)));
  const { rows, corrections } = await getReport(db, region, id);
  assert.deepEqual(
    corrections.map(({ fields }) => Number(fields?.value)).toSorted((a, b) => a - b),
    values,
  );
  assert.equal(rows.statements[0]?.value, corrections.at(-1)?.fields?.value);
  const olds = (await entries(id)).slice(1).map(({ body }) => JSON.stringify(body['fields']));
  assert.equal(new Set(olds).size, 10, 'each saw what the one before left');
});

test('what is no row or no field of it is refused and leaves nothing', async (t) => {
  const { db, save, correct, choose, entries } = await open(t);
  const { id } = await save();
  await assert.rejects(correct(id, 's99', null), fault('extract.noRow'));
  await assert.rejects(correct(id, 's1', { verb: '建' }), fault('extract.fieldNotOfRow'));
  await assert.rejects(correct(id, 'y1', { period: '2022' }), fault('extract.fieldNotOfRow'));
  await assert.rejects(choose(id, 'a9', 0), fault('extract.noAmbiguity'));
  await assert.rejects(choose(id, 'a1', 2), fault('extract.noReading'));
  await assert.rejects(correct(uuidv7(), 's1', null), fault('extract.noReport'));
  assert.deepEqual((await getReport(db, region, id)).corrections, []);
  assert.equal((await entries(id)).length, 1);
});

test('another reading is chosen, and chosen back', async (t) => {
  const { db, save, choose, entries } = await open(t);
  const { id } = await save();
  await choose(id, 'a1', 1);
  const other = await getReport(db, region, id);
  assert.deepEqual([other.rows.statements[1]?.value, other.counts.waiting], [4133, 0]);
  await choose(id, 'a1', 0);
  assert.equal((await getReport(db, region, id)).rows.statements[1]?.value, 133);
  assert.deepEqual(
    (await entries(id)).slice(1).map(({ kind, body }) => [kind, body['old'], body['new']]),
    [
      ['report.chosen', null, 1],
      ['report.chosen', 1, 0],
    ],
  );
});

test('a withdrawn report is gone with its text, stays in the ledger, and may be dropped again', async (t) => {
  const { db, save, correct, withdraw, entries } = await open(t);
  const { id } = await save();
  await correct(id, 's1', { value: 9 });
  await withdraw(id);
  await assert.rejects(getReport(db, region, id), fault('extract.noReport'));
  await assert.rejects(withdraw(id), fault('extract.noReport'));
  assert.deepEqual(await findReports(db, region), []);
  const [kept] = await db.query<{ text: string | null }>('SELECT text FROM extract.report WHERE id = $1', [id]);
  assert.equal(kept?.text, null);
  assert.equal((await entries(id)).at(-1)?.kind, 'report.withdrawn');
  const again = await save();
  assert.notEqual(again.id, id);
  assert.equal((await getReport(db, region, again.id)).rows.statements[0]?.value, 3);
});

test('the text comes to the figures that were there, and corrections stay with their rows', async (t) => {
  const { db, save, correct, choose, entries } = await open(t);
  const city = { text: null, format: 'figures', file: '', reading: figures };
  const { id } = await save(city);
  assert.deepEqual(await save(city), { id, outcome: 'there' });
  await correct(id, 's3', { value: 5 });
  await choose(id, 'a1', 1);
  const renumbered = exampleReading.statements.map((one, n) => ({ ...one, id: `s${n + 11}` }));
  const reading = { ...exampleReading, statements: renumbered, links: [] };
  assert.deepEqual(await save({ reading }), { id, outcome: 'completed' });
  const report = await getReport(db, region, id);
  assert.deepEqual([report.text, report.format], [exampleReport().text, 'txt']);
  assert.deepEqual(
    report.rows.statements.map(({ id: row, value }) => [row, value]),
    [
      ['s11', 3],
      ['s4', 4133],
      ['s13', 5],
    ],
  );
  assert.deepEqual(
    report.corrections.map(({ row }) => row),
    ['s13'],
  );
  assert.equal(report.rows.tasks.length, 1);
  assert.equal((await entries(id)).at(-1)?.kind, 'report.completed');
  assert.deepEqual(await save(city), { id, outcome: 'there' }, 'the figures never replace what the text gave');
});

test('figures that have changed are read anew, and corrections are kept', async (t) => {
  const { db, save, correct } = await open(t);
  const { id } = await save({ text: null, reading: figures });
  await correct(id, 's1', { value: 5 });
  const changed = { ...figures, statements: figures.statements.map((one) => ({ ...one, metric: `${one.metric}数` })) };
  assert.equal((await save({ text: null, reading: changed })).outcome, 'reread');
  const [first] = (await getReport(db, region, id)).rows.statements;
  assert.deepEqual([first?.metric, first?.value], ['新增岗位数', 5]);
});

test('a name that was cut within a character is stored', async (t) => {
  const { db, save } = await open(t);
  const [first] = exampleReading.statements;
  assert.ok(first);
  const { id } = await save({ reading: { ...exampleReading, statements: [{ ...first, metric: '\ud842岗位' }] } });
  assert.equal((await getReport(db, region, id)).rows.statements[0]?.metric, '\ufffd岗位');
});
