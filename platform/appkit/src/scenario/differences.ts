import { isDeepStrictEqual } from 'node:util';
import { clockLight, dueTimes, variablesAt, type LegalClock, type Light, type Task } from '@yiwang/handle';
import { findClock } from './actOf.ts';
import { localOf } from './localTime.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Expectation } from './scenarioFile.ts';

/** Something that is otherwise than expected: what, what came, and what was wanted, as JSON. */
export interface Difference {
  readonly what: string;
  readonly got: string;
  readonly wanted: string;
}

/** Compares what must hold with what holds. Empty where all of it does. */
export function differences(rehearsal: Rehearsal, expected: Expectation): Difference[] {
  const { state, sent, events } = rehearsal;
  const found: Difference[] = [];
  const compare = (what: string, got: unknown, wanted: unknown): void => {
    if (wanted === undefined || isDeepStrictEqual(got, wanted)) return;
    found.push({ what, got: shown(got), wanted: shown(wanted) });
  };
  compare('state', state.state, expected.state);
  compare('outcome', state.outcome, expected.outcome);
  if (expected.tasks !== undefined) compareTasks(rehearsal, expected.tasks, compare);
  for (const [element, wanted] of Object.entries(expected.clocks ?? {})) {
    const clock = findClock(rehearsal, element);
    compare(`clock ${element} state`, clock?.state ?? 'none', wanted.state);
    compare(`clock ${element} due`, clock === undefined ? 'none' : dueOf(rehearsal, clock), wanted.due);
    compare(`clock ${element} light`, clock === undefined ? 'none' : lightOf(rehearsal, clock), wanted.light);
  }
  compare('light', lightOfCase(rehearsal), expected.light);
  for (const [name, wanted] of Object.entries(expected.variables ?? {}))
    compare(name, state.variables[name] ?? null, wanted);
  compare('sent', sent, expected.sent);
  for (const [decision, wanted] of Object.entries(expected.decided ?? {})) {
    const last = events.findLast(({ kind, data }) => kind === 'decision.made' && data['decision'] === decision);
    compare(`decided ${decision}`, last?.data['rules'] ?? [], wanted);
  }
  for (const [element, wanted] of Object.entries(expected.passed ?? {}))
    compare(`passed ${element}`, timesPassed(rehearsal, element), wanted);
  for (const [kind, wanted] of Object.entries(expected.happened ?? {}))
    compare(kind, events.filter((event) => event.kind === kind).length, wanted);
  return found;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 400);
}

type TaskWanted = NonNullable<Expectation['tasks']>[number];

/** Pairs each expected task with an open one; those that name more are paired first. */
function compareTasks(
  rehearsal: Rehearsal,
  wanted: readonly TaskWanted[],
  compare: (what: string, got: unknown, wanted: unknown) => void,
): void {
  const open = rehearsal.state.tasks.filter((task) => task.state === 'open');
  const elements = (tasks: readonly { readonly element: string }[]) => tasks.map(({ element }) => element).toSorted();
  const expected = wanted.map((one) => (typeof one === 'string' ? { task: one } : one));
  compare('tasks', elements(open), elements(expected.map(({ task }) => ({ element: task }))));
  const left = [...open];
  for (const one of expected.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)) {
    const at = left.findIndex((task) => isDeepStrictEqual(shownTask(rehearsal, task, one), one));
    if (at !== -1) left.splice(at, 1);
    else
      compare(
        `task ${one.task}`,
        left.filter(({ element }) => element === one.task).map((task) => shownTask(rehearsal, task, one)),
        one,
      );
  }
}

/** Of a task what an expectation names. */
function shownTask(rehearsal: Rehearsal, task: Task, wanted: Exclude<TaskWanted, string>) {
  const { state, timeZone } = rehearsal;
  const scope = state.tokens.find(({ id }) => id === task.token)?.scope ?? 0;
  const variables = variablesAt(state, scope);
  const all = {
    task: task.element,
    organisation: task.organisation,
    role: task.candidateRole,
    holder: task.assignee === null ? null : task.assignee.replace(/^account:/, ''),
    due: task.dueAt === null ? null : localOf(task.dueAt, timeZone),
    sees: Object.fromEntries(Object.keys(wanted.sees ?? {}).map((name) => [name, variables[name] ?? null])),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in wanted));
}

function dueOf({ ports, timeZone }: Rehearsal, clock: LegalClock): string | null {
  const { dueAt } = dueTimes(clock, ports.calendar);
  return dueAt === null ? null : localOf(dueAt, timeZone);
}

function lightOf({ ports, now }: Rehearsal, clock: LegalClock): Light {
  return clockLight(clock, ports.calendar, now);
}

function lightOfCase(rehearsal: Rehearsal): Light {
  const lights = rehearsal.state.clocks
    .filter(({ state }) => state !== 'stopped')
    .map((one) => lightOf(rehearsal, one));
  return lights.includes('over') ? 'over' : lights.includes('due') ? 'due' : 'ok';
}

/** How often tokens came to an element; an event on a border, or one that was waited for, counts as it lets the token go on. */
function timesPassed({ definition, events }: Rehearsal, element: string): number {
  const node = definition.nodes.get(element);
  const way = node?.kind === 'boundaryEvent' || node?.kind === 'catchEvent' ? node.outgoing[0] : undefined;
  return events.filter(
    ({ kind, element: to, data }) =>
      kind === 'token.moved' && (way === undefined ? to === element : data['flow'] === way),
  ).length;
}
