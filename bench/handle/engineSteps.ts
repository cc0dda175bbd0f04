import { uuidv7 } from '@yiwang/clock';
import { completeTask, openDesk, type CommandAnswer, type Desk } from '@yiwang/handle';
import type { Database } from '@yiwang/postgres';
import { by, caseId, openTaskOf, ports, region } from './bench.ts';

export interface Rate {
  /** Steps per second. */
  readonly rate: number;
  /** Milliseconds from handing a command in to its answer. */
  readonly p50: number;
  readonly p99: number;
  /** Share of one core that this process took. */
  readonly cpu: number;
}

/** Many people who each complete the open task of some case, wait for the answer, and go on with another. */
async function measure(
  revs: Int32Array,
  people: number,
  seconds: number,
  give: (n: number, task: string) => Promise<CommandAnswer>,
): Promise<Rate> {
  const busy = new Set<number>();
  const times: number[] = [];
  const before = process.cpuUsage();
  const start = performance.now();
  const until = start + seconds * 1000;
  const person = async () => {
    while (performance.now() < until) {
      let n: number;
      do n = 1 + Math.floor(Math.random() * (revs.length - 1));
      while (busy.has(n));
      busy.add(n);
      const begun = performance.now();
      const { rev } = await give(n, openTaskOf(n, revs[n] ?? 1));
      times.push(performance.now() - begun);
      revs[n] = rev;
      busy.delete(n);
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  const elapsed = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { rate: times.length / elapsed, p50: at(0.5), p99: at(0.99), cpu: (user + system) / 1e6 / elapsed };
}

/** Each command in a transaction of its own. */
export function alone(db: Database, revs: Int32Array, people: number, seconds: number): Promise<Rate> {
  return measure(revs, people, seconds, (n, task) =>
    db.transaction((tx) => completeTask(tx, ports, { region, case: caseId(n), command: uuidv7(), by, task, form: {} })),
  );
}

/** Commands handed in at a desk, which writes together what comes together. */
export async function atDesk(
  db: Database,
  revs: Int32Array,
  people: number,
  seconds: number,
  options: Parameters<typeof openDesk>[2] = {},
): Promise<Rate> {
  const desk: Desk = openDesk(db, ports, options);
  const give = (n: number, task: string) =>
    desk.give({ region, case: caseId(n), command: uuidv7(), by }, { do: 'complete', task, form: {} });
  await measure(revs, people, seconds / 2, give); // warms up
  const rate = await measure(revs, people, seconds, give);
  await desk.close();
  return rate;
}
