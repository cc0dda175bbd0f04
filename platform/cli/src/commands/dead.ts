import path from 'node:path';
import { systemClock } from '@yiwang/clock';
import { discardDead, listDead, retryDead } from '@yiwang/jobs';
import { appendEntries } from '@yiwang/ledger';
import type { Database } from '@yiwang/postgres';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';
import { dataOption, reachPlatformDatabase } from '../reachPlatformDatabase.ts';
import { readOptions } from '../readOptions.ts';

const usage = 'dead [retry ID | discard ID --because TEXT] [--data FOLDER]';
const actor = 'system:operator';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The dead letter (死信): jobs whose attempts are used up, each waiting for a person's decision. Decisions go into the ledger. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { data: dataOption, because: { type: 'string' } }, usage, 2);
  const decide = decisionOf(positionals, values.because?.trim());
  const database = await reachPlatformDatabase(path.resolve(values.data));
  const { db } = database;
  try {
    await (decide ?? list)(db);
    return 0;
  } finally {
    await database.close();
  }
}

function decisionOf([what, id]: readonly string[], because = ''): ((db: Database) => Promise<void>) | undefined {
  if (what === undefined) return undefined;
  if (what !== 'retry' && what !== 'discard') throw faults.usage({ reason: `dead ${what} is not known`, usage });
  if (id === undefined || !uuid.test(id)) throw faults.usage({ reason: `dead ${what} needs the id of a job`, usage });
  if (what === 'retry') return (db) => retry(db, id);
  if (because === '') throw faults.usage({ reason: 'dead discard needs --because, the reason', usage });
  return (db) => discard(db, id, because);
}

async function list(db: Database): Promise<void> {
  const regions = await db.query<{ region: string }>(
    `SELECT DISTINCT region FROM jobs.dead WHERE discarded_at IS NULL ORDER BY region`,
  );
  let count = 0;
  for (const { region } of regions) {
    for (let after: string | undefined; ;) {
      const page = await listDead(db, { region, limit: 1000, ...(after === undefined ? {} : { after }) });
      for (const { id, queue, key, attempts, diedAt, lastError } of page) {
        console.log(`■ ${id}  ${region}  ${queue}${key === null ? '' : `  ${key}`}`);
        console.log(`    ${diedAt.toISOString()}  ×${attempts}  ${lastError.split('\n')[0] ?? ''}`);
      }
      count += page.length;
      after = page.at(-1)?.id;
      if (page.length < 1000) break;
    }
  }
  if (count === 0) say('● 没有失败的任务。', '● No job has failed for good.');
  else say(`共 ${count} 个。`, `${count} in all: ./yiwang dead retry ID, or dead discard ID --because TEXT`);
}

function say(zh: string, en: string): void {
  console.log(languageHere() === 'zh' ? zh : en);
}

interface Found {
  readonly region: string;
  readonly queue: string;
  readonly key: string | null;
}

/** @throws cli.noDeadJob */
async function getDead(db: Database, id: string): Promise<Found> {
  const [found] = await db.query<Found & object>(
    `SELECT region, queue, key FROM jobs.dead WHERE id = $1 AND discarded_at IS NULL`,
    [id],
  );
  if (found === undefined) throw faults.noDeadJob({ id });
  return found;
}

async function retry(db: Database, id: string): Promise<void> {
  const { region, queue, key } = await getDead(db, id);
  await db.transaction(async (tx) => {
    await retryDead(tx, region, id);
    await appendEntries(tx, systemClock, [
      { region, kind: 'job.retried', actor, subject: `job:${id}`, body: { queue, key } },
    ]);
  });
  say(`● ${id} 已放回队列 ${queue}。`, `● ${id} is back in the queue ${queue}.`);
}

async function discard(db: Database, id: string, because: string): Promise<void> {
  const { region, queue, key } = await getDead(db, id);
  await db.transaction(async (tx) => {
    await discardDead(tx, systemClock, region, id, { by: actor, because });
    await appendEntries(tx, systemClock, [
      { region, kind: 'job.discarded', actor, subject: `job:${id}`, reason: because, body: { queue, key } },
    ]);
  });
  say(`● ${id} 不再执行：${because}`, `● ${id} will not be done: ${because}`);
}
