import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock, uuidv7, type ManualClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase, type Database } from '@yiwang/postgres';
import { judgeMigrations } from '../migrations.ts';
import type { DecisionModel } from '../model.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { publishVersion, type Publication, type VersionChecks } from './publishVersion.ts';
import { saveDraft } from './saveDraft.ts';
import { findVersions } from './storedVersion.ts';
import { withdrawVersion } from './withdrawVersion.ts';

const model = { file: 'x' } as DecisionModel;
const rule: CityRule = {
  code: 'subsidy',
  name: { zh: '补贴', en: 'subsidy' },
  organisation: 'o',
  example: true,
  versions: [{ number: 1, from: '2030-01-01', model }],
};
const good: VersionChecks = { read: () => model, lower: () => undefined, test: () => [] };
const who = { region: '990100', actor: 'account:100012' };
/** 1 March in Asia/Shanghai. */
const clock: ManualClock = manualClock('2031-02-28T16:00:00Z');

const draft = (db: Database, id?: string) =>
  db.transaction((tx) => saveDraft(tx, clock, rule, { ...who, xml: '<x/>', ...(id === undefined ? {} : { id }) }));
const publish = (db: Database, given: Partial<Publication>, checks = good) =>
  db.transaction((tx) =>
    publishVersion(tx, clock, rule, { ...who, number: 2, from: '2031-03-01', why: '新年度标准', ...given }, checks),
  );
const withdraw = (db: Database, number: number) =>
  db.transaction((tx) => withdrawVersion(tx, clock, rule, { ...who, number, why: '标准有误' }));
const database = (t: Parameters<typeof testDatabase>[0]) => testDatabase(t, [ledgerMigrations, judgeMigrations]);

suite('a version of a rule', () => {
  test('is a draft, then effective from its day on; each step leaves an entry', async (t) => {
    const db = await database(t);
    const id = uuidv7();
    assert.equal((await draft(db, id)).number, 2);
    assert.equal((await draft(db, id)).number, 2, 'the command came twice');
    assert.equal((await draft(db)).number, 3);
    const heard: string[] = [];
    await db.listen('judge_rules', (payload) => heard.push(payload));
    const published = await publish(db, { from: '2031-03-01' });
    assert.deepEqual([published.status, published.from, published.why], ['published', '2031-03-01', '新年度标准']);
    assert.deepEqual(await publish(db, { from: '2031-03-01' }), published, 'the command came twice');
    await withdraw(db, 2);
    const kinds = await db.query<{ kind: string }>(
      `SELECT entries::jsonb -> 0 ->> 'kind' AS kind FROM ledger.inbox ORDER BY id`,
    );
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['rule.drafted', 'rule.drafted', 'rule.published', 'rule.withdrawn'],
    );
    for (let n = 0; n < 200 && heard.length < 2; n++) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(heard, ['subsidy', 'subsidy']);
  });

  test('is refused without a reason, in the past, on days of another, or once published', async (t) => {
    const db = await database(t);
    await draft(db);
    await draft(db);
    const refused = (code: string) => (error: unknown) => isFault(error, code);
    await assert.rejects(publish(db, { why: ' ' }), refused('judge.reasonMissing'));
    await assert.rejects(publish(db, { from: '2031-02-28' }), refused('judge.versionPast'));
    await assert.rejects(publish(db, { from: '2031-02-30' }), refused('judge.versionPeriod'));
    await assert.rejects(publish(db, { until: '2031-02-01' }), refused('judge.versionPeriod'));
    await assert.rejects(publish(db, { number: 9 }), refused('judge.unknownVersion'));
    await publish(db, { from: '2031-04-01', until: '2031-04-30' });
    for (const days of [{ from: '2031-04-01' }, { from: '2031-04-30' }, { from: '2031-03-01', until: '2031-04-01' }]) {
      await assert.rejects(publish(db, { number: 3, ...days }), refused('judge.versionDates'));
    }
    await assert.rejects(publish(db, { from: '2031-05-01' }), refused('judge.versionStatus'));
    await publish(db, { number: 3, from: '2031-03-01' });
  });

  test('is refused, and still a draft, where it does not lower or its tests fail', async (t) => {
    const db = await database(t);
    await draft(db);
    const lower = () => {
      throw new RangeError('not columnar');
    };
    await assert.rejects(publish(db, {}, { ...good, lower }), RangeError);
    const failed = [{ name: { zh: '小企业', en: 'a small firm' } }];
    await assert.rejects(
      publish(db, {}, { ...good, test: () => Promise.resolve(failed) }),
      (error) => isFault(error, 'judge.versionTests') && error.params['nameEn'] === 'a small firm',
    );
    assert.deepEqual(
      (await findVersions(db, '990100', 'subsidy')).map(({ status }) => status),
      ['draft'],
    );
  });

  test('withdrawn after it began keeps the days it was effective on', async (t) => {
    const db = await database(t);
    await draft(db);
    await publish(db, {});
    const later = manualClock('2031-03-09T16:00:00Z');
    const gone = await db.transaction((tx) => withdrawVersion(tx, later, rule, { ...who, number: 2, why: '标准有误' }));
    assert.deepEqual([gone.status, gone.from, gone.until], ['withdrawn', '2031-03-01', '2031-03-09']);
  });

  test('ten drafts at once get ten numbers', async (t) => {
    const db = await database(t);
    const numbers = (await Promise.all(Array.from({ length: 10 }, () => draft(db)))).map(({ number }) => number);
    assert.deepEqual(new Set(numbers), new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
  });
});
