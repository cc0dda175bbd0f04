import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';

/**
 * Makes the month's partition of `sense.observation` and those of the next months, and moves what the default partition
 * already holds of them. Safe to repeat; run it at start and once a day.
 * @returns the names of the partitions that are new
 */
export async function makePartitions(tx: Sql, clock: Clock, monthsAhead = 2): Promise<readonly string[]> {
  await tx.query(`SELECT pg_advisory_xact_lock(7930)`);
  const now = clock.now();
  const made: string[] = [];
  for (let ahead = 0; ahead <= monthsAhead; ahead++) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1));
    const name = `observation_${from.toISOString().slice(0, 7).replace('-', '_')}`;
    const [found] = await tx.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'sense' AND tablename = $1`, [name]);
    if (found !== undefined) continue;
    await makePartition(tx, name, from, to);
    made.push(name);
  }
  return made;
}

/** A partition can't be made while the default one holds rows of its range, so those step aside in between. */
async function makePartition(tx: Sql, name: string, from: Date, to: Date): Promise<void> {
  const columns = 'region, datastream, phenomenon_time, result, received_at, batch';
  await tx.query(`LOCK TABLE sense.observation IN SHARE ROW EXCLUSIVE MODE`);
  await tx.query(`CREATE TABLE sense.${name} (LIKE sense.observation INCLUDING ALL)`);
  await tx.query(
    `WITH aside AS (DELETE FROM sense.observation_default WHERE phenomenon_time >= $1 AND phenomenon_time < $2
                    RETURNING ${columns})
     INSERT INTO sense.${name} (${columns}) SELECT ${columns} FROM aside`,
    [from, to],
  );
  await tx.query(
    `ALTER TABLE sense.observation ATTACH PARTITION sense.${name}
     FOR VALUES FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`,
  );
  await tx.query(`COMMENT ON TABLE sense.${name} IS 'tenant: region'`);
}
