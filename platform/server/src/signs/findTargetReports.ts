import { findReportOf } from '@yiwang/extract';
import type { Sql } from '@yiwang/postgres';
import type { Indicator } from '@yiwang/vitals';

/** Ids of the kept reports that the targets of these indicators were read in, by the hash of their text. A withdrawn one is none. */
export async function findTargetReports(
  sql: Sql,
  city: string,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Set(indicators.flatMap(({ target }) => target?.report?.hash ?? []));
  const found = new Map<string, string>();
  for (const hash of hashes) {
    const report = await findReportOf(sql, city, hash);
    if (report !== undefined) found.set(hash, report.id);
  }
  return found;
}
