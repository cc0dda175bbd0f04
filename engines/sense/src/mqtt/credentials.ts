import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { senseFaults as faults } from '../faults.ts';

/** A thing that signed in, and what it may write to. */
export interface Device {
  readonly username: string;
  readonly region: string;
  readonly thing: string;
  /** Ids of its own datastreams. */
  readonly datastreams: ReadonlySet<string>;
}

/**
 * Gives a thing what it signs in with by MQTT; an earlier credential of the thing ends. The token is shown this once.
 * @throws sense.unknownThing
 */
export async function issueCredential(
  tx: Sql,
  region: string,
  thing: string,
): Promise<{ readonly username: string; readonly token: string }> {
  const [known] = await tx.query(`SELECT 1 FROM sense.thing WHERE region = $1 AND id = $2`, [region, thing]);
  if (known === undefined) throw faults.unknownThing({ region, thing });
  const username = thing;
  const token = randomBytes(32).toString('base64url');
  await tx.execute(
    `INSERT INTO sense.credential (region, username, thing, token_sha256) VALUES ($1, $2, $3, $4)
     ON CONFLICT (region, username) DO UPDATE SET token_sha256 = excluded.token_sha256, revoked_at = NULL`,
    [region, username, thing, hash('sha256', token, 'buffer')],
  );
  return { username, token };
}

/** Ends a credential; an open connection has to be cut besides (`Mqtt.disconnect`). */
export async function revokeCredential(tx: Sql, clock: Clock, region: string, username: string): Promise<void> {
  await tx.execute(`UPDATE sense.credential SET revoked_at = $3 WHERE region = $1 AND username = $2`, [
    region,
    username,
    clock.now(),
  ]);
}

/** The device of a username and token; undefined when they don't fit or were revoked. */
export async function findDevice(sql: Sql, username: string, token: string): Promise<Device | undefined> {
  if (username.length > 100 || token.length > 100 || username.includes('\0')) return undefined;
  const [row] = await sql.query<{ region: string; thing: string; sha: Uint8Array; datastreams: string[] | null }>(
    `SELECT c.region, c.thing, c.token_sha256 AS sha,
            (SELECT array_agg(d.id::text) FROM sense.datastream d WHERE d.region = c.region AND d.thing = c.thing)
              AS datastreams
     FROM sense.credential c WHERE c.username = $1 AND c.revoked_at IS NULL`,
    [username],
  );
  if (row === undefined || !timingSafeEqual(row.sha, hash('sha256', token, 'buffer'))) return undefined;
  return { username, region: row.region, thing: row.thing, datastreams: new Set(row.datastreams) };
}
