import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock, systemClock } from '@yiwang/clock';
import { testDatabase, type Database } from '@yiwang/postgres';
import {
  cancelJob,
  discardDead,
  enqueue,
  enqueueAll,
  jobsMigrations,
  listDead,
  retryDead,
  startWorkers,
} from './index.ts';

const region = '990101';

async function prepared(t: Parameters<typeof testDatabase>[0]): Promise<Database> {
  const db = await testDatabase(t, [jobsMigrations]);
  await db.execute(`CREATE TABLE public.effect (job uuid, note text)`);
  return db;
}

async function waitUntil(true_: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await true_())) await new Promise((resolve) => setTimeout(resolve, 5));
}

suite('workers', () => {
  test('a job is done at once after its transaction commits, and its writes with it', async (t) => {
    const db = await prepared(t);
    const workers = await startWorkers(db, systemClock, {
      'case.notify': (tx, job) =>
        tx.execute(`INSERT INTO public.effect VALUES ($1, 'done')`, [job.id]).then(() => undefined),
    });
    t.after(() => workers.stop());
    const begun = performance.now();
    const id = await db.transaction((tx) => enqueue(tx, { region, queue: 'case.notify', payload: { n: 1 } }));
    await waitUntil(async () => (await db.query(`SELECT 1 FROM public.effect WHERE job = $1`, [id])).length === 1);
    assert.ok(performance.now() - begun < 900, 'by the notification, before the next poll');
    assert.deepEqual(await db.query(`SELECT * FROM jobs.job`), []);
  });

  test('a key that waits is not enqueued twice, and is free again once the job is done or cancelled', async (t) => {
    const db = await prepared(t);
    const workers = await startWorkers(
      db,
      manualClock('2026-01-05T00:00:00Z'),
      { q: async () => {} },
      { automatic: false },
    );
    const job = { region, queue: 'q', key: 'case:1', payload: null };
    assert.ok(await enqueue(db, job));
    assert.equal(await enqueue(db, job), undefined);
    assert.ok(await enqueue(db, { ...job, region: '990102' }));
    assert.equal(await workers.runDue(), 2);
    assert.ok(await enqueue(db, job));
    assert.equal(await cancelJob(db, region, 'q', 'case:1'), true);
    assert.equal(await cancelJob(db, region, 'q', 'case:1'), false);
    assert.equal(await workers.runDue(), 0);
  });

  test('a timer runs when the clock has reached it, also after the clock jumped back', async (t) => {
    const db = await prepared(t);
    const clock = manualClock('2026-01-05T00:00:00Z');
    const seen: string[] = [];
    const handle = async (_: unknown, job: { key: string | undefined }) => void seen.push(job.key ?? '');
    const workers = await startWorkers(db, clock, { timer: handle }, { automatic: false });
    await enqueueAll(db, [
      { region, queue: 'timer', key: 'second', payload: null, runAt: new Date('2026-01-05T02:00:00Z') },
      { region, queue: 'timer', key: 'first', payload: null, runAt: new Date('2026-01-05T01:00:00Z') },
    ]);
    assert.equal(await workers.runDue(), 0);
    clock.set(new Date('2025-01-01T00:00:00Z'));
    assert.equal(await workers.runDue(), 0);
    clock.set(new Date('2026-02-01T00:00:00Z'));
    assert.equal(await workers.runDue(), 2);
    assert.deepEqual(seen, ['first', 'second']);
  });

  test('a job that fails keeps nothing of its writes, comes back later each time, and is dead at last', async (t) => {
    const db = await prepared(t);
    const clock = manualClock('2026-01-05T00:00:00Z');
    const tries: number[] = [];
    const workers = await startWorkers(
      db,
      clock,
      {
        poison: async (tx, job) => {
          tries.push(job.attempt);
          await tx.execute(`INSERT INTO public.effect VALUES ($1, 'half')`, [job.id]);
          if (JSON.stringify(job.payload) !== '{"good":true}') throw new RangeError('no water');
        },
        good: async () => {},
      },
      { automatic: false, chance: () => 1 },
    );
    const id = await enqueue(db, { region, queue: 'poison', payload: { good: false }, maxAttempts: 3 });
    await enqueue(db, { region, queue: 'good', payload: null });
    assert.equal(await workers.runDue(), 2);
    clock.advance(1999);
    assert.equal(await workers.runDue(), 0);
    clock.advance(1);
    assert.equal(await workers.runDue(), 1);
    clock.advance(4000);
    assert.equal(await workers.runDue(), 1);
    assert.deepEqual(tries, [1, 2, 3]);
    assert.deepEqual(await db.query(`SELECT * FROM public.effect`), []);
    const [dead] = await listDead(db, { region });
    assert.equal(dead?.lastError, 'RangeError: no water');
    await retryDead(db, region, id!, { payload: { good: true } });
    assert.deepEqual(await listDead(db, { region }), []);
    assert.equal(await workers.runDue(), 1);
    assert.equal((await db.query(`SELECT * FROM public.effect`)).length, 1);
  });

  test('a dead job can be discarded with a reason, once', async (t) => {
    const db = await prepared(t);
    const clock = manualClock('2026-01-05T00:00:00Z');
    const fail = () => Promise.reject(new RangeError('no'));
    const workers = await startWorkers(db, clock, { q: fail }, { automatic: false });
    const id = await enqueue(db, { region, queue: 'q', payload: null, maxAttempts: 1 });
    await workers.runDue();
    await discardDead(db, clock, region, id!, { by: 'account:100001', because: 'sent by hand' });
    assert.deepEqual(await listDead(db, { region }), []);
    await assert.rejects(retryDead(db, region, id!), { code: 'jobs.deadUnknown' });
  });

  test('one failing job of a batch does not hold up the others', async (t) => {
    const db = await prepared(t);
    const clock = manualClock('2026-01-05T00:00:00Z');
    const workers = await startWorkers(
      db,
      clock,
      {
        q: {
          batch: 10,
          handle: async (tx, job) => {
            await tx.execute(`INSERT INTO public.effect VALUES ($1, 'x')`, [job.id]);
            if (job.key === '7') await tx.query(`SELECT 1 / 0`);
          },
        },
      },
      { automatic: false },
    );
    await enqueueAll(
      db,
      Array.from({ length: 25 }, (_, n) => ({ region, queue: 'q', key: String(n), payload: n })),
    );
    assert.equal(await workers.runDue(), 25);
    assert.deepEqual(await db.query(`SELECT count(*) AS n FROM public.effect`), [{ n: 24 }]);
    assert.deepEqual(await db.query(`SELECT key, attempts, last_error FROM jobs.job`), [
      { key: '7', attempts: 1, last_error: 'error: division by zero' },
    ]);
  });

  test('stopping lets the job under way finish and takes no other', async (t) => {
    const db = await prepared(t);
    let begun = 0;
    let ended = 0;
    const workers = await startWorkers(
      db,
      systemClock,
      {
        slow: async () => {
          begun++;
          await new Promise((resolve) => setTimeout(resolve, 100));
          ended++;
        },
      },
      { concurrency: 1 },
    );
    await enqueueAll(
      db,
      Array.from({ length: 3 }, () => ({ region, queue: 'slow', payload: null })),
    );
    await waitUntil(() => begun === 1);
    await workers.stop();
    assert.deepEqual([begun, ended], [1, 1]);
    assert.deepEqual(await db.query(`SELECT count(*) AS n FROM jobs.job`), [{ n: 2 }]);
  });
});
