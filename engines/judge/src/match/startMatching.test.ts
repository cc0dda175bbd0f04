import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { makeFirms, firms } from '../register/fixtures/firms.ts';
import { importEntities } from '../register/importEntities.ts';
import { removeEntity } from '../register/removeEntity.ts';
import { publishVersion } from '../versions/publishVersion.ts';
import { saveDraft } from '../versions/saveDraft.ts';
import { withdrawVersion } from '../versions/withdrawVersion.ts';
import { makers, modelOf, readFixture } from './fixtures/firmRules.ts';
import {
  assertTrue,
  balance,
  city,
  edit,
  filledDatabase,
  matchedOf,
  matchingOf,
  morning,
  rules,
} from './fixtures/matchingSetUp.ts';

const [makersRule] = rules;
const big = { employees: 5000, sector: 'made', research: '1000.10' };

suite('the matching of a register', () => {
  test('gives what SQL gives, by policy and district, and keeps it as entities change', async (t) => {
    const db = await filledDatabase(t);
    const matching = await matchingOf(t, db, morning());
    await matching.ready();
    await assertTrue(db, matching);
    const before = await matchedOf(db, 'makers');
    await edit(db, '990101', 'NEW', big);
    await assertTrue(db, matching);
    assert.equal(await matchedOf(db, 'makers'), before + 1);
    await edit(db, '990101', 'NEW', { research: '2000' });
    await assertTrue(db, matching);
    await edit(db, '990101', 'NEW', { employees: null });
    await assertTrue(db, matching);
    await db.transaction((tx) =>
      removeEntity(tx, morning(), firms, { region: '990101', code: 'NEW', actor: 'account:1', reason: '注销' }),
    );
    await assertTrue(db, matching);
    const changes = await db.query(
      `SELECT kind, before::text, after::text, cause FROM judge.match_changes WHERE code = 'NEW' AND policy = 'makers' ORDER BY run`,
    );
    assert.deepEqual(changes, [
      { kind: 'gained', before: null, after: '150.015', cause: 'entity' },
      { kind: 'amount', before: '150.015', after: '300', cause: 'entity' },
      { kind: 'lost', before: '300', after: null, cause: 'entity' },
    ]);
  });

  test('hears of a change by itself', async (t) => {
    const db = await filledDatabase(t, 50);
    const matching = await matchingOf(t, db, morning());
    await matching.ready();
    await edit(db, '990102', 'NEW', big);
    for (let n = 0; n < 400; n++) {
      const found = await matching.matchesOf('990102', 'NEW').catch(() => []);
      if (found.length > 0) break;
      await sleep(5);
    }
    assert.deepEqual(await matching.matchesOf('990102', 'NEW'), [
      { policy: 'makers', version: 1, state: 'matched', amount: '150.015' },
      { policy: 'young', version: 1, state: 'lacking', amount: null },
    ]);
    await assert.rejects(matching.matchesOf('990101', 'NEW'), (error) => isFault(error, 'judge.unknownEntity'));
  });

  test('takes up a version when its day begins, at midnight in Asia/Shanghai', async (t) => {
    const db = await filledDatabase(t);
    const clock = morning();
    const matching = await matchingOf(t, db, clock);
    clock.set(new Date('2031-03-31T15:59:59Z'));
    await assertTrue(db, matching, 100, '2031-03-31');
    clock.set(new Date('2031-03-31T16:00:00Z'));
    await assertTrue(db, matching, 150, '2031-04-01');
    const runs = await db.query(
      `SELECT cause, version_before, version_after, lost > 0 AS some, written FROM judge.match_runs
       WHERE policy = 'makers' ORDER BY run DESC LIMIT 1`,
    );
    assert.deepEqual(runs, [{ cause: 'date', version_before: 1, version_after: 2, some: true, written: true }]);
  });

  test('takes up a version that a person publishes, and its withdrawal', async (t) => {
    const db = await filledDatabase(t);
    const clock = morning();
    const matching = await matchingOf(t, db, clock);
    await assertTrue(db, matching);
    const before = await matchedOf(db, 'makers');
    const who = { region: city, actor: 'account:100012' };
    const { number } = await db.transaction((tx) =>
      saveDraft(tx, clock, makersRule!, { ...who, xml: JSON.stringify(makers(10)) }),
    );
    const checks = { read: readFixture, lower: () => undefined, test: () => [] };
    await db.transaction((tx) =>
      publishVersion(tx, clock, makersRule!, { ...who, number, from: '2031-03-01', why: '放宽' }, checks),
    );
    await assertTrue(db, matching, 10);
    assert.equal(await balance(db, 'makers'), (await matchedOf(db, 'makers')) - before);
    await db.transaction((tx) => withdrawVersion(tx, clock, makersRule!, { ...who, number, why: '有误' }));
    await assertTrue(db, matching, 100);
    assert.equal(await balance(db, 'makers'), 0);
  });

  test('tells what another threshold would change, and whom, before it is published', async (t) => {
    const db = await filledDatabase(t);
    const matching = await matchingOf(t, db, morning());
    await matching.ready();
    const result = await matching.compare(makersRule!, modelOf(makers(150)));
    const [wanted] = await db.query<{ before: number; after: number; amount: string }>(
      `SELECT count(*) FILTER (WHERE employees >= 100) AS before, count(*) FILTER (WHERE employees >= 150) AS after,
         trim_scale(sum(least(coalesce(research, 0) * 0.15, 1000000)) FILTER (WHERE employees BETWEEN 100 AND 149))::text AS amount
       FROM registers.firms WHERE sector = 'made'`,
    );
    assert.equal(result.before.count, wanted!.before);
    assert.equal(result.after.count, wanted!.after);
    assert.deepEqual(result.lost, { count: wanted!.before - wanted!.after, amount: wanted!.amount });
    assert.deepEqual(result.gained, { count: 0, amount: '0' });
    assert.equal(
      result.regions.reduce((sum, { lost }) => sum + lost, 0),
      result.lost.count,
    );
    const page = { offset: 3, limit: 4 };
    const list = await matching.comparedEntities(makersRule!, modelOf(makers(150)), 'lost', page);
    assert.equal(list.total, result.lost.count);
    assert.equal(list.rows.length, 4);
    assert.ok(list.rows.every(({ name, after }) => name.startsWith('模拟企业') && after === null));
    const here = await matching.comparedEntities(makersRule!, modelOf(makers(150)), 'lost', {
      ...page,
      region: '990102',
    });
    assert.ok(here.total < list.total && here.rows.every(({ region }) => region === '990102'));
    await assertTrue(db, matching);
  });

  test('lists whom a policy matches and whose data do not tell, page by page', async (t) => {
    const db = await filledDatabase(t);
    const matching = await matchingOf(t, db, morning());
    await matching.ready();
    for (const [which, condition] of [
      ['matched', 'employees >= 100'],
      ['lacking', 'employees IS NULL'],
    ] as const) {
      const found: string[] = [];
      for (;;) {
        const { total, rows } = await matching.entitiesOf('makers', which, { offset: found.length, limit: 50 });
        found.push(...rows.map(({ code }) => code));
        if (found.length >= total) break;
      }
      const wanted = await db.query<{ code: string }>(
        `SELECT code FROM registers.firms WHERE sector = 'made' AND ${condition}`,
      );
      assert.deepEqual(found.toSorted(), wanted.map(({ code }) => code).toSorted());
    }
    await assert.rejects(matching.entitiesOf('none', 'matched', { offset: 0, limit: 1 }), (error) =>
      isFault(error, 'judge.notMatchedRule'),
    );
  });

  test('takes a whole district that is loaded anew as totals alone', async (t) => {
    const db = await filledDatabase(t, 100);
    const matching = await matchingOf(t, db, morning());
    await assertTrue(db, matching);
    const rows = makeFirms(500, 9).map((row) => ({ ...row, region: '990104', code: `N${row.code}` }));
    await db.transaction((tx) => importEntities(tx, morning(), firms, rows, { actor: 'system:feed', reason: '导入' }));
    await assertTrue(db, matching);
    assert.equal(await balance(db, 'makers'), 0);
    assert.equal(matching.state().entities, 600);
  });

  test('a rule that can not be matched matches nobody and is told', async (t) => {
    const db = await filledDatabase(t, 100);
    const broken = {
      ...makersRule!,
      code: 'broken',
      versions: [{ ...makersRule!.versions[0]!, model: readFixture('{') }],
    };
    const matching = await matchingOf(t, db, morning(), [...rules, broken]);
    await assertTrue(db, matching);
    assert.deepEqual(
      matching.state().problems.map(({ rule }) => rule),
      ['broken'],
    );
  });
});
