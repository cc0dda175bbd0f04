import type { Sql } from '@yiwang/postgres';
import { extractFaults as faults } from '../faults.ts';
import { findCorrections, findChoices } from './findChanges.ts';
import { findMachineRows } from './machineRows.ts';
import { rowsAsTheyStand } from './rowsAsTheyStand.ts';
import { headColumns, type ReportHead, type StoredReport } from './storedReport.ts';
import type { TopicSection } from './topicOf.ts';

interface Found extends ReportHead {
  readonly text: string | null;
  readonly sections: readonly TopicSection[];
}

/** A report with its rows as they stand. Whoever may see it is for the caller. @throws extract.noReport */
export async function getReport(sql: Sql, region: string, id: string): Promise<StoredReport> {
  const [found] = await sql.query<Found>(
    `SELECT ${headColumns}, text, sections FROM extract.report WHERE region = $1 AND id = $2 AND withdrawn_at IS NULL`,
    [region, id],
  );
  if (found === undefined) throw faults.noReport({ id });
  const machine = await findMachineRows(sql, region, id);
  const corrections = await findCorrections(sql, region, id);
  const rows = rowsAsTheyStand(machine, await findChoices(sql, region, id), corrections);
  return { ...found, counts: rows.counts, rows, corrections };
}
