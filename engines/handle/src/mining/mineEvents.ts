import type { WorkingTime } from '../step/ports.ts';
import { backFlows } from './backFlows.ts';
import { createBothTimes, noSpan, spanBetween, together, type BothTimes, type Span } from './bothTimes.ts';
import type { MinedNode, MinedProcess } from './minedProcess.ts';
import { isActivityKind, type MapNode, type ProcessMap } from './processMap.ts';
import { createVariants, mostSteps } from './variants.ts';

/** What of a case's event (`handle.event`) is mined: who did it is no part of it. */
export interface MinedEvent {
  /** Tells one case from the next: events of a case come together, in the order of their numbers. */
  readonly case: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly element: string | null;
  /** `data.flow` of a token.moved. */
  readonly flow: string | null;
  /** `data.task` of a task's event. */
  readonly task: string | null;
}

export interface Miner {
  add(event: MinedEvent): void;
  /** What was mined so far, the case that came last included. `most` variants are told one by one. */
  result(most?: number): MinedProcess;
}

/** What is counted of a node; `completed` is of the case at hand. */
interface Counted {
  readonly node: MapNode;
  /** Completed by task.completed; else when a token leaves. */
  readonly byTask: boolean;
  /** Part of a way: what is done or waited for, not how the drawing branches. */
  readonly isStep: boolean;
  /** A token can rest on it. */
  readonly rests: boolean;
  passed: number;
  cancelled: number;
  againCases: number;
  againTimes: number;
  readonly waiting: BothTimes;
  readonly work: BothTimes;
  readonly stay: BothTimes;
  waitingTotal: number;
  workTotal: number;
  stayTotal: number;
  completed: number;
  arrivals: number[];
}

/** A task of the case at hand: since when it waits or is worked on, and the stretches before. */
interface OpenTask {
  readonly of: Counted;
  since: number;
  taken: boolean;
  waited: Span;
  worked: Span;
}

const handedOn = new Set(['task.assigned', 'task.released', 'task.delegated', 'task.transferred']);
const containers = new Set(['subProcess', 'transaction', 'adHocSubProcess']);
const stepEvents = new Set(['intermediateCatchEvent', 'boundaryEvent']);

/**
 * Mines the events of many cases in one pass; memory is that of the counts and of one case. Events of elements that the
 * map does not have are counted in `events` and nowhere else.
 */
export function createMiner(map: ProcessMap, calendar: Pick<WorkingTime, 'workingMinutesBetween'>): Miner {
  const counted = new Map([...map.nodes.values()].map((node) => [node.id, startCount(node)]));
  const flowCounts = new Map([...map.flows.values()].map((flow) => [flow.id, { flow, count: 0 }]));
  const variants = createVariants();
  const times = createBothTimes();
  const cases = { all: 0, closed: 0, withdrawn: 0 };
  let events = 0;

  // The case at hand.
  let current: string | undefined;
  let openedAt = 0;
  let ended: { readonly how: 'closed' | 'withdrawn'; readonly at: number } | undefined;
  let path: string[] = [];
  let taken: string[] = [];
  let leaving: Counted | undefined;
  const tasks = new Map<string, OpenTask>();
  const touched = new Set<Counted>();

  const complete = (count: Counted): void => {
    count.passed += 1;
    if (!count.isStep) return;
    touched.add(count);
    count.completed += 1;
    if (path.length <= mostSteps) path.push(count.node.id);
  };

  const finish = (): void => {
    if (current === undefined) return;
    // what is open when a case ends goes with it
    if (ended !== undefined) for (const task of tasks.values()) task.of.cancelled += 1;
    if (ended?.how === 'withdrawn') cases.withdrawn += 1;
    else if (ended !== undefined) {
      cases.closed += 1;
      const time = spanBetween(calendar, openedAt, ended.at);
      times.add(time);
      variants.add(path, taken, time);
    }
    for (const count of touched) {
      if (count.completed > 1) {
        count.againCases += 1;
        count.againTimes += count.completed - 1;
      }
      count.completed = 0;
      count.arrivals = [];
    }
    tasks.clear();
    touched.clear();
  };

  const begin = (event: MinedEvent): void => {
    finish();
    current = event.case;
    cases.all += 1;
    openedAt = event.at;
    ended = undefined;
    path = [];
    taken = [];
    leaving = undefined;
  };

  const move = ({ flow: id, at }: MinedEvent): void => {
    const found = flowCounts.get(id ?? '');
    if (found === undefined) return;
    const { flow } = found;
    found.count += 1;
    if (taken.length <= mostFlows) taken.push(flow.id);
    const from = counted.get(flow.from);
    // a fork's flows are taken one after the other: it is left once
    if (from !== undefined && (from !== leaving || from.node.kind === 'exclusiveGateway')) {
      const arrived = from.arrivals.shift();
      if (arrived !== undefined) {
        const stay = spanBetween(calendar, arrived, at);
        from.stay.add(stay);
        from.stayTotal += stay.passed;
      }
      if (!from.byTask) complete(from);
    }
    leaving = from;
    const to = counted.get(flow.to);
    if (to === undefined) return;
    if (to.node.outgoing.length === 0 && !to.byTask) to.passed += 1;
    if (to.rests) {
      touched.add(to);
      to.arrivals.push(at);
    }
  };

  /** The stretch since the task was made, taken or handed on ends. */
  const turn = (task: OpenTask, at: number): void => {
    const span = spanBetween(calendar, task.since, at);
    if (task.taken) task.worked = together(task.worked, span);
    else task.waited = together(task.waited, span);
    task.since = at;
  };

  const onTask = ({ kind, element, task: id, at }: MinedEvent): void => {
    const key = id ?? '';
    if (kind === 'task.created') {
      const of = counted.get(element ?? '');
      if (of !== undefined) tasks.set(key, { of, since: at, taken: false, waited: noSpan, worked: noSpan });
      return;
    }
    const task = tasks.get(key);
    if (task === undefined) return;
    if (kind === 'task.claimed' || handedOn.has(kind)) {
      turn(task, at);
      task.taken = kind === 'task.claimed';
    } else if (kind === 'task.cancelled') {
      task.of.cancelled += 1;
      tasks.delete(key);
    } else if (kind === 'task.completed') {
      turn(task, at);
      tasks.delete(key);
      task.of.waiting.add(task.waited);
      task.of.work.add(task.worked);
      task.of.waitingTotal += task.waited.passed;
      task.of.workTotal += task.worked.passed;
      if (task.of.byTask) complete(task.of);
    }
  };

  return {
    add(event) {
      if (event.case !== current) begin(event);
      events += 1;
      if (event.kind === 'token.moved') return move(event);
      leaving = undefined;
      if (event.kind === 'case.closed') ended = { how: 'closed', at: event.at };
      else if (event.kind === 'case.withdrawn') ended = { how: 'withdrawn', at: event.at };
      else if (event.kind === 'case.reopened') ended = undefined;
      else if (event.task !== null) onTask(event);
    },
    result(most = 50) {
      finish();
      current = undefined;
      const nodes = [...counted.values()];
      const total = nodes.reduce((sum, count) => sum + totalOf(count), 0);
      const back = backFlows(map);
      return {
        cases: { ...cases },
        events,
        time: times.summary(),
        nodes: nodes.map((count) => minedNode(count, total)),
        flows: [...flowCounts.values()].map(({ flow, count }) => ({ ...flow, count, back: back.has(flow.id) })),
        ...variants.result(most),
        bottleneck: bottleneckOf(nodes, total),
      };
    },
  };
}

/** Flows of one case that a variant remembers, so that a case that turns in circles takes no more room. */
const mostFlows = 2_000;

function startCount(node: MapNode): Counted {
  const isStep = (isActivityKind(node.kind) && !containers.has(node.kind)) || stepEvents.has(node.kind);
  return {
    node,
    byTask: node.kind === 'userTask' && node.loop === 'none',
    isStep,
    rests: isStep && node.kind !== 'userTask' && node.kind !== 'boundaryEvent',
    passed: 0,
    cancelled: 0,
    againCases: 0,
    againTimes: 0,
    waiting: createBothTimes(),
    work: createBothTimes(),
    stay: createBothTimes(),
    waitingTotal: 0,
    workTotal: 0,
    stayTotal: 0,
    completed: 0,
    arrivals: [],
  };
}

const totalOf = ({ waitingTotal, workTotal, stayTotal }: Counted): number => waitingTotal + workTotal + stayTotal;

function minedNode(count: Counted, total: number): MinedNode {
  const { node } = count;
  return {
    id: node.id,
    name: node.name,
    kind: node.kind,
    role: node.role ?? null,
    passed: count.passed,
    cancelled: count.cancelled,
    waiting: count.waiting.summary(),
    work: count.work.summary(),
    stay: count.stay.summary(),
    again: { cases: count.againCases, times: count.againTimes },
    share: total === 0 ? 0 : totalOf(count) / total,
  };
}

function bottleneckOf(nodes: readonly Counted[], total: number): MinedProcess['bottleneck'] {
  const [worst] = nodes.toSorted((a, b) => totalOf(b) - totalOf(a));
  if (worst === undefined || total === 0) return null;
  const { waitingTotal, workTotal, stayTotal } = worst;
  const most = Math.max(waitingTotal, workTotal, stayTotal);
  const part = most === stayTotal ? 'stay' : most === waitingTotal ? 'waiting' : 'work';
  return { node: worst.node.id, share: totalOf(worst) / total, part };
}
