import type { Handler, Job } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import type { CommandAnswer, HandlePorts } from './commandRequest.ts';
import { faults } from '../faults.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { runCommand } from './runCommand.ts';

/**
 * The handler of queue `handle.timer`: lets the timer of a job go off; one that is gone or was moved does nothing. The
 * job's id is the command's, so that a job that runs twice fires once.
 */
export function fireTimer(tx: Sql, ports: HandlePorts, job: Job): Promise<CommandAnswer> {
  const { case: id, timer, dueAt } = isObject(job.payload) ? job.payload : {};
  if (typeof id !== 'string' || typeof timer !== 'number' || typeof dueAt !== 'string')
    throw faults.badCommand({ reasonZh: '计时任务的内容有误。', reason: 'The payload of the timer job is not right.' });
  const by = { actor: 'system:handle', organisation: '', roles: [] };
  const request = { region: job.region, case: id, command: job.id, by };
  return runCommand(tx, ports, request, { do: 'fireTimer', timer, dueAt: new Date(dueAt) });
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What to give to `startWorkers` for queue `handle.timer`. */
export function timerHandler(ports: HandlePorts): Handler {
  return async (tx, job) => {
    await fireTimer(tx, ports, job);
  };
}
