import { dueTimes, startClock, stopClock, suspendClock, type LegalClock } from '../clock/index.ts';
import { countOf } from '../model/expression.ts';
import type { ClockRule } from '../model/processDefinition.ts';
import type { CaseState } from './caseState.ts';
import { change, happened, takeId, type Draft } from './draft.ts';
import { outermostCarrier, scopesAround } from './scopeTree.ts';
import { variablesAt } from './variables.ts';

const tenYears = { least: 0, most: 5_256_000 };

/**
 * Starts the clock of a case, a stage or a task, nested in the next one around it that still counts. In a parked case,
 * which a message or timer may move on, it stands still from its start.
 */
export function startClockOf(
  draft: Draft,
  rule: ClockRule,
  about: Pick<LegalClock, 'of' | 'element' | 'name' | 'scope' | 'task'>,
): LegalClock {
  const { state, ports, at, by } = draft;
  const variables = variablesAt(state, about.scope);
  const id = takeId(draft);
  const clocks = startClock(
    draft.state.clocks,
    {
      ...about,
      id,
      within: clockAround(draft, about)?.id ?? null,
      unit: rule.unit,
      budget: countOf(rule.budget, variables, about.element, { ...tenYears, least: 1 }),
      warnShare: rule.warnAt,
      maxExtension:
        rule.maxExtension === undefined ? 0 : countOf(rule.maxExtension, variables, about.element, tenYears),
      calendar: ports.calendar.id,
    },
    at,
    by.actor,
  );
  const parked = state.parkedAt !== null && clocks.at(-1)?.state === 'running';
  const held = parked ? suspendClock(clocks, id, { at, by: by.actor, reason: parkingReason(state) }) : clocks;
  change(draft, { clocks: held });
  const started = held.at(-1);
  if (started === undefined) throw new TypeError('startClock adds one');
  if (parked)
    happened(draft, 'clock.suspended', about.element, {
      clock: id,
      ...(about.task === null ? {} : { task: about.task }),
    });
  return started;
}

/** Why a case is parked (挂账), as the clocks say that stand still by it. */
function parkingReason({ clocks, parkedAt }: Pick<CaseState, 'clocks' | 'parkedAt'>): string | null {
  const stops = clocks.flatMap(({ segments }) => segments.filter(({ state }) => state === 'suspended'));
  return stops.find(({ from }) => from.getTime() === parkedAt?.getTime())?.reason ?? null;
}

function clockAround(draft: Draft, about: Pick<LegalClock, 'of' | 'scope'>): LegalClock | undefined {
  for (const scope of scopesAround(draft.state, about.scope)) {
    const found = draft.state.clocks.find(
      (clock) => clock.of !== 'task' && clock.scope === scope && clock.state !== 'stopped',
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Stops the clocks of what has ended, and those nested in them. */
export function stopClocksOf(draft: Draft, which: (clock: LegalClock) => boolean): void {
  const { clocks } = draft.state;
  let after = clocks;
  for (const clock of clocks)
    if (clock.state !== 'stopped' && which(clock)) after = stopClock(after, clock.id, draft.at);
  if (after !== clocks) change(draft, { clocks: after });
}

/** Brings tasks and timers after clocks that were suspended, resumed or extended. */
export function followClocks(draft: Draft, changed: readonly LegalClock[]): void {
  const { state, ports, definition } = draft;
  const times = new Map(changed.map((clock) => [clock, dueTimes(clock, ports.calendar)]));
  const ofTask = new Map(changed.flatMap((clock) => (clock.task === null ? [] : [[clock.task, clock] as const])));
  const momentOf = (clock: LegalClock, moment: 'warn' | 'due'): Date | null => {
    const found = times.get(clock);
    if (clock.state === 'suspended') return null;
    return (moment === 'due' ? found?.dueAt : found?.warnAt) ?? null;
  };
  change(draft, {
    tasks: state.tasks.map((task) => {
      const clock = ofTask.get(task.id);
      if (clock === undefined) return task;
      return { ...task, dueAt: momentOf(clock, 'due'), warnAt: momentOf(clock, 'warn') };
    }),
    timers: state.timers.map((timer) => {
      const node = definition.nodes.get(timer.element);
      const event = node !== undefined && 'events' in node ? node.events[timer.index] : undefined;
      if (event?.is !== 'timer' || event.timer.by !== 'clock') return timer;
      const { moment } = event.timer;
      const clock = changed.find((one) => isFollowed(state, one, timer));
      return clock === undefined ? timer : { ...timer, dueAt: momentOf(clock, moment) };
    }),
  });
}

/** Whether a timer that goes by a clock goes by this one. */
function isFollowed(
  state: Pick<CaseState, 'tasks' | 'scopes' | 'tokens'>,
  clock: LegalClock,
  timer: { readonly token: number; readonly scope: number },
): boolean {
  if (timer.token === 0) return clock.of !== 'task' && clock.scope === timer.scope;
  if (clock.of === 'task') return state.tasks.some((task) => task.id === clock.task && task.token === timer.token);
  return state.scopes.some((scope) => scope.id === clock.scope && outermostCarrier(state, scope.id) === timer.token);
}

/** The clock that an event of an activity or of a scope goes by. */
export function findFollowedClock(
  state: Pick<CaseState, 'tasks' | 'scopes' | 'tokens' | 'clocks'>,
  timer: { readonly token: number; readonly scope: number },
): LegalClock | undefined {
  return state.clocks.find((clock) => clock.state !== 'stopped' && isFollowed(state, clock, timer));
}
