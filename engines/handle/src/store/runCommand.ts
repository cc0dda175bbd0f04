import type { Sql } from '@yiwang/postgres';
import type { Act } from '../step/caseCommand.ts';
import { checkAct } from './checkAct.ts';
import { checkRequest, type CommandAnswer, type CommandRequest, type HandlePorts } from './commandRequest.ts';
import { commitStep } from './commitStep.ts';
import { getDefinition } from './definitionStore.ts';
import { commandDigest } from './digest.ts';
import { faults } from '../faults.ts';
import { findCase } from './loadCase.ts';
import { onceOnly } from './onceOnly.ts';

/**
 * One command on an open case, all in the caller's transaction: once only by its id, the case locked, the reducer, the
 * rows, the timers and the entries.
 */
export async function runCommand(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest,
  act: Act,
): Promise<CommandAnswer> {
  checkRequest(request);
  checkAct(act);
  const { region, case: id, command, by, reason, rev } = request;
  const digest = commandDigest(request, act);
  return onceOnly(tx, { region, id: command, digest, at: ports.clock.now() }, async () => {
    const found = await findCase(tx, region, id, { lock: true });
    if (found === undefined) throw faults.noCase({ region, id });
    if (rev !== undefined && rev !== found.state.rev)
      throw faults.stale({ number: found.state.number, rev: found.state.rev, expected: rev });
    const definition = await getDefinition(tx, found.head);
    return commitStep(tx, ports, definition, found.state, { by, reason: reason ?? null, act });
  });
}
