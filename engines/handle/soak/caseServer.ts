import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { startWorkers } from '@yiwang/jobs';
import { openDatabase } from '@yiwang/postgres';
import { fireTimers, openDesk, timerQueue } from '../src/index.ts';
import { by, portsWith, region, type Answered, type Told } from './caseWorld.ts';

// A server of cases as the platform runs one: a desk and the timers' workers. `caseServer.ts <socket>`; commands come over
// the channel to the parent, and an answer is sent once it is committed.
const db = openDatabase({ connection: { socket: process.argv[2] ?? '', database: 'postgres' }, size: 8 });
const isThere = [() => true, () => false] as const;
let offset = 0;
const clock: Clock = { now: () => new Date(Date.now() + offset) };
const ports = portsWith(clock);
// One that is started while the database is away waits for it, as a service manager would start it again.
while (!(await db.query('SELECT 1').then(...isThere))) await sleep(50);
const desk = openDesk(db, ports, { batch: 50 });
await startWorkers(
  db,
  clock,
  { [timerQueue]: { batch: 20, handleAll: async (tx, jobs) => void (await fireTimers(tx, ports, jobs)) } },
  { concurrency: 2 },
).catch(() => process.exit(1)); // the database went away just now: whoever started it starts it again

/** An answer takes a while on its way, so that a kill leaves commands that are done and whose sender does not know. */
const answer = (one: Answered): void => void setTimeout(() => process.send?.(one), Math.random() * 20);

process.on('message', (told: Told) => {
  if (told.do === 'clock') {
    offset = told.offset;
    return;
  }
  const { n, case: id, command, task } = told.sent;
  desk.give({ region, case: id, command, by }, { do: 'complete', task, form: {} }).then(
    ({ rev, lastSeq }) => answer({ n, rev, lastSeq }),
    (error: unknown) => answer({ n, fault: isFault(error) ? error.code : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
answer({ ready: true });
