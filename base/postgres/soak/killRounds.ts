import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, startEmbedded } from '../src/index.ts';
import { processState } from '../src/embedded/processState.ts';

const program = fileURLToPath(new URL('./writeUntilKilled.ts', import.meta.url));

export type Victim = 'parent' | 'server';

export interface Round {
  readonly round: number;
  readonly victim: Victim;
  /** When the kill came after the first acknowledged write, in ms. */
  readonly after: number;
  readonly acknowledged: number;
  /** Acknowledged rows that were not there after the restart. */
  readonly lost: number;
  /** Writers whose two rows of one transaction disagree. */
  readonly halfDone: number;
  /** Until the killed process's server was gone, in ms. */
  readonly serverGone: number;
  /** Until the next server was ready, its recovery included, in ms. */
  readonly recovery: number;
}

/** Writes, kills with SIGKILL after a seeded while, starts again and counts what is missing. */
export async function killRound(folder: string, round: number, victim: Victim, after: number): Promise<Round> {
  const child = spawn(process.execPath, [program, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const highest = new Map<number, number>();
  let server = 0;
  let acknowledged = 0;
  const begun = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [what, first, second] = line.split(' ');
      if (what === 'server') server = Number(first);
      if (what !== 'row' || second === undefined) return;
      acknowledged += 1;
      highest.set(Number(first), Number(second));
      resolve();
    });
    child.once('exit', () => reject(new RangeError('the writer ended before its first row')));
  });
  await begun;
  await sleep(after);
  const killed = performance.now();
  if (victim === 'parent') child.kill('SIGKILL');
  else process.kill(server, 'SIGKILL');
  await ended;
  while (processState(server).alive && performance.now() - killed < 30_000) await sleep(2);
  const serverGone = performance.now() - killed;

  const started = performance.now();
  const again = await startEmbedded({ folder });
  const recovery = performance.now() - started;
  const db = openDatabase({ connection: { socket: again.socket, database: 'postgres' }, size: 1 });
  const found = await db.query<{ writer: number; rows: number; highest: number; tally: number | null }>(
    `SELECT k.writer, count(*) AS rows, max(k.n) AS highest, t.n AS tally
     FROM kept k LEFT JOIN tally t USING (round, writer) WHERE k.round = $1 GROUP BY k.writer, t.n`,
    [round],
  );
  await db.close();
  await again.stop();
  const byWriter = new Map(found.map((row) => [row.writer, row]));
  let lost = 0;
  for (const [writer, n] of highest) lost += Math.max(0, n - (byWriter.get(writer)?.rows ?? 0));
  const halfDone = found.filter((row) => row.rows !== row.highest || row.tally !== row.highest).length;
  return { round, victim, after, acknowledged, lost, halfDone, serverGone, recovery };
}
