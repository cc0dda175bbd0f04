import type { Handler, Job } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import type { CommandAnswer, HandlePorts } from './commandRequest.ts';
import { faults } from '../faults.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { runBatch, type BatchItem } from './runBatch.ts';

/**
 * Lets the timers of jobs of queue `handle.timer` go off; one that is gone or was moved does nothing. A job's id is the
 * command's, so that a job that runs twice fires once.
 * @returns the cases that moved on
 * @throws handle.badCommand, handle.noCase, handle.timerNotDue, where it is so of one of them: none went off then
 */
export async function fireTimers(tx: Sql, ports: HandlePorts, jobs: readonly Job[]): Promise<readonly CommandAnswer[]> {
  const { outcomes } = await runBatch(tx, ports, jobs.map(itemOf));
  return outcomes.flatMap((outcome) => {
    if ('fault' in outcome) throw outcome.fault;
    return outcome.moved ? [outcome.answer] : [];
  });
}

const by = { actor: 'system:handle', organisation: '', roles: [] };

function itemOf(job: Job): BatchItem {
  const { case: id, timer, dueAt } = isObject(job.payload) ? job.payload : {};
  if (typeof id !== 'string' || typeof timer !== 'number' || typeof dueAt !== 'string')
    throw faults.badCommand({ reasonZh: '计时任务的内容有误。', reason: 'The payload of the timer job is not right.' });
  return {
    request: { region: job.region, case: id, command: job.id, by },
    act: { do: 'fireTimer', timer, dueAt: new Date(dueAt) },
  };
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What to give to `startWorkers` for queue `handle.timer`. */
export function timerHandler(ports: HandlePorts): Handler {
  return async (tx, job) => {
    await fireTimers(tx, ports, [job]);
  };
}
