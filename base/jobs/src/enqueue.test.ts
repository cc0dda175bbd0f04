import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { testDatabase } from '@yiwang/postgres';
import { enqueue, enqueueAll, jobsMigrations, type NewJob } from './index.ts';

const job: NewJob = { region: '990101', queue: 'q', payload: { 名: 'C:\\u0000' } };

suite('enqueuing', () => {
  test('a transaction that rolls back enqueues nothing', async (t) => {
    const db = await testDatabase(t, [jobsMigrations]);
    await assert.rejects(
      db.transaction(async (tx) => {
        await enqueue(tx, job);
        throw new RangeError('no');
      }),
      RangeError,
    );
    assert.deepEqual(await db.query(`SELECT 1 FROM jobs.job`), []);
  });

  test('what can not be kept is refused with a fault, and nothing is written', async (t) => {
    const db = await testDatabase(t, [jobsMigrations]);
    const bad: [Partial<NewJob>, string][] = [
      [{ region: 'x' }, 'jobs.jobInvalid'],
      [{ queue: '' }, 'jobs.jobInvalid'],
      [{ key: '' }, 'jobs.jobInvalid'],
      [{ key: 'x'.repeat(501) }, 'jobs.jobInvalid'],
      [{ runAt: new Date(Number.NaN) }, 'jobs.jobInvalid'],
      [{ maxAttempts: 0 }, 'jobs.jobInvalid'],
      [{ payload: 'x'.repeat(70_000) }, 'jobs.payloadTooLarge'],
      [{ payload: 'a\0b' }, 'jobs.payloadNotJson'],
      [{ payload: '\ud800' }, 'jobs.payloadNotJson'],
    ];
    for (const [change, code] of bad) {
      await assert.rejects(enqueueAll(db, [job, { ...job, ...change }]), { code });
    }
    assert.deepEqual(await db.query(`SELECT 1 FROM jobs.job`), []);
    assert.ok(await enqueue(db, job));
  });

  test('of two jobs with one key in the same call the first is kept', async (t) => {
    const db = await testDatabase(t, [jobsMigrations]);
    const ids = await enqueueAll(db, [
      { ...job, key: 'a' },
      { ...job, key: 'a' },
    ]);
    assert.deepEqual(
      ids.map((id) => id !== undefined),
      [true, false],
    );
  });
});
