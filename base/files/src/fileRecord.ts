import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { filesFaults } from './faults.ts';
import type { StoredFile } from './spool.ts';

export interface NewFileRecord extends StoredFile {
  readonly region: string;
  /** As the sender called it. */
  readonly name: string;
  /** `account:100012` or `system:…`. */
  readonly addedBy: string;
}

export interface FileRecord extends NewFileRecord {
  readonly addedAt: Date;
}

const properName = /^\P{Cc}{1,255}$/u;

/**
 * Says that a region knows a stored file; put the file first, so that no record is without its bytes. The same content
 * again in the region leaves the first record as it is. @throws files.badName
 */
export async function recordFile(sql: Sql, clock: Clock, file: NewFileRecord): Promise<void> {
  if (!properName.test(file.name)) throw filesFaults.badName();
  await sql.execute(
    `INSERT INTO files.file (region, hash, name, type, size, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (region, hash) DO NOTHING`,
    [file.region, file.hash, file.name, file.type, file.size, file.addedBy, clock.now()],
  );
}

/** What a region knows of a file; undefined where the file was added in another region only. */
export async function findFile(sql: Sql, region: string, hash: string): Promise<FileRecord | undefined> {
  const [found] = await sql.query<FileRecord>(
    `SELECT region, hash, name, type, size, added_by AS "addedBy", added_at AS "addedAt"
     FROM files.file WHERE region = $1 AND hash = $2`,
    [region, hash],
  );
  return found;
}
