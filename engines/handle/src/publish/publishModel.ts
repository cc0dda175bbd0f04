import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import { registerDefinition } from '../store/definitionStore.ts';
import { dropDraft } from './drafts.ts';
import { getModel } from './findModels.ts';

export interface ModelPublication {
  /** Whose book takes the entry. */
  readonly region: string;
  readonly app: string;
  /** The version that was edited. */
  readonly base: number;
  readonly definition: ProcessDefinition;
  /** Made by the client, so that a command that is sent twice is done once. */
  readonly command: string;
  readonly actor: string;
  readonly reason: string;
}

/**
 * Makes a model the newest version of its process, with an entry in the ledger: new cases start on it, cases that run
 * keep theirs. The draft is gone with it.
 * @returns the version
 * @throws handle.modelMoved when another version came meanwhile, handle.sameModel when nothing differs, handle.noDefinition,
 *   handle.commandReused
 */
export async function publishModel(tx: Transaction, clock: Clock, publication: ModelPublication): Promise<number> {
  const { region, app, base, definition, command, actor, reason } = publication;
  const { id: process } = definition;
  const [done] = await tx.query<{ app: string; process: string; version: number }>(
    `SELECT app, process, version FROM handle.publication WHERE command = $1`,
    [command],
  );
  if (done !== undefined) {
    if (done.app !== app || done.process !== process) throw faults.commandReused({ command });
    return done.version;
  }
  // whoever publishes the same process meanwhile waits here, and finds the version moved
  await tx.query(`SELECT version FROM handle.definition WHERE app = $1 AND id = $2 ORDER BY version FOR UPDATE`, [
    app,
    process,
  ]);
  const latest = await getModel(tx, app, process);
  if (latest.version !== base) throw faults.modelMoved({ process, version: latest.version, base });
  const version = await registerDefinition(tx, clock, app, definition);
  if (version === latest.version) throw faults.sameModel({ process, version });
  await tx.execute(
    `INSERT INTO handle.publication (app, process, version, command, by_actor, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [app, process, version, command, actor, reason, clock.now()],
  );
  await dropDraft(tx, app, process);
  await appendEntries(tx, clock, [
    {
      region,
      kind: 'process.published',
      actor,
      subject: `process:${app}/${process}`,
      reason,
      body: { app, process, version, base, model: definition.checksum },
    },
  ]);
  return version;
}
