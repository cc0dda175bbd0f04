import { uuidv7, type Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Sql } from '@yiwang/postgres';
import { batchHash, byKey } from './batchHash.ts';
import { moveLatest } from './moveLatest.ts';
import type { Batch, LatestChange, Observation } from './observation.ts';
import { observationArrays, observationRows } from './observationArrays.ts';

export interface Recorded {
  /** UUIDv7 of the batch; undefined when all of it was known already. */
  readonly batch: string | undefined;
  /** Rows that are new. */
  readonly recorded: number;
  /** Rows whose datastream had a value at that time already; the first value stays. */
  readonly repeated: number;
  /** Of the repeated ones, those that came with another value than the stored one. */
  readonly conflicting: number;
  readonly latest: readonly LatestChange[];
}

/**
 * Stores a batch in the caller's transaction: set-based, idempotent, in any order of time. One ledger entry holds the
 * hash of what was new. Values must have come through a door (`decodeObservations`, `importCsv`, a registry row).
 */
export async function recordObservations(tx: Sql, clock: Clock, batch: Batch): Promise<Recorded> {
  if (batch.observations.length === 0) {
    return { batch: undefined, recorded: 0, repeated: 0, conflicting: 0, latest: [] };
  }
  const sorted = batch.observations.toSorted(byKey);
  const columns = observationArrays(sorted);
  const id = uuidv7();
  const receivedAt = clock.now();
  const recorded = await tx.execute(
    `INSERT INTO sense.observation (region, datastream, phenomenon_time, result, received_at, batch)
     SELECT region, datastream, phenomenon_time, result, $5, $6 FROM (${observationRows}) AS row
     ON CONFLICT (region, datastream, phenomenon_time) DO NOTHING`,
    [...columns, receivedAt, id],
  );
  const repeated = sorted.length - recorded;
  const { fresh, conflicting } =
    repeated === 0 ? { fresh: sorted, conflicting: 0 } : await separateRepeats(tx, columns, id);
  if (fresh.length === 0) return { batch: undefined, recorded, repeated, conflicting, latest: [] };
  const sha256 = batchHash(fresh);
  const [entry] = await appendEntries(tx, clock, [
    {
      region: batch.region,
      kind: 'observations.recorded',
      actor: batch.source,
      subject: `batch:${id}`,
      body: { sha256, size: recorded },
    },
  ]);
  const times = fresh.map((observation) => observation.phenomenonTime.getTime());
  await tx.execute(
    `INSERT INTO sense.batch (region, id, source, received_at, size, first_time, last_time, sha256, entry)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [batch.region, id, batch.source, receivedAt, recorded, least(times), greatest(times), sha256, entry],
  );
  return { batch: id, recorded, repeated, conflicting, latest: await moveLatest(tx, fresh, receivedAt) };
}

/** Reads back by key which rows this batch brought, and how many stored ones say something else. */
async function separateRepeats(
  tx: Sql,
  columns: readonly string[],
  id: string,
): Promise<{ fresh: Observation[]; conflicting: number }> {
  const rows = await tx.query<Observation & { mine: boolean; differs: boolean }>(
    `SELECT o.region, o.datastream, o.phenomenon_time AS "phenomenonTime", o.result,
            o.batch = $5 AS mine, bool_or(o.result <> given.result) AS differs
     FROM (${observationRows}) AS given
     JOIN sense.observation o USING (region, datastream, phenomenon_time)
     GROUP BY o.region, o.datastream, o.phenomenon_time, o.result, o.batch
     ORDER BY o.region COLLATE "C", o.datastream, o.phenomenon_time`,
    [...columns, id],
  );
  return { fresh: rows.filter((row) => row.mine), conflicting: rows.filter((row) => row.differs).length };
}

function least(times: readonly number[]): Date {
  return new Date(times.reduce((a, b) => Math.min(a, b)));
}

function greatest(times: readonly number[]): Date {
  return new Date(times.reduce((a, b) => Math.max(a, b)));
}
