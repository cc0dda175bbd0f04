import type { Sql } from '@yiwang/postgres';

/** The last position read of each district's change log; a district that is not in it: none. */
export type Positions = Readonly<Record<string, number>>;

export interface RegisterChange {
  readonly region: string;
  readonly position: number;
  readonly kind: 'added' | 'changed' | 'removed' | 'loaded';
  /** Empty where a whole district was loaded. */
  readonly code: string;
  /** Natural values by column, as they were; null for what was not there. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly at: Date;
}

export interface FoundChanges {
  readonly changes: readonly RegisterChange[];
  /** After them; ask again from there until there are none. */
  readonly positions: Positions;
  /** How many there are in all after the positions asked for, those of `changes` included. */
  readonly behind: number;
  /** Changes after the positions asked for are no longer kept: only reading the whole register tells. */
  readonly lost: boolean;
}

/** Where a register's change log stands now. */
export async function findPositions(sql: Sql, register: string): Promise<Positions> {
  const heads = await sql.query<{ region: string; position: number }>(
    `SELECT region, position FROM judge.register_head WHERE register = $1`,
    [register],
  );
  return Object.fromEntries(heads.map(({ region, position }) => [region, position]));
}

/** The changes after these positions, in order within each district, at most `limit` of each. */
export async function findChanges(sql: Sql, register: string, since: Positions, limit = 5000): Promise<FoundChanges> {
  const heads = await sql.query<{ region: string; position: number; pruned: number }>(
    `SELECT region, position, pruned FROM judge.register_head WHERE register = $1`,
    [register],
  );
  const positions: Record<string, number> = { ...since };
  const changes: RegisterChange[] = [];
  let lost = false;
  let behind = 0;
  for (const { region, position, pruned } of heads) {
    const from = since[region] ?? 0;
    if (position <= from) continue;
    if (pruned > from) lost = true;
    behind += position - from;
    const found = await sql.query<RegisterChange>(
      `SELECT region, position, kind, code, before, at FROM judge.register_changes
       WHERE region = $1 AND register = $2 AND position > $3 ORDER BY position LIMIT $4`,
      [region, register, from, limit],
    );
    for (const change of found) changes.push(change);
    positions[region] = found.at(-1)?.position ?? from;
  }
  return { changes, positions, behind, lost };
}
