import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { postgresFaults as faults } from './faults.ts';

/** The migrations of one package: files `0001-name.sql`, append-only. Each package keeps to a schema of its own name. */
export interface MigrationSet {
  readonly owner: string;
  /** `new URL('../migrations/', import.meta.url)` */
  readonly folder: URL;
}

export interface Migration {
  readonly owner: string;
  readonly name: string;
  readonly checksum: string;
  readonly text: string;
}

export function readMigrations(sets: readonly MigrationSet[]): Migration[] {
  return sets.flatMap(({ owner, folder }) => {
    const directory = fileURLToPath(folder);
    return readdirSync(directory)
      .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
      .toSorted()
      .map((name) => {
        const text = readFileSync(path.join(directory, name), 'utf8');
        return { owner, name, text, checksum: createHash('sha256').update(text).digest('hex') };
      });
  });
}

const bookkeeping = `
  CREATE TABLE IF NOT EXISTS public.migration (
    owner text NOT NULL, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, name));
  COMMENT ON TABLE public.migration IS 'reference'`;

/**
 * Applies what is missing, all in one transaction, in the order of the sets; two processes at once wait for each other.
 * @throws postgres.migrationChanged, postgres.migrationsAhead, postgres.migrationFailed: the database is unchanged then.
 */
export async function migrate(db: Database, sets: readonly MigrationSet[]): Promise<readonly string[]> {
  const wanted = readMigrations(sets);
  return db.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0'); // another's migration may take long
    await tx.query(`SELECT pg_advisory_xact_lock(7919)`);
    await tx.query(bookkeeping);
    const applied = await tx.query<{ owner: string; name: string; checksum: string }>(
      `SELECT owner, name, checksum FROM public.migration WHERE owner = ANY($1)`,
      [sets.map((set) => set.owner)],
    );
    const known = new Map(applied.map((row) => [`${row.owner}/${row.name}`, row.checksum]));
    const done: string[] = [];
    for (const { owner, name, checksum, text } of wanted) {
      const migration = `${owner}/${name}`;
      const before = known.get(migration);
      known.delete(migration);
      if (before === checksum) continue;
      if (before !== undefined) throw faults.migrationChanged({ migration });
      await tx.query(text).catch((cause: unknown) => {
        throw faults.migrationFailed(
          { migration, reason: cause instanceof Error ? cause.message : String(cause) },
          cause,
        );
      });
      await tx.query(`INSERT INTO public.migration (owner, name, checksum) VALUES ($1, $2, $3)`, [
        owner,
        name,
        checksum,
      ]);
      done.push(migration);
    }
    const [ahead] = known.keys();
    if (ahead !== undefined) throw faults.migrationsAhead({ migration: ahead });
    return done;
  });
}
