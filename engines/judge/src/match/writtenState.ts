import type { Database, Sql } from '@yiwang/postgres';
import type { Positions } from '../register/findChanges.ts';
import type { PolicyTotal } from './matchTable.ts';
import type { Formulas, Policy } from './policy.ts';

/** What of the matching of a register is written down. */
export interface WrittenState {
  readonly revision: number;
  readonly positions: Positions;
  readonly asOf: string;
  readonly policies: readonly Policy[];
  readonly totals: readonly PolicyTotal[];
}

export async function findWritten(sql: Sql, region: string, register: string): Promise<WrittenState | undefined> {
  const [state] = await sql.query<{ revision: number; positions: Positions; as_of: string }>(
    `SELECT revision, positions, as_of::text FROM judge.match_state WHERE region = $1 AND register = $2`,
    [region, register],
  );
  if (state === undefined) return undefined;
  const policies = await sql.query<{ policy: string; version: number; formulas: string }>(
    `SELECT policy, version, formulas FROM judge.match_policies WHERE region = $1 AND register = $2 ORDER BY policy`,
    [region, register],
  );
  return {
    revision: state.revision,
    positions: state.positions,
    asOf: state.as_of,
    policies: policies.map(({ policy, version, formulas }) => ({ code: policy, version, ...readFormulas(formulas) })),
    totals: await findTotals(sql, register),
  };
}

/** Written by ourselves and by nobody else. */
function readFormulas(text: string): Formulas {
  return JSON.parse(text) as Formulas;
}

/** The text by which two versions of formulas are known apart. */
export function formulasText({ eligible, amount }: Formulas): string {
  return JSON.stringify(amount === undefined ? { eligible } : { eligible, amount });
}

/** The totals of policies by district, as last written. */
export async function findTotals(sql: Sql, register: string, policy?: string): Promise<PolicyTotal[]> {
  return sql.query<PolicyTotal>(
    `SELECT policy, region, matched, trim_scale(amount)::text AS amount, lacking FROM judge.match_totals
     WHERE register = $1 AND ($2::text IS NULL OR policy = $2) ORDER BY policy, region`,
    [register, policy ?? null],
  );
}

/** Takes away what runs that were cut off have written, or one of them; the difference is found again. */
export async function clearCutRuns(db: Database, region: string, register: string, only?: string): Promise<void> {
  const cut = await db.query<{ run: string }>(
    `SELECT run FROM judge.match_runs
     WHERE region = $1 AND register = $2 AND NOT written AND ($3::uuid IS NULL OR run = $3)`,
    [region, register, only ?? null],
  );
  await removeRuns(
    db,
    { region, register },
    cut.map(({ run }) => run),
  );
}

/** Rows in one statement. */
const batch = 20_000;

/** Takes runs away with their entries, in small steps. */
export async function removeRuns(
  db: Database,
  { region, register }: { readonly region: string; readonly register: string },
  runs: readonly string[],
): Promise<void> {
  if (runs.length === 0) return;
  for (let gone = batch; gone === batch;) {
    gone = await db.execute(
      `DELETE FROM judge.match_changes m USING (SELECT region, policy, run, code FROM judge.match_changes
         WHERE register = $1 AND run = ANY ($2) LIMIT ${batch}) d
       WHERE m.region = d.region AND m.register = $1 AND m.policy = d.policy AND m.run = d.run AND m.code = d.code`,
      [register, runs],
    );
  }
  await db.execute(`DELETE FROM judge.match_runs WHERE region = $1 AND register = $2 AND run = ANY ($3)`, [
    region,
    register,
    runs,
  ]);
}
