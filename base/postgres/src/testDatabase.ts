import { createHash, randomUUID } from 'node:crypto';
import { openDatabase, type Database } from './database.ts';
import { migrate, readMigrations, type MigrationSet } from './migrate.ts';
import { startTestCluster, type TestCluster } from './testCluster.ts';

/** What of a test context is needed here: node:test's `t`, or anything with `after`. */
interface Context {
  after(clean: () => Promise<void>): void;
}

/** The socket of the cluster that the test command started for all suites. */
const shared = process.env['YIWANG_TEST_SOCKET'];
let own: Promise<TestCluster> | undefined;

/** A cluster of this process alone, where a test file is run by hand; it goes when the process goes. */
async function ownCluster(): Promise<string> {
  own ??= startTestCluster();
  return (await own).socket;
}

/**
 * A migrated database for one suite, cloned from a template that is made once for the same migrations, dropped after.
 * Real PostgreSQL, fsync off.
 */
export async function testDatabase(t: Context, sets: readonly MigrationSet[]): Promise<Database> {
  const socket = shared ?? (await ownCluster());
  const digest = createHash('sha256');
  for (const { owner, name, checksum } of readMigrations(sets)) digest.update(`${owner}/${name} ${checksum}\n`);
  const template = `template_${digest.digest('hex').slice(0, 16)}`;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = openDatabase({ connection: { socket, database: 'postgres' }, size: 1 });
  try {
    await admin.query(`SELECT pg_advisory_lock(7920)`);
    const [found] = await admin.query(`SELECT 1 FROM pg_database WHERE datname = $1`, [template]);
    if (found === undefined) {
      const making = `${template}_making`;
      await admin.query(`DROP DATABASE IF EXISTS ${making}`);
      await admin.query(`CREATE DATABASE ${making}`);
      const fresh = openDatabase({ connection: { socket, database: making }, size: 1 });
      try {
        await migrate(fresh, sets);
      } finally {
        await fresh.close();
      }
      await admin.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
    }
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  } finally {
    await admin.close();
  }
  const db = openDatabase({ connection: { socket, database: name } });
  t.after(async () => {
    await db.close();
    const again = openDatabase({ connection: { socket, database: 'postgres' }, size: 1 });
    try {
      await again.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    } finally {
      await again.close();
    }
  });
  return db;
}
