import { systemClock } from '@yiwang/clock';
import { fireTimers, readProcess, registerDefinition, timerQueue } from '@yiwang/handle';
import { startWorkers } from '@yiwang/jobs';
import type { Database } from '@yiwang/postgres';
import { by, idOf, ports, region } from './bench.ts';

const model = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="wait" isExecutable="true">
  <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="later" />
  <intermediateCatchEvent id="later"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="later" targetRef="b" /><userTask id="b" name="审查" />
  <sequenceFlow id="f3" sourceRef="b" targetRef="end" /><endEvent id="end" /></process></definitions>`;

const due = new Date('2026-11-22T02:00:00Z');
const parked = new Date('2099-01-01T00:00:00Z');

/** Cases that wait for a timer, as the engine stores them; the first `dueNow` are due. */
async function openWaiting(db: Database, count: number, dueNow: number): Promise<void> {
  await registerDefinition(db, systemClock, 'bench', readProcess(model, 'wait.bpmn'));
  await db.transaction(async (tx) => {
    const rows = `generate_series(1, ${count}) n`;
    const at = `CASE WHEN n <= ${dueNow} THEN timestamptz '${due.toISOString()}' ELSE timestamptz '${parked.toISOString()}' END`;
    await tx.execute(
      `INSERT INTO handle."case" (region, id, number, app, process, version, title, rev, state, home, organisation, step,
         opened_by, opened_at, simulated, variables, next_id, last_seq, search)
       SELECT '${region}', ${idOf('n')}, '${region}-20261122-' || n, 'bench', 'wait', 1, '测速', 1, 'open', 'town', 'town',
         'later', '${by.actor}', now(), true, '{}', 3, 2, ARRAY['测速'] FROM ${rows}`,
    );
    await tx.execute(
      `INSERT INTO handle.token (region, case_id, id, scope, element, via, since, state, got)
       SELECT '${region}', ${idOf('n')}, 1, 0, 'later', 'f1', now(), 'live', '{}' FROM ${rows}`,
    );
    await tx.execute(
      `INSERT INTO handle.timer (region, case_id, id, element, event, token, scope, due_at, left_times)
       SELECT '${region}', ${idOf('n')}, 2, 'later', 0, 1, 0, ${at}, 1 FROM ${rows}`,
    );
    await tx.execute(
      `INSERT INTO jobs.job (region, id, queue, key, payload, run_at, max_attempts)
       SELECT '${region}', ${idOf('n')}, '${timerQueue}', 'timer ' || n,
         jsonb_build_object('case', ${idOf('n')}, 'timer', 2, 'dueAt', CASE WHEN n <= ${dueNow} THEN '${due.toISOString()}' ELSE '${parked.toISOString()}' END),
         ${at}, 10 FROM ${rows}`,
    );
  });
  await db.execute('VACUUM ANALYZE');
  await db.execute('CHECKPOINT');
}

export interface Drained {
  readonly seconds: number;
  /** Cases that have moved on exactly once. */
  readonly once: number;
  readonly others: number;
}

/** How long it takes until the timers that are due at once have gone off, with the rest parked. */
export async function drainTimers(db: Database, count: number, dueNow: number): Promise<Drained> {
  await openWaiting(db, count, dueNow);
  const begun = performance.now();
  const workers = await startWorkers(
    db,
    systemClock,
    { [timerQueue]: { batch: 200, handleAll: async (tx, jobs) => void (await fireTimers(tx, ports, jobs)) } },
    { concurrency: 4 },
  );
  for (;;) {
    const [left] = await db.query(`SELECT 1 FROM jobs.job WHERE queue = $1 AND run_at <= now() LIMIT 1`, [timerQueue]);
    if (left === undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await workers.stop();
  const seconds = (performance.now() - begun) / 1000;
  const [row] = await db.query<{ once: number; others: number }>(
    `SELECT count(*) FILTER (WHERE n = 1) AS once, count(*) FILTER (WHERE n > 1) AS others
     FROM (SELECT case_id, count(*) AS n FROM handle.event WHERE kind = 'timer.fired' GROUP BY 1) e`,
  );
  return { seconds, once: row?.once ?? 0, others: row?.others ?? 0 };
}
