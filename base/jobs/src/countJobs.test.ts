import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { testDatabase } from '@yiwang/postgres';
import { countJobs, enqueueAll, jobsMigrations, startWorkers } from './index.ts';

suite('the counts of jobs', () => {
  test('they tell what is due, what waits for its time, what is dead, and how late the latest is', async (t) => {
    const db = await testDatabase(t, [jobsMigrations]);
    const clock = manualClock('2026-01-05T00:00:00Z');
    const fail = () => Promise.reject(new RangeError('no'));
    const workers = await startWorkers(db, clock, { bad: fail }, { automatic: false });
    const region = '990101';
    await enqueueAll(db, [
      { region, queue: 'bad', payload: null, maxAttempts: 1 },
      { region, queue: 'q', payload: null },
      { region, queue: 'q', payload: null, runAt: new Date('2026-01-05T01:00:00Z') },
      { region, queue: 'q', payload: null, runAt: new Date('2026-01-05T03:00:00Z') },
    ]);
    await workers.runDue();
    clock.set(new Date('2026-01-05T01:00:02Z'));
    assert.deepEqual(await countJobs(db, clock), [
      { region, queue: 'bad', due: 0, later: 0, dead: 1, lagMilliseconds: 0 },
      { region, queue: 'q', due: 2, later: 1, dead: 0, lagMilliseconds: 2000 },
    ]);
  });
});
