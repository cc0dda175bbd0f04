import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { openCases, withDatabase } from './bench.ts';
import { drainTimers } from './drainTimers.ts';
import { alone, atDesk, type Rate } from './engineSteps.ts';
import { bpmnEngine, dbos, installPeers, pgBoss } from './peers.ts';
import { hasPgbench, pgbenchSteps, type Way } from './pgbenchSteps.ts';

/**
 * Steps of cases: the engine beside the same writes by pgbench, in turn and several times in one run, then beside its
 * peers; how it holds as more cases are stored; and timers that are due at once. `--quick` for a look.
 */
const quick = process.argv.includes('--quick');
const seconds = quick ? 2 : 5;
const rounds = quick ? 1 : 3;
const cases = 20_000;
const people = 600;

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const whole = (n: number): string => Math.round(n).toLocaleString('en-US');
const rows: string[] = [];
const say = (text: string): void => {
  rows.push(text);
  process.stdout.write(`${text}\n`);
};

/** The median of some runs, by rate. */
function middle(list: readonly Rate[]): Rate {
  const sorted = list.toSorted((a, b) => a.rate - b.rate);
  return sorted[Math.floor(sorted.length / 2)] ?? { rate: 0, p50: 0, p99: 0, cpu: 0 };
}

async function sameWrites(): Promise<void> {
  const plain = new Map<string, number[]>();
  const ours: Record<'desk' | 'few' | 'alone', Rate[]> = { desk: [], few: [], alone: [] };
  const ways: readonly (readonly [Way, number])[] = [
    ['statements', 16],
    ['single', 16],
    ['batch', 2],
    ['batch', 4],
  ];
  for (let round = 0; round < rounds; round += 1) {
    if (hasPgbench())
      await withDatabase(4, async ({ db, socket }) => {
        await openCases(db, cases, 'plain');
        for (const [way, clients] of ways) {
          const key = `${way} ${clients}`;
          plain.set(key, [...(plain.get(key) ?? []), pgbenchSteps(socket, way, cases, clients, seconds)]);
        }
      });
    await withDatabase(20, async ({ db }) => {
      await openCases(db, cases, 'engine');
      const revs = new Int32Array(cases + 1).fill(1);
      ours.alone.push(await alone(db, revs, 16, seconds));
      ours.few.push(await atDesk(db, revs, 16, seconds, { cached: cases }));
      ours.desk.push(await atDesk(db, revs, people, seconds, { cached: cases, writers: 3 }));
    });
  }
  const rateOf = (key: string): number => median(plain.get(key) ?? [0]);
  const batched = Math.max(rateOf('batch 2'), rateOf('batch 4'));
  const desk = middle(ours.desk);
  const line = (name: string, rate: number, rest = '| | |'): void =>
    say(`| ${name} | ${whole(rate)} | ${batched === 0 ? '–' : (rate / batched).toFixed(2)} ${rest}`);
  const ourLine = (name: string, one: Rate): void =>
    line(name, one.rate, `| ${one.p50.toFixed(0)} | ${one.p99.toFixed(0)} |`);
  say(`\n## The same writes (${whole(cases)} cases, median of ${rounds})\n`);
  say('| | steps/s | of batched pgbench | p50, ms | p99, ms |');
  say('|---|---|---|---|---|');
  if (hasPgbench()) {
    line('pgbench, statements one by one, 16 clients', rateOf('statements 16'));
    line('pgbench, one statement a step, 16 clients', rateOf('single 16'));
    line('pgbench, batches of 200, 2 clients', rateOf('batch 2'));
    line('pgbench, batches of 200, 4 clients', rateOf('batch 4'));
  }
  ourLine('the engine, a transaction a command, 16 people', middle(ours.alone));
  ourLine('the engine at the desk, 16 people', middle(ours.few));
  ourLine(`**the engine at the desk, ${people} people**`, desk);
  if (hasPgbench())
    say(
      `\nThe desk does ${(desk.rate / rateOf('statements 16')).toFixed(1)} times what pgbench does statement by statement.`,
    );
}

async function beside(): Promise<void> {
  installPeers();
  say('\n## Peers, a step as each of them has it\n');
  say('| | steps/s |');
  say('|---|---|');
  await withDatabase(20, async ({ db, socket }) => {
    const line = (name: string, rate: number): void => say(`| ${name} | ${whole(rate)} |`);
    line('bpmn-engine, in memory, nothing kept', await bpmnEngine(undefined, 16, seconds));
    line('bpmn-engine, its state stored after each step, 16 instances', await bpmnEngine(db, 16, seconds));
    line('DBOS, steps of workflows of ten, 16 clients', await dbos(socket, 16, seconds));
    line('pg-boss, job by job, 16 clients', await pgBoss(socket, 1, 16, seconds));
    line('pg-boss, batches of 200, 4 clients (no model, no ledger, no history)', await pgBoss(socket, 200, 4, seconds));
    await openCases(db, cases, 'engine');
    const revs = new Int32Array(cases + 1).fill(1);
    const { rate } = await atDesk(db, revs, people, seconds, { cached: cases, writers: 3 });
    line('**the engine at the desk**', rate);
  });
}

async function scaling(): Promise<void> {
  say('\n## As cases are stored; any of them may be next, 10,000 are kept in memory\n');
  say('| cases stored | steps/s at the desk | p99, ms | a transaction a command |');
  say('|---|---|---|---|');
  for (const count of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000])
    await withDatabase(20, async ({ db }) => {
      await openCases(db, count, 'engine');
      const revs = new Int32Array(count + 1).fill(1);
      const desk = await atDesk(db, revs, Math.min(people, count / 2), seconds, { writers: 3 });
      const single = await alone(db, revs, 16, seconds);
      say(`| ${whole(count)} | ${whole(desk.rate)} | ${desk.p99.toFixed(0)} | ${whole(single.rate)} |`);
    });
}

async function timers(): Promise<void> {
  const [count, due] = quick ? [50_000, 10_000] : [1_050_000, 50_000];
  const { seconds: taken, once, others } = await withDatabase(8, ({ db }) => drainTimers(db, count, due));
  say('\n## Timers\n');
  say(
    `${whole(due)} that were due at once, beside ${whole(count - due)} parked, went off in **${taken.toFixed(1)} s** ` +
      `(${whole(due / taken)}/s): ${whole(once)} once, ${whole(others)} more often.`,
  );
}

const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
say('# bench/handle: steps of cases');
say('');
say(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, ` +
    `commit ${commit}, ${seconds} s each, fsync on, embedded PostgreSQL.`,
);
say(
  'A step: a person completes a task, the token goes on, the next task is put up. Written are the case, two tokens, two tasks, three events, the command and its answer, and the entry.',
);
await sameWrites();
await beside();
await scaling();
await timers();
if (!quick) {
  const results = path.join(import.meta.dirname, '../results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'handle.md'), `${rows.join('\n')}\n`);
}
process.exit(0);
