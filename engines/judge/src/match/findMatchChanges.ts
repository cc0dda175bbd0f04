import type { Sql } from '@yiwang/postgres';
import type { ChangeKind } from './runEntries.ts';
import type { Cause } from './writeRun.ts';

/** One line of what became of matches. */
export interface WrittenChange {
  readonly run: string;
  readonly region: string;
  readonly code: string;
  readonly policy: string;
  readonly kind: ChangeKind;
  /** Exact decimal text, in yuan; null where there was or is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly cause: Cause;
  /** Of a version's or a date's cause. */
  readonly version: number | null;
  readonly at: Date;
}

export interface ChangeQuery {
  /** Of one entity, or of one policy. */
  readonly of:
    | { readonly region: string; readonly code: string }
    | { readonly regions: readonly string[]; readonly policy: string };
  /** Runs before this one; ids sort by time. */
  readonly before?: string;
  /** 50 unless told. */
  readonly limit?: number;
}

/** The latest changes first. */
export async function findMatchChanges(sql: Sql, register: string, query: ChangeQuery): Promise<WrittenChange[]> {
  const { of, before, limit = 50 } = query;
  const [where, values] =
    'code' in of
      ? ['region = ANY ($3) AND code = $4', [[of.region], of.code]]
      : ['region = ANY ($3) AND policy = $4', [of.regions, of.policy]];
  return sql.query<WrittenChange>(
    `SELECT run, region, code, policy, kind, trim_scale(before)::text AS before, trim_scale(after)::text AS after, cause, version, at
     FROM judge.match_changes WHERE register = $1 AND ($2::uuid IS NULL OR run < $2) AND ${where}
     ORDER BY run DESC, policy, code LIMIT $5`,
    [register, before ?? null, ...values, limit],
  );
}
