import { emptyCase, step, type Act, type Actor, type CaseEvent, type CaseState } from '@yiwang/handle';
import type { ProcessDefinition, StepPorts } from '@yiwang/handle';

/** A call of something outside that waits for its answer. */
interface Call {
  readonly token: number;
  readonly operation: string;
}

/** A case that is played through in memory, on a clock that stands until it is moved. */
export interface Rehearsal {
  readonly definition: ProcessDefinition;
  readonly ports: StepPorts;
  readonly timeZone: string;
  now: Date;
  state: CaseState;
  readonly events: CaseEvent[];
  readonly calls: Call[];
  /** Names of messages that went out, in their order. */
  readonly sent: string[];
}

/** Timers that go off in one run at the most. */
const mostTimers = 10_000;
const system: Actor = { actor: 'system:scenario', organisation: '', roles: [] };

export function rehearse(
  given: Pick<Rehearsal, 'definition' | 'ports' | 'timeZone' | 'now'>,
  { region, home }: Pick<CaseState, 'region' | 'home'>,
): Rehearsal {
  const { id: process, name: title } = given.definition;
  const head = { region, home, title, openedAt: given.now };
  const state = emptyCase({ ...head, id: '00000000-0000-7000-8000-000000000001', number: process });
  return { ...given, state, events: [], calls: [], sent: [] };
}

/** One command, and the timers that are due by then. @throws what the engine refuses it by; nothing has happened then */
export function tell(rehearsal: Rehearsal, by: Actor, act: Act, reason: string | null = null): void {
  const { definition, ports, state, now } = rehearsal;
  const { state: after, events, effects } = step(definition, state, { by, reason, act }, now, ports);
  rehearsal.state = after;
  rehearsal.events.push(...events);
  for (const effect of effects) {
    if (effect.do === 'call') rehearsal.calls.push(effect);
    if (effect.do === 'message') rehearsal.sent.push(effect.name);
  }
  if (act.do !== 'fireTimer') passTo(rehearsal, now);
}

/** Moves the clock on; each timer goes off at its time, those that follow from it too. */
export function passTo(rehearsal: Rehearsal, until: Date): void {
  for (let fired = 0; fired < mostTimers; fired += 1) {
    const next = nextTimer(rehearsal.state, until);
    if (next === undefined) break;
    if (next.dueAt > rehearsal.now) rehearsal.now = next.dueAt;
    tell(rehearsal, system, { do: 'fireTimer', timer: next.id, dueAt: next.dueAt });
  }
  if (until > rehearsal.now) rehearsal.now = until;
}

function nextTimer({ timers }: CaseState, until: Date): { readonly id: number; readonly dueAt: Date } | undefined {
  let first: { readonly id: number; readonly dueAt: Date } | undefined;
  for (const { id, dueAt } of timers)
    if (dueAt !== null && dueAt <= until && (first === undefined || dueAt < first.dueAt)) first = { id, dueAt };
  return first;
}
