import { appendEntries } from '@yiwang/ledger';
import type { Sql } from '@yiwang/postgres';
import type { CaseCommand } from '../step/caseCommand.ts';
import type { CaseState } from '../step/caseState.ts';
import { checkVariables, type CommandAnswer, type HandlePorts } from './commandRequest.ts';
import { entriesOf } from './entriesOf.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import { saveCase } from './saveCase.ts';
import { step } from '../step/step.ts';

/** Runs the reducer on a locked case and writes what follows, entries in the ledger included, in the caller's transaction. */
export async function commitStep(
  tx: Sql,
  ports: HandlePorts,
  definition: ProcessDefinition,
  before: CaseState,
  command: CaseCommand,
): Promise<CommandAnswer> {
  const at = ports.clock.now();
  const { state, events } = step(definition, before, command, at, ports);
  if (events.length > 0) {
    checkVariables(state.variables);
    await saveCase(tx, definition, before, state, events, at);
    await appendEntries(tx, ports.clock, entriesOf(state, events));
  }
  return {
    region: state.region,
    case: state.id,
    number: state.number,
    rev: state.rev,
    state: state.state,
    lastSeq: state.lastSeq,
  };
}
