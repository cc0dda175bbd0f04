import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import type { Database } from '@yiwang/postgres';
import { makers, ruleOf } from './fixtures/firmRules.ts';
import {
  assertTrue,
  balance,
  edit,
  filledDatabase,
  matchedOf,
  matchingOf,
  morning,
  rules,
} from './fixtures/matchingSetUp.ts';
import type { RegisterMatching } from './startMatching.ts';

const big = { employees: 5000, sector: 'made', research: '1000.10' };

async function runsAfter(db: Database, run: string): Promise<{ run: string; cause: string; policy: string | null }[]> {
  return db.query(`SELECT run, cause, policy FROM judge.match_runs WHERE run > $1 AND written ORDER BY run`, [run]);
}

async function lastRun(db: Database): Promise<string> {
  const [row] = await db.query<{ run: string }>(`SELECT max(run::text) AS run FROM judge.match_runs`);
  return row?.run ?? '';
}

async function stopWhenWritten(matching: RegisterMatching): Promise<void> {
  await matching.refresh();
  await matching.written();
  await matching.stop();
}

suite('what changed while nothing ran', () => {
  test('is nothing: a restart writes nothing and has the same totals', async (t) => {
    const db = await filledDatabase(t);
    await stopWhenWritten(await matchingOf(t, db, morning()));
    const last = await lastRun(db);
    await assertTrue(db, await matchingOf(t, db, morning()));
    assert.deepEqual(await runsAfter(db, last), []);
  });

  test('is found by cause: entities, by the policies as they were; then versions', async (t) => {
    const db = await filledDatabase(t);
    await stopWhenWritten(await matchingOf(t, db, morning()));
    const before = await matchedOf(db, 'makers');
    const last = await lastRun(db);
    await edit(db, '990101', 'NEW', { ...big, employees: 120 });
    await edit(db, '990101', 'NEW', { employees: 130 });
    const [, youngRule] = rules;
    const changed = [ruleOf('makers', { from: '2025-01-01', formulas: makers(150) }), youngRule!];
    await assertTrue(db, await matchingOf(t, db, morning(), changed), 150);
    assert.deepEqual(
      (await runsAfter(db, last)).map(({ cause, policy }) => [cause, policy]),
      [
        ['entity', null],
        ['version', 'makers'],
      ],
    );
    const own = await db.query(
      `SELECT kind, cause FROM judge.match_changes WHERE code = 'NEW' AND policy = 'makers' ORDER BY run`,
    );
    assert.deepEqual(own, [
      { kind: 'gained', cause: 'entity' },
      { kind: 'lost', cause: 'version' },
    ]);
    assert.equal(await balance(db, 'makers'), (await matchedOf(db, 'makers')) - before);
  });

  test('is a date: who is too old by then is lost, and a version began', async (t) => {
    const db = await filledDatabase(t);
    await stopWhenWritten(await matchingOf(t, db, morning()));
    const before = await matchedOf(db, 'young');
    const later = morning();
    later.set(new Date('2031-04-09T16:00:00Z'));
    await assertTrue(db, await matchingOf(t, db, later), 150, '2031-04-10');
    assert.equal(await balance(db, 'young'), (await matchedOf(db, 'young')) - before);
    assert.ok((await balance(db, 'young')) < 0);
    const [row] = await db.query(`SELECT DISTINCT cause FROM judge.match_changes`);
    assert.deepEqual(row, { cause: 'date' });
  });

  test('is a new policy, and one that is gone: every entity of it is told, in batches', async (t) => {
    const db = await filledDatabase(t, 20_000);
    const [makersRule] = rules;
    await stopWhenWritten(await matchingOf(t, db, morning(), [makersRule!]));
    const [, youngRule] = rules;
    const all = ruleOf('all', { from: '2025-01-01', formulas: { eligible: { kind: 'truth', value: true } } });
    const matching = await matchingOf(t, db, morning(), [youngRule!, all]);
    await matching.refresh();
    await matching.written();
    assert.equal(await balance(db, 'all'), 20_000);
    assert.equal(await matchedOf(db, 'makers'), 0);
    assert.ok((await balance(db, 'makers')) < -1000);
    const { pending } = matching.state();
    assert.equal(pending, 0);
  });

  test('is a run that was cut off: its part is taken away and the whole is found again', async (t) => {
    const db = await filledDatabase(t);
    await stopWhenWritten(await matchingOf(t, db, morning()));
    await db.execute(
      `INSERT INTO judge.match_runs (region, register, run, cause, policy, as_of, gained, lost, differing, at, written)
       VALUES ('990100', 'firms', '01900000-0000-7000-8000-000000000001', 'version', 'makers', '2031-03-01', 9, 0, 0, now(), false)`,
    );
    await db.execute(
      `INSERT INTO judge.match_changes (region, register, policy, run, code, kind, cause, at)
       VALUES ('990101', 'firms', 'makers', '01900000-0000-7000-8000-000000000001', 'X', 'gained', 'version', now())`,
    );
    await assertTrue(db, await matchingOf(t, db, morning()));
    assert.equal(await balance(db, 'makers'), 0);
    assert.deepEqual(await db.query(`SELECT 1 FROM judge.match_runs WHERE NOT written`), []);
  });

  test('is a change past the change log: the totals are put right and it is said', async (t) => {
    const db = await filledDatabase(t);
    await stopWhenWritten(await matchingOf(t, db, morning()));
    const last = await lastRun(db);
    await db.execute(`UPDATE registers.firms SET employees = 5 WHERE employees > 300`);
    await assertTrue(db, await matchingOf(t, db, morning()));
    assert.deepEqual(
      (await runsAfter(db, last)).map(({ cause }) => cause),
      ['found'],
    );
  });

  test('two processes at once: one writes, the other sees it and both are right', async (t) => {
    const db = await filledDatabase(t, 500);
    const [a, b] = [await matchingOf(t, db, morning()), await matchingOf(t, db, morning())];
    await a.ready();
    await b.ready();
    for (let n = 0; n < 10; n++) await edit(db, '990101', `NEW${n}`, big);
    await assertTrue(db, a);
    await assertTrue(db, b);
    const [row] = await db.query(`SELECT count(*) AS n FROM judge.match_changes WHERE policy = 'makers'`);
    assert.deepEqual(row, { n: 10 });
  });
});
