import { extendClock, checkExtension, resumeClock, suspendClock, type LegalClock } from '../clock/index.ts';
import { faults } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import { isActivity, type UserTask } from '../model/processDefinition.ts';
import type { PeopleAct, NewEvidence } from './caseCommand.ts';
import { followClocks } from './caseClocks.ts';
import { rootScope, type Task } from './caseState.ts';
import { arm, definitionOfScope, listenersOf } from './catching.ts';
import { checkForm } from './checkForm.ts';
import { checkRoom } from './checkRoom.ts';
import { closeCase } from './closeCase.ts';
import { change, findToken, happened, nodeOf, takeId, type Draft } from './draft.ts';
import { endTask } from './endTask.ts';
import { addTask } from './enterUserTask.ts';
import { goBack } from './goBack.ts';
import { checkMayDo, getOpenTask } from './mayDoTask.ts';
import { findScope } from './scopeTree.ts';
import { assign, variablesAt } from './variables.ts';

/** Carries out what a person told. Whether the person may is for the access policies, but for candidates and holders. */
export function people(draft: Draft, act: PeopleAct): void {
  const { state } = draft;
  const parked = state.parkedAt !== null && !whileParked.has(act.do);
  if (parked) throw faults.parked({ number: state.number, at: state.parkedAt?.toISOString() ?? '–' });
  const need = needsReason[act.do];
  if (need !== undefined && (draft.reason === null || draft.reason.trim() === ''))
    throw faults.needsReason({ what: need.en, whatZh: need.zh });
  return isOnTask(act) ? onTask(draft, act, getOpenTask(state, act.task)) : onCase(draft, act);
}

const whileParked: ReadonlySet<string> = new Set(['unpark', 'urge', 'supervise', 'link', 'withdraw', 'addEvidence']);

const needsReason: Readonly<Partial<Record<PeopleAct['do'], { readonly zh: string; readonly en: string }>>> = {
  assign: { zh: '改派任务', en: 'Assigning a task' },
  transfer: { zh: '移送', en: 'Transferring a task' },
  return: { zh: '退回', en: 'Returning a task' },
  suspendClock: { zh: '中止计时', en: 'Suspending the clock' },
  extend: { zh: '延期', en: 'Extending a time limit' },
  urge: { zh: '催办', en: 'Urging' },
  supervise: { zh: '督办', en: 'Supervising' },
  park: { zh: '挂账', en: 'Parking a case' },
  mergeInto: { zh: '并案', en: 'Merging a case' },
  withdraw: { zh: '撤回事项', en: 'Withdrawing a case' },
  reopen: { zh: '重开事项', en: 'Reopening a case' },
};

type TaskAct = Extract<PeopleAct, { readonly task: string }>;
type CaseAct = Exclude<PeopleAct, TaskAct>;

function isOnTask(act: PeopleAct): act is TaskAct {
  return 'task' in act && act.task !== undefined && act.do !== 'suspendClock' && act.do !== 'resumeClock';
}

function onTask(draft: Draft, act: TaskAct, task: Task): void {
  switch (act.do) {
    case 'claim':
      return claim(draft, task);
    case 'release':
      return release(draft, task);
    case 'assign':
      return assignTo(draft, task, act.organisation ?? task.organisation, act.account ?? null);
    case 'delegate':
      return delegate(draft, task, act.account);
    case 'transfer':
      checkMayDo(draft.definition, draft.state, task, draft.by);
      replaceTask(draft, {
        ...task,
        organisation: act.organisation,
        assignee: null,
        claimedAt: null,
        delegatedBy: null,
      });
      return happened(draft, 'task.transferred', task.element, {
        task: task.id,
        from: task.organisation,
        organisation: act.organisation,
      });
    case 'return':
      return giveBack(draft, task, act.to);
    case 'addSigner':
      return addSigner(draft, task, act.organisation, act.account ?? null);
    case 'complete':
      return complete(draft, task, act.form);
  }
}

function onCase(draft: Draft, act: CaseAct): void {
  const { at, state } = draft;
  switch (act.do) {
    case 'addEvidence':
      return addEvidence(draft, act.evidence);
    case 'begin':
      return beginAdHoc(draft, act.scope, act.element);
    case 'suspendClock':
    case 'resumeClock':
      return turnClock(draft, clockNamed(draft, act), act.do === 'suspendClock');
    case 'extend':
      return extend(draft, act.clock, act.amount);
    case 'decideExtension':
      return decideExtension(draft, act.request, act.granted);
    case 'urge':
      change(draft, { urged: state.urged + 1 });
      return happened(draft, 'case.urged', null, { times: draft.state.urged });
    case 'supervise':
      if (state.supervisedAt === null) change(draft, { supervisedAt: at });
      return happened(draft, 'case.supervised', null);
    case 'park':
      return park(draft);
    case 'unpark':
      return unpark(draft);
    case 'link':
      change(draft, { links: [...state.links, act.link] });
      return happened(draft, 'case.linked', null, { ...act.link });
    case 'mergeInto':
      change(draft, { links: [...state.links, act.link] });
      return closeCase(draft, 'merged', { into: act.link.number });
    case 'withdraw':
      return closeCase(draft, 'withdrawn');
    case 'reopen':
      return reopen(draft, act.element);
    case 'retry':
      return retry(draft, act.incident);
  }
}

function replaceTask(draft: Draft, task: Task): void {
  change(draft, { tasks: draft.state.tasks.map((one) => (one.id === task.id ? task : one)) });
}

function userTaskOf(draft: Draft, task: Task): UserTask {
  const node = nodeOf(draft, task.element);
  if (node.kind !== 'userTask') throw faults.stuck({ element: task.element });
  return node;
}

function claim(draft: Draft, task: Task): void {
  checkMayDo(draft.definition, draft.state, task, draft.by);
  if (task.assignee !== null) return; // held by the same person already
  replaceTask(draft, { ...task, assignee: draft.by.actor, claimedAt: draft.at });
  happened(draft, 'task.claimed', task.element, { task: task.id });
}

/** Puts a task back for its candidates: undoes a claim. */
function release(draft: Draft, task: Task): void {
  checkHolds(task, draft.by.actor);
  replaceTask(draft, { ...task, assignee: null, claimedAt: null });
  happened(draft, 'task.released', task.element, { task: task.id });
}

function checkHolds({ assignee, name }: Task, actor: string): void {
  if (assignee !== actor) throw faults.taskNotHeld({ name, by: assignee ?? '–' });
}

function assignTo(draft: Draft, task: Task, organisation: string, account: string | null): void {
  const claimedAt = account === null ? null : draft.at;
  replaceTask(draft, { ...task, organisation, assignee: account, claimedAt, delegatedBy: null });
  happened(draft, 'task.assigned', task.element, { task: task.id, organisation, account });
}

/** Hands a task to somebody for a while (委托); it comes back for confirmation when that person completes it. */
function delegate(draft: Draft, task: Task, account: string): void {
  checkHolds(task, draft.by.actor);
  if (account === draft.by.actor) throw faults.taskHeld({ name: task.name, by: account });
  replaceTask(draft, { ...task, assignee: account, delegatedBy: task.delegatedBy ?? draft.by.actor });
  happened(draft, 'task.delegated', task.element, { task: task.id, account });
}

/** Returns a task (退回) to a task before it: this one ends, and that one is put up again for who completed it. */
function giveBack(draft: Draft, task: Task, to: string): void {
  checkMayDo(draft.definition, draft.state, task, draft.by);
  const target = draft.definition.nodes.get(to);
  const here = userTaskOf(draft, task);
  const before = draft.state.tasks.findLast((one) => one.element === to && one.state === 'done');
  if (target?.kind !== 'userTask' || target.scope !== here.scope || before === undefined || to === task.element)
    throw faults.noWayBack({ name: task.name, to: to.slice(0, 80) });
  happened(draft, 'task.returned', task.element, { task: task.id, to });
  goBack(draft, task, target, rootScope);
}

/** Adds a signer (加签): a task beside this one, which can be completed only when that is done. */
function addSigner(draft: Draft, task: Task, organisation: string, account: string | null): void {
  checkMayDo(draft.definition, draft.state, task, draft.by);
  if (task.signsFor !== null) throw faults.alreadySigner({ name: task.name });
  const token = findToken(draft, task.token);
  if (token === undefined) return;
  const added = addTask(draft, userTaskOf(draft, task), token, { organisation, assignee: account, signsFor: task.id });
  happened(draft, 'task.signer-added', task.element, { task: task.id, signer: added.id, organisation, account });
}

function complete(draft: Draft, task: Task, form: JsonObject): void {
  checkMayDo(draft.definition, draft.state, task, draft.by);
  const signers = draft.state.tasks.filter((one) => one.signsFor === task.id && one.state === 'open');
  if (signers.length > 0) throw faults.signersLeft({ name: task.name, n: signers.length });
  const node = userTaskOf(draft, task);
  const data = checkForm(node.fields, form, draft.state);
  const outcome = typeof data['outcome'] === 'string' ? data['outcome'] : null;
  const { actor } = draft.by;
  if (task.delegatedBy !== null && task.delegatedBy !== actor) {
    replaceTask(draft, { ...task, assignee: task.delegatedBy, delegatedBy: null, data });
    return happened(draft, 'task.delegated', task.element, { task: task.id, account: task.delegatedBy, done: true });
  }
  endTask(draft, task, {
    state: 'done',
    assignee: actor,
    claimedAt: task.claimedAt ?? draft.at,
    completedBy: actor,
    delegatedBy: null,
    outcome,
    data,
  });
  happened(draft, 'task.completed', task.element, { task: task.id, form: data, outcome });
  if (task.signsFor !== null) return undefined; // who asked goes on
  const token = findToken(draft, task.token);
  if (token === undefined) return undefined;
  assign(draft, token.scope, data);
  draft.arrivals.push({ do: 'finish', token: token.id, scope: token.scope });
  return undefined;
}

function addEvidence(draft: Draft, { task, hash, type, size, name }: NewEvidence): void {
  checkRoom(draft.state, 'evidence');
  if (task !== undefined) getOpenTask(draft.state, task);
  const one = { id: takeId(draft), task: task ?? null, hash, type, size, name, at: draft.at, by: draft.by.actor };
  change(draft, { evidence: [...draft.state.evidence, one] });
  happened(draft, 'evidence.added', null, { task: task ?? null, hash, type, size });
}

/** Begins an activity of an ad-hoc subprocess. @throws handle.notAdHoc */
function beginAdHoc(draft: Draft, scope: number, element: string): void {
  const inside = findScope(draft.state, scope);
  const node = inside === undefined ? undefined : nodeOf(draft, inside.element);
  const activity = draft.definition.nodes.get(element);
  const fits = node?.kind === 'subProcess' && node.variant === 'adHoc' && activity?.scope === node.id;
  if (!fits || !isActivity(activity)) throw faults.notAdHoc({ element: element.slice(0, 80) });
  happened(draft, 'token.moved', element, {});
  draft.arrivals.push({ do: 'enter', node: activity, scope, via: null });
}

/** The clock that is named, or that of a task, or of what the task stands in. @throws handle.clockState */
function clockNamed(draft: Draft, { task, clock }: { readonly task?: string; readonly clock?: number }): LegalClock {
  const { clocks, tasks } = draft.state;
  const held = tasks.find((one) => one.id === task && one.state === 'open');
  if (task !== undefined) getOpenTask(draft.state, task);
  const found =
    clock === undefined
      ? clocks.find((one) => one.task === held?.id && one.state !== 'stopped')
      : clocks.find((one) => one.id === clock);
  if (found === undefined)
    throw faults.clockState({ name: held?.name ?? String(clock ?? task ?? '–'), state: 'none', stateZh: '未设' });
  return found;
}

/** Suspends (中止) or resumes (恢复) a clock and those nested in it, and moves what follows from them. */
function turnClock(draft: Draft, clock: LegalClock, suspend: boolean): void {
  const before = draft.state.clocks;
  const { at, by, reason } = draft;
  const act = { at, by: by.actor, reason };
  const clocks = suspend ? suspendClock(before, clock.id, act) : resumeClock(before, clock.id, act);
  change(draft, { clocks });
  followClocks(
    draft,
    clocks.filter((one) => !before.includes(one)),
  );
  happened(draft, suspend ? 'clock.suspended' : 'clock.resumed', clock.element, {
    clock: clock.id,
    ...(clock.task === null ? {} : { task: clock.task }),
  });
}

/**
 * More time (延期). Where the model names who approves it, anybody else's wish becomes a request.
 * @throws handle.extensionTooLate, handle.extensionTooLong
 */
function extend(draft: Draft, id: number, amount: number): void {
  const clock = checkExtension(draft.state.clocks, draft.ports.calendar, id, amount, draft.at);
  const approver = ruleOf(draft, clock)?.extensionRole;
  if (approver === undefined || draft.by.roles.includes(approver))
    return grant(draft, clock, amount, draft.reason ?? '', draft.by.actor);
  const request = {
    id: takeId(draft),
    clock: id,
    amount,
    reason: draft.reason ?? '',
    by: draft.by.actor,
    at: draft.at,
  };
  change(draft, { requests: [...draft.state.requests, request] });
  return happened(draft, 'extension.asked', clock.element, { request: request.id, clock: id, amount });
}

function ruleOf(draft: Draft, clock: LegalClock) {
  const node = draft.definition.nodes.get(clock.element);
  return isActivity(node) ? node.clock : draft.definition.scopes.get(clock.element)?.clock;
}

function grant(draft: Draft, clock: LegalClock, amount: number, reason: string, askedBy: string): void {
  const { at, by, ports, state } = draft;
  const extension = { amount, reason, askedBy, approvedBy: by.actor, at };
  const clocks = extendClock(state.clocks, ports.calendar, clock.id, extension);
  change(draft, { clocks });
  followClocks(
    draft,
    clocks.filter((one) => !state.clocks.includes(one)),
  );
  happened(draft, 'clock.extended', clock.element, { clock: clock.id, amount, askedBy });
}

function decideExtension(draft: Draft, id: number, granted: boolean): void {
  const { state, by } = draft;
  const request = state.requests.find((one) => one.id === id);
  const clock = state.clocks.find((one) => one.id === request?.clock);
  if (request === undefined || clock === undefined) throw faults.noRequest({ number: state.number, request: id });
  const approver = ruleOf(draft, clock)?.extensionRole;
  if (approver !== undefined && !by.roles.includes(approver))
    throw faults.notApprover({ name: clock.name, role: approver });
  if (request.by === by.actor) throw faults.sameHands({ name: clock.name, other: clock.name, by: by.actor });
  change(draft, { requests: state.requests.filter((one) => one.id !== id) });
  if (granted) grant(draft, clock, request.amount, request.reason, request.by);
  else happened(draft, 'extension.refused', clock.element, { request: id, clock: clock.id });
}

/** Into the problem bank (挂账): nothing can be done in it, and its clocks stand still. */
function park(draft: Draft): void {
  change(draft, { parkedAt: draft.at });
  for (const clock of outerClocks(draft)) if (clock.state === 'running') turnClock(draft, clock, true);
  happened(draft, 'case.parked', null);
}

function unpark(draft: Draft): void {
  const since = draft.state.parkedAt;
  if (since === null) throw faults.notParked({ number: draft.state.number });
  change(draft, { parkedAt: null });
  for (const clock of outerClocks(draft)) {
    const segment = clock.segments.at(-1);
    const byParking = segment?.state === 'suspended' && segment.from >= since;
    if (byParking && clock.heldBy.includes(clock.id)) turnClock(draft, clock, false);
  }
  happened(draft, 'case.unparked', null);
}

function outerClocks({ state }: Draft): readonly LegalClock[] {
  return state.clocks.filter((clock) => clock.within === null && clock.state !== 'stopped');
}

/** A closed case goes on (重开) at a task: the one that is named, or the last that was done in the flow of the case itself. */
function reopen(draft: Draft, element: string | undefined): void {
  const { state, definition } = draft;
  if (state.state === 'open') throw faults.notClosed({ number: state.number });
  const last = state.tasks.findLast((task) => task.state === 'done' && atRoot(draft, task.element));
  const node = definition.nodes.get(element ?? last?.element ?? '');
  if (node?.kind !== 'userTask' || !atRoot(draft, node.id))
    throw faults.noWayBack({ name: state.title, to: (element ?? '–').slice(0, 80) });
  change(draft, { state: 'open', outcome: null, closedAt: null });
  happened(draft, 'case.reopened', node.id, {});
  for (const listener of listenersOf(draft, rootScope)) arm(draft, listener);
  goBack(draft, undefined, node, rootScope);
}

function atRoot(draft: Draft, element: string): boolean {
  return draft.definition.nodes.get(element)?.scope === definitionOfScope(draft, rootScope)?.id;
}

/** Tries again what went wrong. */
function retry(draft: Draft, id: number): void {
  const { state } = draft;
  const incident = state.incidents.find((one) => one.id === id);
  const token = incident === undefined ? undefined : findToken(draft, incident.token);
  if (incident === undefined || token === undefined) throw faults.noIncident({ number: state.number, incident: id });
  change(draft, { incidents: state.incidents.filter((one) => one.id !== id) });
  happened(draft, 'incident.retried', incident.element, { incident: id });
  const node = nodeOf(draft, token.element);
  if (node.kind === 'serviceTask') {
    const input = variablesAt(state, token.scope);
    draft.effects.push({ do: 'call', token: token.id, operation: node.operation, input });
  }
  // a timer under a new number is set anew
  const { timers } = draft.state;
  const again = timers.map((timer) => (timer.token === token.id ? { ...timer, id: takeId(draft) } : timer));
  change(draft, { timers: again });
}
