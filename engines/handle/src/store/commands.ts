import type { Sql } from '@yiwang/postgres';
import type { NewEvidence } from '../step/caseCommand.ts';
import {
  checkText,
  checkVariables,
  type CommandAnswer,
  type CommandRequest,
  type HandlePorts,
} from './commandRequest.ts';
import { faults } from '../faults.ts';
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
  if (organisation === undefined && account === undefined)
    throw faults.badCommand({ reasonZh: '改派须指明单位或人员。', reason: 'Name an organisation or an account.' });
  checkText(organisation, 120, { zh: '单位', en: 'The organisation' });
  if (account !== undefined && !/^account:\d{6}$/.test(account))
    throw faults.badCommand({
      reasonZh: '账号应形如 account:100012。',
      reason: 'The account is not like account:100012.',
    });
  return runCommand(tx, ports, request, {
    do: 'assign',
    task,
    ...(organisation === undefined ? {} : { organisation }),
    ...(account === undefined ? {} : { account }),
  });
}

/** Completes a task (办结) with its form, which is checked against the declared fields, and moves the case on. */
export function completeTask(tx: Sql, ports: HandlePorts, request: OnTask & { readonly form: JsonObject }): Answer {
  checkVariables(request.form);
  return runCommand(tx, ports, request, { do: 'complete', task: request.task, form: request.form });
}

/** Records a stored file as evidence of the case, or of an open task of it. */
export function addEvidence(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest & { readonly evidence: NewEvidence },
): Answer {
  const { evidence } = request;
  checkText(evidence.name, 200, { zh: '文件名', en: 'The file name' });
  checkText(evidence.hash, 200, { zh: '文件哈希', en: 'The hash' });
  checkText(evidence.type, 100, { zh: '文件类型', en: 'The type' });
  if (!Number.isSafeInteger(evidence.size) || evidence.size < 0)
    throw faults.badCommand({ reasonZh: '文件大小有误。', reason: 'The size is not right.' });
  return runCommand(tx, ports, request, { do: 'addEvidence', evidence });
}

/** Gives a message to a case: its variables are taken, and what waits for the name goes on; nobody need wait. */
export function correlate(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest & { readonly message: string; readonly variables?: JsonObject },
): Answer {
  const { message, variables = {} } = request;
  checkText(message, 80, { zh: '消息名', en: 'The message' });
  checkVariables(variables);
  return runCommand(tx, ports, request, { do: 'correlate', message, variables });
}

export function setVariables(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest & { readonly variables: JsonObject },
): Answer {
  checkVariables(request.variables);
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
