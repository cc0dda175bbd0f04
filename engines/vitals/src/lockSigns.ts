import type { Sql } from '@yiwang/postgres';
import type { Indicator, Light } from './indicator.ts';

/** A sign as it was before this transaction. */
export interface SignBefore {
  readonly region: string;
  readonly indicator: string;
  readonly at: Date | null;
  readonly light: Light;
  readonly since: Date | null;
}

export function signKey(region: string, indicator: string): string {
  return `${region}/${indicator}`;
}

/**
 * Locks the signs that are about to change, making those that are new, in the order of their keys. Without the lock two
 * transactions of one district would each miss the other's thing in their sum.
 */
export async function lockSigns(
  tx: Sql,
  wanted: readonly { readonly region: string; readonly indicator: Indicator }[],
): Promise<ReadonlyMap<string, SignBefore>> {
  const keys = new Map(wanted.map((sign) => [signKey(sign.region, sign.indicator.code), sign]));
  const signs = [...keys.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sign]) => sign);
  const columns = [signs.map(({ region }) => region), signs.map(({ indicator }) => indicator.code)];
  await tx.execute(
    `INSERT INTO vitals.sign (region, indicator, light, silent_minutes, size, total)
     SELECT region, indicator, 'unknown', silent, 0, 0
     FROM unnest($1::text[], $2::text[], $3::float8[]) AS sign (region, indicator, silent)
     ON CONFLICT (region, indicator) DO NOTHING`,
    [...columns, signs.map(({ indicator }) => indicator.silentAfterMinutes)],
  );
  const rows = await tx.query<SignBefore & object>(
    `SELECT region, indicator, at, light, since FROM vitals.sign
     JOIN unnest($1::text[], $2::text[]) AS wanted (region, indicator) USING (region, indicator)
     ORDER BY region COLLATE "C", indicator COLLATE "C" FOR UPDATE OF sign`,
    columns,
  );
  return new Map(rows.map((row) => [signKey(row.region, row.indicator), row]));
}
