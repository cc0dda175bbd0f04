import { spawn, type ChildProcess } from 'node:child_process';
import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { systemClock } from '@yiwang/clock';
import { testDatabase, type Database } from '@yiwang/postgres';
import { enqueueAll, jobsMigrations, startWorkers } from './index.ts';

const region = '990101';
const jobs = 60;

/** A process of its own that does the jobs of queue q slowly, in batches of `batch`. */
function worker(connection: string, batch: number): ChildProcess {
  const program = `
    import { systemClock } from '@yiwang/clock';
    import { openDatabase } from '@yiwang/postgres';
    import { startWorkers } from '@yiwang/jobs';
    const db = openDatabase({ connection: JSON.parse(process.argv[1]) });
    await startWorkers(db, systemClock, { q: { batch: ${batch}, handle: async (tx, job) => {
      await tx.execute('INSERT INTO public.effect VALUES ($1)', [job.id]);
      await new Promise((resolve) => setTimeout(resolve, 3));
      process.stdout.write('.');
    } } });`;
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', program, connection], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function connectionOf(db: Database): Promise<string> {
  const [row] = await db.query<{ socket: string; database: string }>(
    `SELECT current_setting('unix_socket_directories') AS socket, current_database() AS database`,
  );
  return JSON.stringify(row);
}

suite('a worker that is killed', () => {
  for (const batch of [1, 8]) {
    test(`in the middle of its handler leaves no job lost and none done twice, with batches of ${batch}`, async (t) => {
      const db = await testDatabase(t, [jobsMigrations]);
      await db.execute(`CREATE TABLE public.effect (job uuid)`);
      const ids = await enqueueAll(
        db,
        Array.from({ length: jobs }, () => ({ region, queue: 'q', payload: null })),
      );
      const connection = await connectionOf(db);
      for (let round = 0; round < 3; round++) {
        const child = worker(connection, batch);
        t.after(() => void child.kill('SIGKILL'));
        const exited = new Promise((resolve) => child.on('exit', resolve));
        let dots = 0;
        await new Promise<void>((resolve) => {
          child.stdout?.on('data', (text: Buffer) => {
            dots += text.length;
            if (dots >= 5 + round) resolve();
          });
        });
        child.kill('SIGKILL');
        await exited;
      }
      const left = await db.query(`SELECT 1 FROM jobs.job`);
      assert.ok(left.length > 0, 'the kills came in the middle');
      const workers = await startWorkers(db, systemClock, {
        q: async (tx, job) => void (await tx.execute('INSERT INTO public.effect VALUES ($1)', [job.id])),
      });
      const count = async (): Promise<number> =>
        (await db.query<{ n: number }>(`SELECT count(*) AS n FROM public.effect`))[0]?.n ?? 0;
      for (let tries = 0; tries < 1000 && (await count()) < jobs; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await workers.stop();
      const done = await db.query<{ job: string }>(`SELECT job FROM public.effect ORDER BY job`);
      assert.deepEqual(
        done.map((row) => row.job),
        ids.filter((id) => id !== undefined).toSorted(),
      );
    });
  }
});
