import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { enqueue, startWorkers } from '@yiwang/jobs';
import type { Database } from '@yiwang/postgres';
import { runYiwang, startData } from './runYiwang.ts';

const clock = manualClock('2026-03-01T08:00:00Z');

/** Two jobs whose handler fails until there are no attempts left, in two districts. */
async function failJobs(db: Database): Promise<readonly string[]> {
  await enqueue(db, { region: '990102', queue: 'send', key: 'a', payload: {} });
  await enqueue(db, { region: '990103', queue: 'send', key: 'b', payload: {} });
  const handlers = { send: () => Promise.reject(new TypeError('the pump does not answer')) };
  const workers = await startWorkers(db, clock, handlers, { automatic: false });
  for (let turn = 0; turn < 60; turn++) {
    await workers.runDue();
    clock.advance(24 * 3_600_000);
  }
  await workers.stop();
  const dead = await db.query<{ id: string }>(`SELECT id FROM jobs.dead ORDER BY region`);
  return dead.map(({ id }) => id);
}

test('dead jobs are listed with their reason; one is put back, the other discarded, both in the ledger', async (t) => {
  const { folder, db } = await startData(t);
  const empty = await runYiwang(['dead', '--data', folder]);
  assert.deepEqual(empty, { code: 0, said: '● No job has failed for good.\n' });

  const [first = '', second = ''] = await failJobs(db);
  const listed = await runYiwang(['dead', '--data', folder]);
  assert.match(listed.said, new RegExp(`${first}  990102  send  a\\n.*the pump does not answer`));
  assert.match(listed.said, new RegExp(`${second}  990103  send  b\\n.*the pump does not answer`));

  assert.equal((await runYiwang(['dead', 'retry', first, '--data', folder])).code, 0);
  assert.deepEqual(await db.query(`SELECT region, key FROM jobs.job`), [{ region: '990102', key: 'a' }]);

  const why = await runYiwang(['dead', 'discard', second, '--data', folder]);
  assert.equal(why.code, 1);
  assert.match(why.said, /--because/);
  assert.equal((await runYiwang(['dead', 'discard', second, '--because', 'pump removed', '--data', folder])).code, 0);
  assert.deepEqual(await db.query(`SELECT discarded_because AS because FROM jobs.dead`), [{ because: 'pump removed' }]);

  const entries = await db.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM ledger.entry) + (SELECT coalesce(sum(count), 0) FROM ledger.inbox)::bigint AS n`,
  );
  assert.deepEqual(entries, [{ n: 2 }]);
  assert.match((await runYiwang(['dead', 'retry', second, '--data', folder])).said, /No such dead job/);
  assert.match((await runYiwang(['dead', '--data', folder])).said, /No job has failed for good/);
});
