import type { Clock } from '@yiwang/clock';
import type { Database, Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { Positions } from '../register/findChanges.ts';
import type { MatchChange, PolicyTotal } from './matchTable.ts';
import type { Policy } from './policy.ts';
import { clearCutRuns, findWritten, formulasText } from './writtenState.ts';

/** Entities in one transaction: some 100 ms; a policy that appears for 400,000 firms takes eighty of them. */
const batch = 5000;

export type Cause = 'entity' | 'version' | 'date' | 'loaded' | 'found';

/** What one cause changed, on its way into the database. */
export interface PendingRun {
  /** A UUIDv7; the same when it is tried again. */
  readonly id: string;
  readonly cause: Cause;
  readonly asOf: string;
  /** Of a policy's run: what it was and what it is; undefined where there is none. */
  readonly before?: Policy | undefined;
  readonly after?: Policy | undefined;
  /** The positions of the change log up to which all is in it and those before it. */
  readonly positions: Positions;
  readonly gained: number;
  readonly lost: number;
  readonly differing: number;
  readonly totals: readonly PolicyTotal[];
  /** All policies and all totals anew, instead of some. */
  readonly whole?: readonly Policy[];
  /** Its entries from one to another. */
  entries(from: number, to: number): Promise<readonly MatchChange[]>;
  /** Called once it is written. */
  done?(): void;
}

export interface Place {
  readonly region: string;
  readonly register: string;
}

/**
 * Writes a run: its entries, then in one transaction its totals, the state after it and that it is whole. Tried again after a lost
 * connection it writes nothing twice. Gives the new revision.
 * @throws judge.matchingOvertaken where the state is not the one that the run began from
 */
export async function writeRun(
  db: Database,
  clock: Clock,
  place: Place,
  run: PendingRun,
  revision: number,
): Promise<number> {
  const count = run.gained + run.lost + run.differing;
  if (count <= batch) {
    return db.transaction(async (tx) => {
      await openRun(tx, clock, place, run);
      if (count > 0) await writeEntries(tx, clock, place, run, await run.entries(0, count));
      return finish(tx, clock, place, run, revision);
    });
  }
  await openRun(db, clock, place, run);
  for (let from = 0; from < count; from += batch) {
    await writeEntries(db, clock, place, run, await run.entries(from, from + batch));
  }
  return db.transaction((tx) => finish(tx, clock, place, run, revision));
}

/**
 * Where another process wrote meanwhile: the revision to go on from, when what it wrote holds all of this run already. Of two
 * processes that hear of the same change one is always late.
 */
export async function coveredBy(
  db: Database,
  { region, register }: Place,
  run: PendingRun,
): Promise<number | undefined> {
  const written = await findWritten(db, region, register);
  if (written === undefined || run.whole !== undefined) return undefined;
  for (const [district, position] of Object.entries(run.positions)) {
    if ((written.positions[district] ?? 0) < position) return undefined;
  }
  const code = (run.after ?? run.before)?.code;
  const policy = written.policies.find((one) => one.code === code);
  const same = code === undefined || known(policy) === known(run.after);
  if (!same) return undefined;
  await clearCutRuns(db, region, register, run.id);
  return written.revision;
}

function known(policy: Policy | undefined): string {
  return policy === undefined ? '' : `${policy.version} ${formulasText(policy)}`;
}

async function openRun(sql: Sql, clock: Clock, { region, register }: Place, run: PendingRun): Promise<void> {
  const { before, after } = run;
  await sql.execute(
    `INSERT INTO judge.match_runs (region, register, run, cause, policy, version_before, version_after, as_of, gained, lost,
       differing, at, written)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false) ON CONFLICT (region, register, run) DO NOTHING`,
    [
      region,
      register,
      run.id,
      run.cause,
      (after ?? before)?.code ?? null,
      before?.version ?? null,
      after?.version ?? null,
      run.asOf,
      run.gained,
      run.lost,
      run.differing,
      clock.now(),
    ],
  );
}

async function writeEntries(
  sql: Sql,
  clock: Clock,
  { register }: Place,
  run: PendingRun,
  entries: readonly MatchChange[],
): Promise<void> {
  await sql.execute(
    `INSERT INTO judge.match_changes (region, register, policy, run, code, kind, before, after, cause, version, at)
     SELECT e.region, $1, e.policy, $2, e.code, e.kind, e.before, e.after, $3, $4, $5
     FROM unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::numeric[], $11::numeric[])
       e(region, policy, code, kind, before, after)
     ON CONFLICT (region, register, policy, run, code) DO NOTHING`,
    [
      register,
      run.id,
      run.cause,
      (run.after ?? run.before)?.version ?? null,
      clock.now(),
      entries.map(({ region }) => region),
      entries.map(({ policy }) => policy),
      entries.map(({ code }) => code),
      entries.map(({ kind }) => kind),
      entries.map(({ before }) => before),
      entries.map(({ after }) => after),
    ],
  );
}

async function finish(sql: Sql, clock: Clock, place: Place, run: PendingRun, revision: number): Promise<number> {
  const { region, register } = place;
  const at = clock.now();
  const next = revision + 1;
  const moved = await sql.execute(
    `INSERT INTO judge.match_state (region, register, revision, positions, as_of, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (region, register) DO UPDATE SET revision = $3, positions = $4, as_of = $5, at = $6
     WHERE match_state.revision = $7`,
    [region, register, next, JSON.stringify(run.positions), run.asOf, at, revision],
  );
  if (moved === 0) throw faults.matchingOvertaken({ register });
  await writePolicies(sql, place, run);
  if (run.whole !== undefined) {
    await sql.execute(`DELETE FROM judge.match_totals WHERE register = $1 AND NOT policy = ANY ($2)`, [
      register,
      run.whole.map(({ code }) => code),
    ]);
  }
  await sql.execute(
    `INSERT INTO judge.match_totals (region, register, policy, matched, amount, lacking, at)
     SELECT t.region, $1, t.policy, t.matched, t.amount, t.lacking, $2
     FROM unnest($3::text[], $4::text[], $5::bigint[], $6::numeric[], $7::bigint[]) t(region, policy, matched, amount, lacking)
     ON CONFLICT (region, register, policy) DO UPDATE
       SET matched = excluded.matched, amount = excluded.amount, lacking = excluded.lacking, at = excluded.at`,
    [
      register,
      at,
      run.totals.map((total) => total.region),
      run.totals.map((total) => total.policy),
      run.totals.map((total) => total.matched),
      run.totals.map((total) => total.amount),
      run.totals.map((total) => total.lacking),
    ],
  );
  const whole = await sql.execute(
    `UPDATE judge.match_runs SET written = true WHERE region = $1 AND register = $2 AND run = $3`,
    [region, register, run.id],
  );
  if (whole === 0) throw faults.matchingOvertaken({ register }); // another process took it for one that was cut off
  return next;
}

async function writePolicies(sql: Sql, { region, register }: Place, run: PendingRun): Promise<void> {
  const { before, after, whole } = run;
  const gone = whole === undefined ? (after === undefined && before !== undefined ? [before.code] : []) : undefined;
  if (gone === undefined || gone.length > 0) {
    await sql.execute(
      `DELETE FROM judge.match_policies WHERE region = $1 AND register = $2 AND ($3::text[] IS NULL OR policy = ANY ($3))`,
      [region, register, gone ?? null],
    );
  }
  const present = whole ?? (after === undefined ? [] : [after]);
  if (present.length === 0) return;
  await sql.execute(
    `INSERT INTO judge.match_policies (region, register, policy, version, formulas)
     SELECT $1, $2, p.policy, p.version, p.formulas FROM unnest($3::text[], $4::int[], $5::text[]) p(policy, version, formulas)
     ON CONFLICT (region, register, policy) DO UPDATE SET version = excluded.version, formulas = excluded.formulas`,
    [
      region,
      register,
      present.map(({ code }) => code),
      present.map(({ version }) => version),
      present.map((policy) => formulasText(policy)),
    ],
  );
}
