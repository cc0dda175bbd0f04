import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import type { EntityRow } from './entityRow.ts';
import { findChanges } from './findChanges.ts';
import { getEntity } from './findEntity.ts';
import { firms, makeFirms } from './fixtures/firms.ts';
import { registerDatabase } from './fixtures/registerDatabase.ts';
import { importEntities, type ImportReport } from './importEntities.ts';
import type { Register } from './register.ts';
import { removeEntity } from './removeEntity.ts';

const clock = manualClock('2031-03-01T00:00:00Z');
const order = { actor: 'system:feed', reason: '每日更新' };

function load(db: Database, rows: Iterable<EntityRow>, register: Register = firms): Promise<ImportReport> {
  return db.transaction((tx) => importEntities(tx, clock, register, rows, order));
}

suite('an import', () => {
  test('adds what is new, changes what differs, and logs only that, with the values before', async (t) => {
    const db = await registerDatabase(t);
    const rows = makeFirms(2000);
    assert.deepEqual(await load(db, rows), { rows: 2000, added: 2000, changed: 0, same: 0, bad: 0, problems: [] });
    const first = await findChanges(db, 'firms', {});
    assert.deepEqual(
      new Set(first.changes.map(({ region, position, kind }) => `${region} ${position} ${kind}`)),
      new Set(['990101 1 loaded', '990102 1 loaded', '990103 1 loaded']),
    );
    const old = rows[10]!;
    rows[10] = { ...old, values: { ...old.values, employees: 399, research: '0.10' } };
    rows[11] = { ...rows[11]!, name: '模拟企业 改名' };
    const fresh = { ...old, code: 'F999999' };
    const report = await load(db, [...rows, fresh]);
    assert.deepEqual(report, { rows: 2001, added: 1, changed: 2, same: 1998, bad: 0, problems: [] });
    const then = await findChanges(db, 'firms', first.positions);
    assert.deepEqual(
      new Set(then.changes.map(({ kind, code, before }) => `${kind} ${code} ${before === null}`)),
      new Set(['added F999999 true', 'changed F000011 false', 'changed F000012 false']),
    );
    const { before } = then.changes.find(({ code }) => code === 'F000011')!;
    assert.equal(Number(before!['research']), Number(old.values['research']));
    assert.equal(before!['founded'], old.values['founded']);
    assert.equal((await getEntity(db, firms, old.region, old.code)).values['research'], '0.1');
    assert.equal((await load(db, rows)).same, 2000);
  });

  test('leaves bad rows out and tells line, column and why, the first of them only', async (t) => {
    const db = await registerDatabase(t);
    const rows = makeFirms(10).map((row, n) => ({ ...row, line: n + 2 }));
    const wrong = [
      { ...rows[0]!, line: 12, values: { employees: -4, founded: 'yesterday', shoes: 1 } },
      { ...rows[1]!, line: 13 },
      { ...rows[1]!, line: 14, region: '99', code: '' },
      ...Array.from({ length: 300 }, (_, n) => ({ ...rows[2]!, line: n + 20, values: { sector: 'x'.repeat(100) } })),
    ];
    const report = await load(db, [...rows, ...wrong]);
    assert.equal(report.added, 10);
    assert.equal(report.bad, 303);
    assert.equal(report.problems.length, 100);
    assert.deepEqual(
      report.problems.slice(0, 7).map(({ line, column, value }) => [line, column, value]),
      [
        [12, 'employees', '-4'],
        [12, 'founded', 'yesterday'],
        [12, 'shoes', '1'],
        [13, 'code', 'F000002'],
        [14, 'region', '99'],
        [14, 'code', ''],
        [20, 'sector', 'x'.repeat(60)],
      ],
    );
    assert.equal(report.problems[3]!.why.en, 'the code was given before in this import');
  });

  test('takes a stream of rows, and more columns than a function of PostgreSQL takes arguments', async (t) => {
    const wide: Register = {
      ...firms,
      code: 'wide',
      columns: Array.from({ length: 120 }, (_, n) => ({ ...firms.columns[0]!, name: `c'${n}` }) as const),
    };
    const db = await registerDatabase(t, wide);
    async function* rows(value: number): AsyncGenerator<EntityRow> {
      yield { region: '990101', code: 'A', name: 'A', values: { "c'0": value, "c'119": value } };
    }
    await db.transaction((tx) => importEntities(tx, clock, wide, rows(1), order));
    await db.transaction((tx) => importEntities(tx, clock, wide, rows(2), order));
    const { changes } = await findChanges(db, 'wide', { '990101': 1 });
    assert.deepEqual([changes[0]?.before?.["c'0"], changes[0]?.before?.["c'119"]], ['1', '1']);
  });

  test('of a district that was emptied says loaded again', async (t) => {
    const db = await registerDatabase(t);
    const row = makeFirms(1)[0]!;
    await load(db, [row]);
    const { region, code } = row;
    await db.transaction((tx) =>
      removeEntity(tx, clock, firms, { region, code, actor: 'account:100012', reason: '注销' }),
    );
    await load(db, [row]);
    const { changes } = await findChanges(db, 'firms', {});
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['loaded', 'removed', 'loaded'],
    );
  });
});
