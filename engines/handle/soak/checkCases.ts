import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@yiwang/clock';
import { createSigningKey, describeFinding, startSequencer, verifyBook } from '@yiwang/ledger';
import type { Database } from '@yiwang/postgres';
import { region } from './caseWorld.ts';

/** A command that a server said was done, with what it answered. */
export interface Acknowledged {
  readonly case: string;
  readonly command: string;
  readonly rev: number;
  readonly lastSeq: number;
}

export interface Broken {
  readonly what: string;
  /** The case, where it is about one. */
  readonly where: string;
}

/** What must hold of a case whatever went wrong, as statements that list the cases of which it doesn't. */
const invariants: Readonly<Record<string, string>> = {
  'the last number is the number of its events': `SELECT c.id FROM handle."case" c WHERE c.region = $1 AND c.last_seq <>
    (SELECT count(*) FROM handle.event e WHERE (e.region, e.case_id) = (c.region, c.id))`,
  'its events are numbered without gaps': `SELECT c.id FROM handle."case" c WHERE c.region = $1 AND c.last_seq <>
    (SELECT max(e.seq) FROM handle.event e WHERE (e.region, e.case_id) = (c.region, c.id))`,
  'one task is open': `SELECT c.id FROM handle."case" c WHERE c.region = $1 AND 1 <>
    (SELECT count(*) FROM handle.task t WHERE (t.region, t.case_id, t.state) = (c.region, c.id, 'open'))`,
  'one token stands, at the open task': `SELECT c.id FROM handle."case" c WHERE c.region = $1 AND 1 <>
    (SELECT count(*) FROM handle.token k JOIN handle.task t ON (t.region, t.case_id, t.token) = (k.region, k.case_id, k.id)
     WHERE (k.region, k.case_id) = (c.region, c.id) AND t.state = 'open')
    OR c.region = $1 AND 1 <> (SELECT count(*) FROM handle.token k WHERE (k.region, k.case_id) = (c.region, c.id))`,
  'each done task has one event, and each event its done task': `SELECT c.id FROM handle."case" c WHERE c.region = $1 AND
    (SELECT count(*) FROM handle.task t WHERE (t.region, t.case_id, t.state) = (c.region, c.id, 'done')) <>
    (SELECT count(DISTINCT e.data ->> 'task') FROM handle.event e
     WHERE (e.region, e.case_id, e.kind) = (c.region, c.id, 'task.completed'))
    OR c.region = $1 AND (SELECT count(*) - count(DISTINCT e.data ->> 'task') FROM handle.event e
      WHERE (e.region, e.case_id, e.kind) = (c.region, c.id, 'task.completed')) <> 0`,
  'a timer went off once': `SELECT e.case_id AS id FROM handle.event e WHERE e.region = $1 AND e.kind = 'timer.fired'
    GROUP BY e.case_id, e.data ->> 'timer' HAVING count(*) > 1`,
  'what timers did is counted once': `SELECT c.id FROM handle."case" c WHERE c.region = $1 AND (c.variables ->> 'late')::int <>
    (SELECT count(*) FROM handle.event e WHERE (e.region, e.case_id, e.kind) = (c.region, c.id, 'timer.fired'))`,
  'a timer that is set has its job': `SELECT t.case_id AS id FROM handle.timer t WHERE t.region = $1 AND NOT EXISTS
    (SELECT 1 FROM jobs.job j WHERE j.region = $1 AND j.queue = 'handle.timer' AND (j.payload ->> 'case')::uuid = t.case_id
       AND (j.payload ->> 'timer')::int = t.id)
    AND NOT EXISTS (SELECT 1 FROM jobs.dead d WHERE d.region = $1 AND (d.payload ->> 'case')::uuid = t.case_id)`,
  'no timer is given up': `SELECT (payload ->> 'case')::uuid AS id FROM jobs.dead WHERE region = $1`,
  'each revision is one command or one timer': `SELECT c.id FROM handle."case" c WHERE c.region = $1 AND c.rev <> 1 +
    (SELECT count(*) FROM handle.event e WHERE (e.region, e.case_id) = (c.region, c.id)
       AND e.kind IN ('task.completed', 'timer.fired'))`,
};

/** Checks the cases, what was acknowledged, and the book. @returns what does not hold; empty when all is well */
export async function checkCases(db: Database, acknowledged: readonly Acknowledged[]): Promise<readonly Broken[]> {
  const broken: Broken[] = [];
  for (const [what, statement] of Object.entries(invariants))
    for (const { id } of await db.query<{ id: string }>(statement, [region])) broken.push({ what, where: id });

  const kept = new Map(
    (
      await db.query<{ command: string; rev: number; seq: number }>(
        `SELECT command, (answer ->> 'rev')::int AS rev, (answer ->> 'lastSeq')::int AS seq FROM handle.command_dedup WHERE region = $1`,
        [region],
      )
    ).map((row) => [row.command, row]),
  );
  for (const { case: where, command, rev, lastSeq } of acknowledged) {
    const row = kept.get(command);
    if (row === undefined) broken.push({ what: 'an acknowledged command is there', where });
    else if (row.rev !== rev || row.seq !== lastSeq) broken.push({ what: 'a repeat gets the first answer', where });
  }

  const sequencer = await startSequencer(db, systemClock, { key: createSigningKey('soak') });
  while ((await db.query('SELECT 1 FROM ledger.inbox LIMIT 1')).length > 0) await sleep(50);
  await sequencer.stop();
  const { findings } = await verifyBook(db, region);
  for (const finding of findings) broken.push({ what: describeFinding(finding).en, where: 'ledger' });
  const [entries] = await db.query<{ missing: number }>(
    `SELECT count(*) AS missing FROM handle.event e WHERE e.region = $1 AND e.kind NOT IN ('token.moved', 'task.created')
       AND NOT EXISTS (SELECT 1 FROM ledger.entry l WHERE l.region = $1 AND l.subject = 'case:' || e.case_id::text
         AND (l.body ->> 'seq')::int = e.seq AND l.kind = e.kind)`,
    [region],
  );
  if (entries?.missing !== 0) broken.push({ what: 'each event has its entry', where: `${entries?.missing} without` });
  return broken;
}
