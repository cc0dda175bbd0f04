import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { hashOf } from './algorithm.ts';
import { readBook } from './book.ts';
import { foldRoots } from './merkleTree.ts';
import type { SigningKey } from './signingKey.ts';

/** Signs what a book is now; nothing to do where its size is signed already. */
export async function signCheckpoint(sql: Sql, clock: Clock, key: SigningKey, region: string): Promise<void> {
  const { algorithm, frontier } = await readBook(sql, region);
  const note = key.signNote({
    origin: `${key.name}/${region}`,
    size: frontier.size,
    root: foldRoots(hashOf[algorithm], frontier.roots),
    extensions: algorithm === 'sha-256' ? [] : [`hash ${algorithm}`],
  });
  await sql.execute(
    `INSERT INTO ledger.checkpoint (region, size, at, note) VALUES ($1, $2, $3, $4) ON CONFLICT (region, size) DO NOTHING`,
    [region, frontier.size, clock.now(), note],
  );
}

/** Remembers the public key, so that what it signs can still be verified after a rotation. */
export async function publishVerifier(sql: Sql, clock: Clock, key: SigningKey): Promise<void> {
  await sql.execute(
    `INSERT INTO ledger.verifier (name, key_id, public_key, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [key.name, key.keyId, key.publicKey, clock.now()],
  );
}
