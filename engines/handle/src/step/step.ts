import { faults } from '../faults.ts';
import type { Act, CaseCommand, Effect, PeopleAct } from './caseCommand.ts';
import { startClockOf } from './caseClocks.ts';
import { rootScope, type CaseEvent, type CaseState } from './caseState.ts';
import { allCatchers, arm, caught, deliver, listenersOf } from './catching.ts';
import { change, findToken, happened, nodeOf, takeId, type Draft } from './draft.ts';
import { people } from './people.ts';
import type { StepPorts } from './ports.ts';
import { run } from './run.ts';
import { throwErrorAt } from './throwing.ts';
import { assign } from './variables.ts';
import { timerDue } from './timerDue.ts';
import { variablesAt } from './variables.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';

export interface Stepped {
  readonly state: CaseState;
  /** Empty when the command found nothing to do, such as a timer that is gone; the state is the same then. */
  readonly events: readonly CaseEvent[];
  /** What is to be done outside once the step is stored. */
  readonly effects: readonly Effect[];
}

/**
 * One command on one case: the state after it, and what happened. Pure: the same arguments give the same result, so a
 * history can be run again and compared. Tasks, timers, clocks, scopes and tokens to write are the difference of the states.
 * @throws a fault of `handle`; nothing has happened then
 */
export function step(
  definition: ProcessDefinition,
  state: CaseState,
  command: CaseCommand,
  at: Date,
  ports: StepPorts,
): Stepped {
  const nothing: Stepped = { state, events: [], effects: [] };
  if (state.state === 'closed' && command.act.do !== 'reopen' && command.act.do !== 'link') {
    if (late.has(command.act.do)) return nothing;
    throw faults.closed({ number: state.number, at: state.closedAt?.toISOString() ?? '–' });
  }
  const draft: Draft = {
    definition,
    ports,
    at,
    by: command.by,
    reason: command.reason,
    events: [],
    effects: [],
    arrivals: [],
    conditionsStale: false,
    state,
    lastSeq: state.lastSeq,
    nextId: state.nextId,
  };
  perform(draft, command);
  if (draft.state.state === 'open') run(draft);
  if (draft.events.length === 0) return nothing;
  const { lastSeq, nextId, events, effects } = draft;
  return { state: { ...draft.state, rev: state.rev + 1, lastSeq, nextId }, events, effects };
}

/** What may come too late, and then finds nothing to do. */
const late: ReadonlySet<string> = new Set(['fireTimer', 'answer', 'signal', 'raiseIncident']);

type SystemAct = Exclude<Act, PeopleAct>;

const ofSystem: ReadonlySet<Act['do']> = new Set<SystemAct['do']>([
  'start',
  'seeAgain',
  'correlate',
  'signal',
  'answer',
  'fireTimer',
  'setVariables',
  'raiseIncident',
]);

function isOfSystem(act: Act): act is SystemAct {
  return ofSystem.has(act.do);
}

function perform(draft: Draft, command: CaseCommand): void {
  const { act } = command;
  if (!isOfSystem(act)) return people(draft, act);
  switch (act.do) {
    case 'start':
      return start(draft, act.variables, act.node);
    case 'seeAgain':
      change(draft, { seenAgain: draft.state.seenAgain + 1 });
      return happened(draft, 'case.seen-again', null, { times: draft.state.seenAgain });
    case 'correlate':
      return correlate(draft, act.message, act.variables);
    case 'signal':
      return receiveSignal(draft, act.signal, act.variables);
    case 'answer':
      return answer(draft, act.token, act.variables, act.error);
    case 'fireTimer':
      return fireTimer(draft, act.timer, act.dueAt);
    case 'setVariables':
      assign(draft, rootScope, act.variables);
      return happened(draft, 'variables.set', null, { variables: act.variables });
    case 'raiseIncident':
      return raiseIncident(draft, act.token, act.code, act.detail);
  }
}

function start(draft: Draft, variables: CaseState['variables'], at: string | undefined): void {
  const { definition } = draft;
  const root = definition.scopes.get(definition.id);
  if (root === undefined) throw faults.stuck({ element: definition.id });
  change(draft, {
    variables: { ...Object.fromEntries(root.variables.map((name) => [name, null])), ...variables },
  });
  const starts = at === undefined ? root.starts : [at];
  happened(draft, 'case.opened', starts[0] ?? null, { variables });
  const { id, name } = definition;
  if (root.clock !== undefined)
    startClockOf(draft, root.clock, { of: 'case', element: id, name, scope: rootScope, task: null });
  for (const listener of listenersOf(draft, rootScope)) arm(draft, listener);
  draft.conditionsStale = listenersOf(draft, rootScope).some(({ events }) =>
    events.some((event) => event.is === 'conditional'),
  );
  const openings = at === undefined && starts.length === 0 ? definition.openings.map((one) => one.node) : starts;
  for (const node of openings.slice(0, starts.length === 0 ? 1 : undefined)) {
    const opened = nodeOf(draft, node);
    // a receive task that opens the case has its message already
    if (opened.kind === 'receiveTask' && at !== undefined) {
      for (const flow of opened.outgoing) {
        const to = nodeOf(draft, definition.flows.get(flow)?.to ?? '');
        happened(draft, 'token.moved', to.id, { flow });
        draft.arrivals.push({ do: 'enter', node: to, scope: rootScope, via: flow });
      }
    } else draft.arrivals.push({ do: 'enter', node: opened, scope: rootScope, via: null });
  }
}

/** A message for the case: its variables are taken, and what waits for the name goes on; nothing need wait. */
function correlate(draft: Draft, message: string, variables: CaseState['variables']): void {
  assign(draft, rootScope, variables);
  const waiting = allCatchers(draft).filter(({ events }) =>
    events.some((one) => one.is === 'message' && one.name === message),
  );
  happened(draft, 'message.received', waiting[0]?.node.id ?? null, { message, waiting: waiting.length, variables });
  deliver(draft, (one) => one.is === 'message' && one.name === message);
}

function receiveSignal(draft: Draft, signal: string, variables: CaseState['variables']): void {
  const waits = allCatchers(draft).some(({ events }) =>
    events.some((one) => one.is === 'signal' && one.name === signal),
  );
  if (!waits) return;
  assign(draft, rootScope, variables);
  happened(draft, 'signal.received', null, { signal, variables });
  deliver(draft, (one) => one.is === 'signal' && one.name === signal);
}

/** The answer of a service; one that comes a second time, or for what is gone, finds nothing to do. */
function answer(draft: Draft, id: number, variables: CaseState['variables'], error: string | undefined): void {
  const token = findToken(draft, id);
  const node = token === undefined ? undefined : nodeOf(draft, token.element);
  if (token === undefined || node?.kind !== 'serviceTask') return;
  change(draft, { incidents: draft.state.incidents.filter((one) => one.token !== id) });
  happened(draft, 'service.answered', node.id, { operation: node.operation, error: error ?? null });
  assign(draft, token.scope, variables);
  if (error === undefined) draft.arrivals.push({ do: 'finish', token: id, scope: token.scope });
  else throwErrorAt(draft, node, token, error);
}

/** A timer that is gone, or was moved meanwhile, does nothing. @throws handle.timerNotDue */
function fireTimer(draft: Draft, id: number, dueAt: Date): void {
  const timer = draft.state.timers.find((one) => one.id === id);
  if (timer === undefined || timer.dueAt?.getTime() !== dueAt.getTime()) return;
  if (dueAt > draft.at)
    throw faults.timerNotDue({ element: timer.element, due: dueAt.toISOString(), now: draft.at.toISOString() });
  const node = nodeOf(draft, timer.element);
  const rule = 'events' in node ? node.events[timer.index] : undefined;
  const others = draft.state.timers.filter((one) => one.id !== id);
  const left = timer.left === null ? null : timer.left - 1;
  happened(draft, 'timer.fired', timer.element, { timer: id, due: dueAt.toISOString() });
  const again = left !== 0 && rule?.is === 'timer' && rule.timer.by === 'cycle';
  if (again) {
    // the next one counts from when this was due, not from when it was noticed
    const next = timerDue(rule.timer, dueAt, variablesAt(draft.state, timer.scope), node.id, {
      warnAt: null,
      dueAt: null,
    });
    change(draft, { timers: [...others, { ...timer, id: takeId(draft), dueAt: next, left }] });
  } else change(draft, { timers: others });
  const place = allCatchers(draft).find(
    (one) => one.node.id === timer.element && (one.token?.id ?? 0) === timer.token && one.scope === timer.scope,
  );
  // a catching event that repeats lets a token out each time
  if (place !== undefined) caught(draft, place, timer.index, again && node.kind === 'catchEvent');
}

/** Something that the system did for the case failed for good: it waits for a person. */
function raiseIncident(draft: Draft, token: number, code: string, detail: string): void {
  const at = findToken(draft, token);
  if (at === undefined || draft.state.incidents.some((one) => one.token === token)) return;
  const incident = { id: takeId(draft), token, element: at.element, code, detail: detail.slice(0, 500), at: draft.at };
  change(draft, { incidents: [...draft.state.incidents, incident] });
  happened(draft, 'incident.raised', at.element, { incident: incident.id, code });
}
