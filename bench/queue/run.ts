import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import {
  countByLight,
  countCases,
  countWorkload,
  findCases,
  findDueReasons,
  findTasks,
  type CaseSearch,
} from '@yiwang/handle';
import { waitsFor } from '@yiwang/server';
import { withDatabase } from '../handle/bench.ts';
import { openMany } from './openMany.ts';

/** The queue's views and searches over a million cases, for who sees the whole city and for who sees one district. */
const count = Number(process.argv[2] ?? 1_000_000);
const rounds = 100;
const now = new Date('2026-11-23T02:00:00Z');

const readers: Readonly<Record<string, CaseSearch['rows']>> = {
  city: () => ({ sql: 'true', values: [] }),
  district: (alias, first) => ({ sql: `${alias}.region = $${first}`, values: ['330106'] }),
};
/** A member of a team that has 5,000 open cases. */
const person = { actor: 'account:100402', organisation: 'hz.330106.t2', roles: ['crew'] };
const views: readonly (readonly [name: string, filter: Omit<CaseSearch, 'rows'>])[] = [
  ['newest', {}],
  ['open', { state: 'open' }],
  ['overdue, what is due first', { light: 'over', order: 'due' }],
  ['near due', { light: 'due' }],
  ['overdue, newest first', { light: 'over' }],
  ['held by me', { heldBy: person.actor }],
  ['held by nobody, what is due first', { heldBy: null, order: 'due' }],
  ['for a role that most have, what is due first', { role: 'crew', order: 'due' }],
  ['for a role that few have, what is due first', { role: 'surveyor', order: 'due' }],
  ['for a skill, what is due first', { skill: 'diving', order: 'due' }],
  ['parked', { matter: 'parked' }],
  ['with something that went wrong', { matter: 'incident' }],
  ['text 积水 (a tenth of all)', { text: '积水' }],
  ['text 文三 (a tenth of all)', { text: '文三' }],
  ['text 路灯不亮 (a hundredth)', { text: '路灯不亮' }],
  ['text 文三路东口路灯不亮 (a hundred)', { text: '文三路东口路灯不亮' }],
  ['text of a whole number', { text: '330106-20260522-00012' }],
  ['text that is nowhere', { text: '不存在' }],
];

async function time(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted[rounds / 2]?.toFixed(1)} | ${sorted[rounds - 2]?.toFixed(0)}`;
}

const lines = await withDatabase(4, async ({ db }) => {
  await openMany(db, count);
  const rows: string[] = [];
  for (const [who, mayRead] of Object.entries(readers))
    for (const [name, filter] of views) {
      const page = await time(() => findCases(db, now, { ...filter, rows: mayRead }));
      const total = await time(() => countCases(db, now, { ...filter, rows: mayRead }));
      rows.push(`| ${who} | ${name} | ${page} | ${total} |`);
    }
  const team = waitsFor({ account: person.actor.slice(8), region: '330106', ...person });
  rows.push(`| one person | the tasks that wait | ${await time(() => findTasks(db, now, person))} | | |`);
  for (const [who, mayRead] of Object.entries(readers))
    rows.push(
      `| ${who} | workload by person, role and skill | ${await time(() => countWorkload(db, now, { rows: mayRead }))} | | |`,
    );
  const { cases } = await findCases(db, now, {
    rows: () => ({ sql: 'true', values: [] }),
    state: 'open',
    order: 'due',
  });
  rows.push(`| city | why each case of a page is due | ${await time(() => findDueReasons(db, cases))} | | |`);
  const ours: CaseSearch = { rows: team, order: 'due' };
  const ourPage = await time(() => findCases(db, now, ours));
  rows.push(`| one person | what waits for us | ${ourPage} | ${await time(() => countCases(db, now, ours))} |`);
  const open: CaseSearch = { rows: () => ({ sql: 'true', values: [] }), state: 'open' };
  rows.push(`| city | lights of all that is open | ${await time(() => countByLight(db, now, open))} | | |`);
  return rows;
});
const table = [
  '# bench/queue: views and searches of the queue',
  '',
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, embedded PostgreSQL.`,
  `${count.toLocaleString('en-US')} cases, one in twenty open; pages of 50; milliseconds of ${rounds} runs, p50 and p99. Counts stop at 1,000.`,
  '',
  '| who | view | page, p50 | p99 | count, p50 | p99 |',
  '|---|---|---|---|---|---|',
  ...lines,
  '',
].join('\n');
const results = path.join(import.meta.dirname, '../results');
mkdirSync(results, { recursive: true });
writeFileSync(path.join(results, 'queue.md'), table);
process.stdout.write(table);
process.exit(0);
