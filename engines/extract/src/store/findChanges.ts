import type { Sql } from '@yiwang/postgres';
import type { Choice, Correction } from './correction.ts';

/** The corrections of a report, oldest first. */
export async function findCorrections(sql: Sql, region: string, report: string): Promise<readonly Correction[]> {
  return sql.query<Correction>(
    `SELECT id, machine_row AS row, fields, reason, by, at, entry FROM extract.correction
     WHERE region = $1 AND report = $2 ORDER BY revision`,
    [region, report],
  );
}

/** Which readings people took, oldest first. */
export async function findChoices(sql: Sql, region: string, report: string): Promise<readonly Choice[]> {
  return sql.query<Choice>(
    `SELECT ambiguity, reading FROM extract.choice WHERE region = $1 AND report = $2 ORDER BY revision`,
    [region, report],
  );
}
