import { createCalendar } from '@yiwang/calendar';
import { systemClock } from '@yiwang/clock';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded, type Database } from '@yiwang/postgres';
import { handleMigrations, readProcess, registerDefinition, taskId, type HandlePorts } from '@yiwang/handle';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The district, the person and the process of all contenders: two tasks of people in turn, for ever. */
export const region = '990102';
export const by = { actor: 'account:100001', organisation: 'town', roles: ['clerk'] };
const model = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="bench" isExecutable="true">
  <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="a" />
  <userTask id="a" name="受理" /><sequenceFlow id="f2" sourceRef="a" targetRef="b" />
  <userTask id="b" name="审查" default="f3" /><sequenceFlow id="f3" sourceRef="b" targetRef="a" />
  <sequenceFlow id="f4" sourceRef="b" targetRef="end"><conditionExpression>over = true</conditionExpression></sequenceFlow>
  <endEvent id="end" /></process></definitions>`;

const day = ['00:00-24:00'];
export const ports: HandlePorts = {
  clock: systemClock,
  decide: () => ({ outputs: {}, reason: { zh: '', en: '' }, rules: [] }),
  calendar: createCalendar({
    id: 'none',
    version: '1',
    timeZone: 'Asia/Shanghai',
    hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day },
    makeUpHours: day,
    holidays: [],
    makeUp: [],
    publishedUntil: '2099-12-31',
    source: 'made up',
  }),
};

export interface Bench {
  readonly db: Database;
  /** Folder of the server's Unix socket. */
  readonly socket: string;
}

/** An embedded database with the tables of cases, for the time of `work`. fsync is on. */
export async function withDatabase<T>(connections: number, work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
  const server = await startEmbedded({ folder });
  const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' }, size: connections });
  try {
    await migrate(db, [ledgerMigrations, jobsMigrations, handleMigrations]);
    await registerDefinition(db, systemClock, 'bench', readProcess(model, 'bench.bpmn'));
    return await work({ db, socket: server.socket });
  } finally {
    await db.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The id of the nth case, from 1. */
export function caseId(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The open task of a case that stands at a revision: each step takes two numbers, one for the token, one for the task. */
export function openTaskOf(n: number, rev: number): string {
  return taskId(region, caseId(n), 2 * rev);
}

/** SQL for the id of the nth case. */
export const idOf = (n: string): string => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** SQL for the id of the first task of a case, as the engine derives it. */
const firstTask = `(SELECT (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-8' || substr(h, 14, 3) || '-' ||
    to_hex((('x' || substr(h, 17, 1))::bit(4)::int & 3) | 8) || substr(h, 18, 3) || '-' || substr(h, 21, 12))::uuid
  FROM encode(sha256(convert_to('${region}/' || ${idOf('n')} || '/2', 'UTF8')), 'hex') h)`;

/** SQL for the id that pgbench gives the task of a case at a revision. */
export const plainTask = (id: string, rev: string): string => `md5(${id}::text || '/' || ${rev})::uuid`;

/** Opens cases in one go: each stands at its first task, as after `startCase`. */
export async function openCases(db: Database, count: number, taskIds: 'engine' | 'plain'): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = `generate_series(1, ${count}) n`;
    await tx.execute(
      `INSERT INTO handle."case" (region, id, number, app, process, version, title, rev, state, home, organisation, step,
         opened_by, opened_at, dedup_key, simulated, variables, next_id, last_seq, search)
       SELECT '${region}', ${idOf('n')}, '${region}-20261122-' || n, 'bench', 'bench', 1, '测速', 1, 'open', 'town', 'town',
         '受理', '${by.actor}', now(), NULL, true, '{"applicant":"x","amount":12}', 3, 3, ARRAY['测速'] FROM ${rows}`,
    );
    await tx.execute(
      `INSERT INTO handle.token (region, case_id, id, scope, element, via, since, state, got)
       SELECT '${region}', ${idOf('n')}, 1, 0, 'a', 'f1', now(), 'live', '{}' FROM ${rows}`,
    );
    const id = taskIds === 'engine' ? firstTask : plainTask(idOf('n'), '1');
    await tx.execute(
      `INSERT INTO handle.task (region, case_id, id, n, token, element, name, organisation, state, created_at)
       SELECT '${region}', ${idOf('n')}, ${id}, 2, 1, 'a', '受理', 'town', 'open', now() FROM ${rows}`,
    );
    await tx.execute(
      `INSERT INTO handle.event (region, case_id, seq, at, kind, element, actor, data)
       SELECT '${region}', ${idOf('n')}, s, now(), (ARRAY['case.opened', 'token.moved', 'task.created'])[s], 'a',
         '${by.actor}', '{"flow":"f1"}' FROM ${rows}, generate_series(1, 3) s`,
    );
  });
  await db.execute('VACUUM ANALYZE');
  await db.execute('CHECKPOINT');
}
