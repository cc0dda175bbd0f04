import { appendEntries } from '@yiwang/ledger';
import { enqueueAll } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import type { CaseCommand, Effect } from '../step/caseCommand.ts';
import type { CaseEvent, CaseState } from '../step/caseState.ts';
import { step } from '../step/step.ts';
import { checkVariables, type CommandAnswer, type HandlePorts } from './commandRequest.ts';
import { effectQueue } from './effectQueue.ts';
import { entriesOf } from './entriesOf.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import type { AnsweredCommand } from './answeredCommand.ts';
import { saveSteps } from './saveSteps.ts';
import { saveTimers } from './saveTimers.ts';

/** A step of the reducer that is to be written. */
export interface TakenStep {
  readonly definition: ProcessDefinition;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
}

/** Runs the reducer on a case; nothing is written yet. */
export function takeStep(
  ports: HandlePorts,
  definition: ProcessDefinition,
  before: CaseState,
  command: CaseCommand,
  at: Date = ports.clock.now(),
): TakenStep {
  const { state, events, effects } = step(definition, before, command, at, ports);
  if (state.variables !== before.variables) checkVariables(state.variables);
  return { definition, before, after: state, events, effects };
}

/**
 * Writes steps on different cases, with their timers, effects and entries in the ledger, and the answers of the commands
 * that took them, in the caller's transaction.
 */
export async function commitSteps(
  tx: Sql,
  ports: HandlePorts,
  taken: readonly TakenStep[],
  answered: readonly AnsweredCommand[] = [],
): Promise<void> {
  const steps = taken.filter(({ events }) => events.length > 0);
  await saveSteps(tx, ports.calendar, steps, answered);
  if (steps.length === 0) return;
  await saveTimers(tx, steps, ports.clock.now());
  await enqueueAll(
    tx,
    steps.flatMap(({ after, effects }) =>
      effects.map((effect) => ({ region: after.region, queue: effectQueue, payload: { case: after.id, ...effect } })),
    ),
  );
  await appendEntries(
    tx,
    ports.clock,
    steps.flatMap(({ after, events }) => entriesOf(after, events)),
  );
}

export function answerOf(state: CaseState): CommandAnswer {
  const { region, id, number, rev, state: now, lastSeq } = state;
  return { region, case: id, number, rev, state: now, lastSeq };
}

/** Runs the reducer on a locked case and writes what follows, in the caller's transaction. */
export async function commitStep(
  tx: Sql,
  ports: HandlePorts,
  definition: ProcessDefinition,
  before: CaseState,
  command: CaseCommand,
): Promise<CommandAnswer> {
  const taken = takeStep(ports, definition, before, command);
  await commitSteps(tx, ports, [taken]);
  return answerOf(taken.after);
}
