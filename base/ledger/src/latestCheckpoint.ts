import type { Sql } from '@yiwang/postgres';
import type { Verifier } from './verifyNote.ts';

export interface StoredCheckpoint {
  readonly size: number;
  readonly at: Date;
  /** The signed note, as it is given away. */
  readonly note: string;
}

/** The newest signed checkpoint of a book. */
export async function latestCheckpoint(sql: Sql, region: string): Promise<StoredCheckpoint | undefined> {
  const [row] = await sql.query<StoredCheckpoint>(
    `SELECT size, at, note FROM ledger.checkpoint WHERE region = $1 ORDER BY size DESC LIMIT 1`,
    [region],
  );
  return row;
}

/** The public keys that have signed checkpoints here. A reader who distrusts the database keeps copies elsewhere. */
export async function findVerifiers(sql: Sql): Promise<readonly Verifier[]> {
  return sql.query<Verifier>(
    `SELECT name, key_id AS "keyId", public_key AS "publicKey" FROM ledger.verifier ORDER BY since, key_id`,
  );
}
