import { advance, closeCase } from './advance.ts';
import type { CaseCommand } from './caseCommand.ts';
import type { CaseEvent, CaseState, Task } from './caseState.ts';
import { checkForm } from './checkForm.ts';
import { checkRoom } from './checkRoom.ts';
import { change, happened, takeId, type Draft } from './draft.ts';
import { endTask } from './endTask.ts';
import { faults } from '../faults.ts';
import { checkMayDo, getOpenTask } from './mayDoTask.ts';
import type { StepPorts } from './ports.ts';
import type { FlowNode, ProcessDefinition, UserTask } from '../model/processDefinition.ts';
import { turnTaskClock } from './turnTaskClock.ts';

export interface Stepped {
  readonly state: CaseState;
  /** Empty when the command found nothing to do, such as a timer that is gone; the state is the same then. */
  readonly events: readonly CaseEvent[];
}

/**
 * One command on one case: the state after it, and what happened. Pure: the same arguments give the same result, so a
 * history can be run again and compared. Tasks, timers, clocks and tokens to write are the difference of the states.
 * @throws a fault of `handle`; nothing has happened then
 */
export function step(
  definition: ProcessDefinition,
  state: CaseState,
  command: CaseCommand,
  at: Date,
  ports: StepPorts,
): Stepped {
  if (state.state === 'closed') {
    if (command.act.do === 'fireTimer') return { state, events: [] };
    throw faults.closed({ number: state.number, at: state.closedAt?.toISOString() ?? '–' });
  }
  const draft: Draft = { definition, ports, at, by: command.by, reason: command.reason, events: [], state };
  perform(draft, command);
  if (draft.events.length === 0) return { state, events: [] };
  return { state: { ...draft.state, rev: state.rev + 1 }, events: draft.events };
}

function perform(draft: Draft, { act }: CaseCommand): void {
  switch (act.do) {
    case 'start':
      change(draft, { variables: act.variables });
      happened(draft, 'case.opened', draft.definition.start, { variables: act.variables });
      return advance(draft, nodeOf(draft, draft.definition.start));
    case 'seeAgain':
      change(draft, { seenAgain: draft.state.seenAgain + 1 });
      return happened(draft, 'case.seen-again', null, { times: draft.state.seenAgain });
    case 'claim':
      return claim(draft, getOpenTask(draft.state, act.task));
    case 'assign':
      return assign(draft, getOpenTask(draft.state, act.task), act.organisation, act.account);
    case 'complete':
      return complete(draft, getOpenTask(draft.state, act.task), act.form);
    case 'addEvidence':
      return addEvidence(draft, act.evidence);
    case 'correlate':
      return correlate(draft, act.message, act.variables);
    case 'fireTimer':
      return fireTimer(draft, act.timer, act.dueAt);
    case 'setVariables':
      change(draft, { variables: { ...draft.state.variables, ...act.variables } });
      return happened(draft, 'variables.set', null, { variables: act.variables });
    case 'suspendClock':
      needReason(draft, { zh: '中止计时', en: 'suspending the clock' });
      return turnTaskClock(draft, getOpenTask(draft.state, act.task), 'suspended');
    case 'resumeClock':
      return turnTaskClock(draft, getOpenTask(draft.state, act.task), 'running');
    case 'withdraw':
      needReason(draft, { zh: '撤回事项', en: 'withdrawing a case' });
      for (const task of draft.state.tasks) if (task.state === 'open') endTask(draft, task, { state: 'cancelled' });
      change(draft, { tokens: [], timers: [] });
      return closeCase(draft, 'withdrawn');
  }
}

function nodeOf(draft: Draft, id: string): FlowNode {
  const node = draft.definition.nodes.get(id);
  if (node === undefined) throw faults.stuck({ element: id });
  return node;
}

function userTaskOf(draft: Draft, task: Task): UserTask {
  const node = nodeOf(draft, task.element);
  if (node.kind !== 'userTask') throw faults.stuck({ element: task.element });
  return node;
}

function needReason(draft: Draft, what: { readonly zh: string; readonly en: string }): void {
  if (draft.reason === null || draft.reason.trim() === '') throw faults.needsReason({ what: what.en, whatZh: what.zh });
}

function replaceTask(draft: Draft, task: Task): void {
  change(draft, { tasks: draft.state.tasks.map((one) => (one.id === task.id ? task : one)) });
}

function claim(draft: Draft, task: Task): void {
  checkMayDo(draft.definition, draft.state, task, draft.by);
  if (task.assignee !== null) return; // held by the same person already
  replaceTask(draft, { ...task, assignee: draft.by.actor, claimedAt: draft.at });
  happened(draft, 'task.claimed', task.element, { task: task.id });
}

/** Sends a task to another organisation, or into the hands of one account. Who may is for the access policies. */
function assign(draft: Draft, task: Task, organisation: string | undefined, account: string | undefined): void {
  needReason(draft, { zh: '改派任务', en: 'assigning a task' });
  replaceTask(draft, {
    ...task,
    organisation: organisation ?? task.organisation,
    assignee: account ?? null,
    claimedAt: null,
  });
  happened(draft, 'task.assigned', task.element, {
    task: task.id,
    organisation: organisation ?? task.organisation,
    account: account ?? null,
  });
}

function complete(draft: Draft, task: Task, form: Parameters<typeof checkForm>[1]): void {
  checkMayDo(draft.definition, draft.state, task, draft.by);
  const node = userTaskOf(draft, task);
  const data = checkForm(node.fields, form, draft.state);
  const outcome = typeof data['outcome'] === 'string' ? data['outcome'] : null;
  const { actor } = draft.by;
  endTask(draft, task, {
    state: 'done',
    assignee: actor,
    claimedAt: task.claimedAt ?? draft.at,
    completedBy: actor,
    outcome,
    data,
  });
  change(draft, { variables: { ...draft.state.variables, ...data } });
  happened(draft, 'task.completed', task.element, { task: task.id, form: data, outcome });
  advance(draft, node);
}

function addEvidence(
  draft: Draft,
  { task, hash, type, size, name }: (CaseCommand['act'] & { do: 'addEvidence' })['evidence'],
): void {
  checkRoom(draft.state, 'evidence');
  if (task !== undefined) getOpenTask(draft.state, task);
  const one = { id: takeId(draft), task: task ?? null, hash, type, size, name, at: draft.at, by: draft.by.actor };
  change(draft, { evidence: [...draft.state.evidence, one] });
  happened(draft, 'evidence.added', null, { task: task ?? null, hash, type, size });
}

/** A message for the case: its variables are taken, and every token that waits for the name moves on. */
function correlate(draft: Draft, message: string, variables: CaseState['variables']): void {
  const waiting = draft.state.tokens.filter((token) => {
    const node = draft.definition.nodes.get(token.element);
    return node?.kind === 'messageCatch' && node.message === message;
  });
  change(draft, { variables: { ...draft.state.variables, ...variables } });
  happened(draft, 'message.received', waiting[0]?.element ?? null, { message, waiting: waiting.length, variables });
  for (const token of waiting) {
    // One after the other: while another still waits, the end of one closes no case; a terminate end takes all away.
    if (!draft.state.tokens.includes(token)) continue;
    change(draft, { tokens: draft.state.tokens.filter((one) => one.id !== token.id) });
    advance(draft, nodeOf(draft, token.element));
  }
}

/** A timer that is gone, or was moved meanwhile, does nothing. @throws handle.timerNotDue */
function fireTimer(draft: Draft, id: number, dueAt: Date): void {
  const timer = draft.state.timers.find((one) => one.id === id);
  if (timer === undefined || timer.dueAt?.getTime() !== dueAt.getTime()) return;
  if (dueAt > draft.at)
    throw faults.timerNotDue({ element: timer.element, due: dueAt.toISOString(), now: draft.at.toISOString() });
  const node = nodeOf(draft, timer.element);
  change(draft, { timers: draft.state.timers.filter((one) => one.id !== id) });
  happened(draft, 'timer.fired', timer.element, { timer: id, due: dueAt.toISOString() });
  if (node.kind === 'timerCatch') {
    change(draft, { tokens: draft.state.tokens.filter((token) => token.id !== timer.token) });
  } else if (node.kind === 'boundaryTimer' && node.interrupting) {
    const task = draft.state.tasks.find((one) => one.token === timer.token && one.state === 'open');
    if (task !== undefined) {
      endTask(draft, task, { state: 'cancelled' });
      happened(draft, 'task.cancelled', task.element, { task: task.id });
    }
  }
  advance(draft, node);
}
