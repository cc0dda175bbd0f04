import type { Sql } from '@yiwang/postgres';
import type { NewEvidence } from '../step/caseCommand.ts';
import type { CommandAnswer, CommandRequest, HandlePorts } from './commandRequest.ts';
import type { JsonObject } from '../json.ts';
import { runCommand } from './runCommand.ts';

type Answer = Promise<CommandAnswer>;
type OnTask = CommandRequest & { readonly task: string };

/** Takes a task into one's own hands (接单). @throws handle.taskHeld, handle.taskDone, handle.notCandidate, handle.sameHands … */
export function claimTask(tx: Sql, ports: HandlePorts, request: OnTask): Answer {
  return runCommand(tx, ports, request, { do: 'claim', task: request.task });
}

/** Sends an open task to another organisation or account (改派); needs a reason. Whether one may is for the access policies. */
export function assignTask(
  tx: Sql,
  ports: HandlePorts,
  request: OnTask & { readonly organisation?: string; readonly account?: string },
): Answer {
  const { task, organisation, account } = request;
  return runCommand(tx, ports, request, {
    do: 'assign',
    task,
    ...(organisation === undefined ? {} : { organisation }),
    ...(account === undefined ? {} : { account }),
  });
}

/** Completes a task (办结) with its form, which is checked against the declared fields, and moves the case on. */
export function completeTask(tx: Sql, ports: HandlePorts, request: OnTask & { readonly form: JsonObject }): Answer {
  return runCommand(tx, ports, request, { do: 'complete', task: request.task, form: request.form });
}

/** Records a stored file as evidence of the case, or of an open task of it. */
export function addEvidence(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest & { readonly evidence: NewEvidence },
): Answer {
  const { evidence } = request;
  return runCommand(tx, ports, request, { do: 'addEvidence', evidence });
}

/** Gives a message to a case: its variables are taken, and what waits for the name goes on; nobody need wait. */
export function correlate(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest & { readonly message: string; readonly variables?: JsonObject },
): Answer {
  const { message, variables = {} } = request;
  return runCommand(tx, ports, request, { do: 'correlate', message, variables });
}

export function setVariables(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest & { readonly variables: JsonObject },
): Answer {
  return runCommand(tx, ports, request, { do: 'setVariables', variables: request.variables });
}

/** Stops the clock of a task (中止计时) for a legal reason, which is needed; its due time and timers rest meanwhile. */
export function suspendClock(tx: Sql, ports: HandlePorts, request: OnTask): Answer {
  return runCommand(tx, ports, request, { do: 'suspendClock', task: request.task });
}

export function resumeClock(tx: Sql, ports: HandlePorts, request: OnTask): Answer {
  return runCommand(tx, ports, request, { do: 'resumeClock', task: request.task });
}

/** Ends a case unfinished (撤回); needs a reason. Open tasks, clocks and timers end with it. */
export function withdraw(tx: Sql, ports: HandlePorts, request: CommandRequest): Answer {
  return runCommand(tx, ports, request, { do: 'withdraw' });
}
