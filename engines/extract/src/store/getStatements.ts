import type { Sql } from '@yiwang/postgres';
import { extractFaults as faults } from '../faults.ts';
import type { Statement } from '../reading.ts';
import { findChoices, findCorrections } from './findChanges.ts';
import { findMachineRows } from './machineRows.ts';
import { rowsAsTheyStand } from './rowsAsTheyStand.ts';

/** The statements of a report as they stand, and whose they are. */
export interface ReportStatements {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly statements: readonly Statement[];
}

/** Without the text, for several reports at once. @throws extract.noReport */
export async function getStatements(sql: Sql, region: string, id: string): Promise<ReportStatements> {
  const [head] = await sql.query<{ title: string; year: number | null }>(
    `SELECT title, year FROM extract.report WHERE region = $1 AND id = $2 AND withdrawn_at IS NULL`,
    [region, id],
  );
  if (head === undefined) throw faults.noReport({ id });
  const machine = await findMachineRows(sql, region, id);
  const choices = await findChoices(sql, region, id);
  const { statements } = rowsAsTheyStand(machine, choices, await findCorrections(sql, region, id));
  return { id, ...head, statements };
}
