import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '@yiwang/clock';
import { enqueueAll, jobsMigrations, startWorkers } from '@yiwang/jobs';
import { migrate, openDatabase, startEmbedded, type Database } from '@yiwang/postgres';

/** Jobs a second, from the start of the workers to the commit of a handler that writes one row; fsync on. */
const region = '990101';

async function enqueueMany(db: Database, total: number): Promise<number> {
  const begun = performance.now();
  for (let n = 0; n < total; n += 1000) {
    await enqueueAll(
      db,
      Array.from({ length: Math.min(1000, total - n) }, (_, at) => ({ region, queue: 'q', payload: { n: n + at } })),
    );
  }
  return total / ((performance.now() - begun) / 1000);
}

async function drain(db: Database, total: number, batch: number, concurrency: number): Promise<number> {
  let done = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const begun = performance.now();
  const workers = await startWorkers(
    db,
    systemClock,
    {
      q: {
        batch,
        handle: async (tx, job) => void (await tx.execute('INSERT INTO public.effect VALUES ($1)', [job.id])),
      },
    },
    {
      concurrency,
      observe: (attempt) => {
        done += attempt.jobs;
        if (done >= total) finish();
      },
    },
  );
  await finished;
  const rate = total / ((performance.now() - begun) / 1000);
  await workers.stop();
  return rate;
}

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
const server = await startEmbedded({ folder });
const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
try {
  await migrate(db, [jobsMigrations]);
  await db.execute('CREATE TABLE public.effect (job uuid)');
  const lines: string[] = [];
  for (const [total, batch, concurrency] of [
    [2000, 1, 1],
    [4000, 1, 4],
    [20_000, 50, 1],
    [20_000, 50, 4],
  ] as const) {
    const enqueued = await enqueueMany(db, total);
    const rate = await drain(db, total, batch, concurrency);
    const line = `| ${batch} | ${concurrency} | ${total} | ${Math.round(enqueued)} | **${Math.round(rate)}** |`;
    console.log(line);
    lines.push(line);
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  mkdirSync(new URL('../results/', import.meta.url), { recursive: true });
  writeFileSync(
    new URL('../results/jobs.md', import.meta.url),
    `# Jobs a second

Machine: ${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, shared and noisy. Commit ${commit}. The handler writes one row in the
job's transaction, one statement per job; fsync on. Enqueued in statements of 1000.

| jobs per transaction | at the same time | jobs | enqueued/s | done/s |
|---|---|---|---|---|
${lines.join('\n')}
`,
  );
} finally {
  await db.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
