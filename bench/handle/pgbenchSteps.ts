import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { by, plainTask, region } from './bench.ts';

/**
 * The writes of a step, by pgbench: no reducer, no checks, ids by the database. Each way writes the same rows: the case, its
 * token (one gone, one new), the done task, the next task, three events, the command, and the entry (one inbox row a
 * transaction, as the ledger writes it).
 */
export type Way = 'statements' | 'single' | 'batch';

const hex = 'eeab2c6494eacdf3f8bd13ab3b852ddf6e0fa71a12bfa0c548ed3dac84c388c1';
const digest = `'${hex}'`;
const answer = (id: string, rev: string) =>
  `jsonb_build_object('region', '${region}', 'case', ${id}, 'number', '${region}-20261122-0001', 'rev', ${rev}, 'state', 'open', 'lastSeq', ${rev} * 3)`;
const entryText = (id: string, rev: string) =>
  `format('{"id":"%s","at":"2026-11-22T10:00:00.000Z","kind":"task.completed","actor":"${by.actor}","subject":"case:%s","body":{"number":"${region}-20261122-0001","seq":%s,"element":"a","digest":"${hex}","task":"%s"}}', gen_random_uuid(), ${id}, ${rev} * 3, ${id})`;
const done = `state = 'done', assignee = '${by.actor}', claimed_at = now(), ended_at = now(), completed_by = '${by.actor}', data = '{}'`;
const caseSet = (rev: string) =>
  `rev = ${rev} + 1, state = 'open', outcome = NULL, variables = '{"applicant":"x","amount":12}', next_id = next_id + 2, last_seq = last_seq + 3, step = CASE ${rev} % 2 WHEN 1 THEN '审查' ELSE '受理' END`;
const element = (rev: string) => `CASE ${rev} % 2 WHEN 1 THEN 'a' ELSE 'b' END`;
const name = (rev: string) => `CASE ${rev} % 2 WHEN 1 THEN '受理' ELSE '审查' END`;
const eventData = (
  s: string,
  id: string,
) => `CASE ${s} WHEN 1 THEN jsonb_build_object('form', '{}'::jsonb, 'task', ${id}, 'outcome', NULL)
      WHEN 2 THEN '{"flow":"f2"}'::jsonb
      ELSE jsonb_build_object('due', NULL, 'name', '受理', 'role', NULL, 'task', ${id}, 'organisation', 'town') END`;
const eventKind = (s: string) => `(ARRAY['task.completed', 'token.moved', 'task.created'])[${s}]`;

/** One statement for the cases that `which` says; u.rev is the revision after the step. */
function together(which: string): string {
  return `WITH u AS (UPDATE handle."case" SET ${caseSet('rev')} WHERE region = '${region}' AND ${which} RETURNING id, rev),
gone AS (DELETE FROM handle.token t USING u WHERE t.region = '${region}' AND t.case_id = u.id AND t.id = 2 * (u.rev - 1) - 1),
here AS (INSERT INTO handle.token (region, case_id, id, scope, element, via, since, state, got)
  SELECT '${region}', u.id, 2 * u.rev - 1, 0, ${element('u.rev')}, 'f2', now(), 'live', '{}' FROM u),
ended AS (UPDATE handle.task t SET ${done} FROM u WHERE t.region = '${region}' AND t.case_id = u.id AND t.n = 2 * (u.rev - 1)),
made AS (INSERT INTO handle.task (region, case_id, id, n, token, element, name, organisation, state, created_at)
  SELECT '${region}', u.id, ${plainTask('u.id', 'u.rev')}, 2 * u.rev, 2 * u.rev - 1, ${element('u.rev')}, ${name('u.rev')}, 'town', 'open', now() FROM u),
said AS (INSERT INTO handle.event (region, case_id, seq, at, kind, element, actor, data)
  SELECT '${region}', u.id, (u.rev - 1) * 3 + s, now(), ${eventKind('s')}, 'a', '${by.actor}', ${eventData('s', 'u.id')} FROM u, generate_series(1, 3) s),
once AS (INSERT INTO handle.command_dedup (region, command, digest, answer, at)
  SELECT '${region}', gen_random_uuid(), ${digest}, ${answer('u.id', 'u.rev')}, now() FROM u)
INSERT INTO ledger.inbox (region, id, count, entries)
  SELECT '${region}', gen_random_uuid(), count(*), '[' || string_agg(${entryText('u.id', 'u.rev')}, ',') || ']' FROM u HAVING count(*) > 0;`;
}

const id = `('00000000-0000-7000-8000-' || lpad(to_hex(:i::int), 12, '0'))::uuid`;

function script(way: Way, cases: number): string {
  if (way === 'single') return `\\set i random(1, ${cases})\n${together(`id = ${id}`)}`;
  if (way === 'batch') {
    const stride = Math.floor(cases / 200);
    const ids = `ARRAY(SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(g * ${stride} + :o::int), 12, '0'))::uuid FROM generate_series(0, 199) g)`;
    return `\\set o random(1, ${stride})\n${together(`id = ANY (${ids})`)}`;
  }
  return `\\set i random(1, ${cases})
BEGIN;
UPDATE handle."case" SET ${caseSet('rev')} WHERE region = '${region}' AND id = ${id} RETURNING rev \\gset
DELETE FROM handle.token WHERE region = '${region}' AND case_id = ${id} AND id = 2 * (:rev::int - 1) - 1;
INSERT INTO handle.token (region, case_id, id, scope, element, via, since, state, got)
  VALUES ('${region}', ${id}, 2 * :rev::int - 1, 0, ${element(':rev::int')}, 'f2', now(), 'live', '{}');
UPDATE handle.task SET ${done} WHERE region = '${region}' AND case_id = ${id} AND n = 2 * (:rev::int - 1);
INSERT INTO handle.task (region, case_id, id, n, token, element, name, organisation, state, created_at)
  VALUES ('${region}', ${id}, ${plainTask(id, ':rev::int')}, 2 * :rev::int, 2 * :rev::int - 1, ${element(':rev::int')}, ${name(':rev::int')}, 'town', 'open', now());
INSERT INTO handle.event (region, case_id, seq, at, kind, element, actor, data)
  SELECT '${region}', ${id}, (:rev::int - 1) * 3 + s, now(), ${eventKind('s')}, 'a', '${by.actor}', ${eventData('s', id)} FROM generate_series(1, 3) s;
INSERT INTO handle.command_dedup (region, command, digest, answer, at)
  VALUES ('${region}', gen_random_uuid(), ${digest}, ${answer(id, ':rev::int')}, now());
INSERT INTO ledger.inbox (region, id, count, entries) VALUES ('${region}', gen_random_uuid(), 1, '[' || ${entryText(id, ':rev::int')} || ']');
COMMIT;`;
}

export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version']).status === 0;
}

/** Steps per second. @param clients connections at the same time */
export function pgbenchSteps(socket: string, way: Way, cases: number, clients: number, seconds: number): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-pgbench-'));
  try {
    const file = path.join(folder, `${way}.sql`);
    writeFileSync(file, `${script(way, cases)}\n`);
    const load = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file];
    const run = spawnSync('pgbench', ['-h', socket, '-U', 'yiwang', ...load, 'postgres'], { encoding: 'utf8' });
    const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
    if (tps === undefined) throw new TypeError(`pgbench: ${run.stderr.slice(0, 1000)}`);
    return Number(tps) * (way === 'batch' ? 200 : 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
