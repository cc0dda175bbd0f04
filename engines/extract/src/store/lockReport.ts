import type { Transaction } from '@yiwang/postgres';
import { extractFaults as faults } from '../faults.ts';
import { findChoices, findCorrections } from './findChanges.ts';
import { findMachineRows } from './machineRows.ts';
import type { Choice, Correction } from './correction.ts';
import type { ReadRows } from './readRows.ts';
import type { Counts } from './rowsAsTheyStand.ts';

/** A report that nobody else writes to until the transaction ends, and the number of the change that is made now. */
export interface LockedReport {
  readonly revision: number;
  readonly machine: ReadRows;
  readonly choices: readonly Choice[];
  readonly corrections: readonly Correction[];
}

/** Two who change a report at once come here one after the other. @throws extract.noReport */
export async function lockReport(tx: Transaction, region: string, id: string): Promise<LockedReport> {
  const [locked] = await tx.query<{ revision: number }>(
    `UPDATE extract.report SET revision = revision + 1 WHERE region = $1 AND id = $2 AND withdrawn_at IS NULL
     RETURNING revision`,
    [region, id],
  );
  if (locked === undefined) throw faults.noReport({ id });
  const machine = await findMachineRows(tx, region, id);
  const choices = await findChoices(tx, region, id);
  return { revision: locked.revision, machine, choices, corrections: await findCorrections(tx, region, id) };
}

export async function keepCounts(tx: Transaction, region: string, id: string, counts: Counts): Promise<void> {
  await tx.execute(`UPDATE extract.report SET counts = $3 WHERE region = $1 AND id = $2`, [
    region,
    id,
    JSON.stringify(counts),
  ]);
}
