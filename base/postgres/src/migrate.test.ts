import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isFault } from '@yiwang/faults';
import { migrate, testDatabase, type MigrationSet } from './index.ts';
import { scratch } from './embedded/fixtures/otherProcess.ts';

const program = `
  const { migrate, openDatabase } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
  const [, socket, database, folder] = process.argv;
  const db = openDatabase({ connection: { socket, database } });
  const done = await migrate(db, [{ owner: 'demo', folder: new URL(folder) }]);
  await db.close();
  process.stdout.write(JSON.stringify(done));
`;

function demo(t: TestContext, files: Readonly<Record<string, string>>): MigrationSet {
  const folder = scratch(t);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return { owner: 'demo', folder: pathToFileURL(`${folder}/`) };
}

function write(set: MigrationSet, name: string, text: string): void {
  writeFileSync(path.join(fileURLToPath(set.folder), name), text);
}

const first = { '0001-first.sql': 'CREATE SCHEMA demo; CREATE TABLE demo.a (n int)' };

suite('migrations', () => {
  test('what is missing is applied once, in order, and files that are no migrations are left alone', async (t) => {
    const db = await testDatabase(t, []);
    const set = demo(t, { ...first, '0002-second.sql': 'ALTER TABLE demo.a ADD m int', 'readme.md': 'no SQL' });
    assert.deepEqual(await migrate(db, [set]), ['demo/0001-first.sql', 'demo/0002-second.sql']);
    assert.deepEqual(await migrate(db, [set]), []);
    write(set, '0003-third.sql', 'ALTER TABLE demo.a ADD o int');
    assert.deepEqual(await migrate(db, [set]), ['demo/0003-third.sql']);
  });

  test('an applied migration that was changed is named, and nothing more is applied', async (t) => {
    const db = await testDatabase(t, []);
    const set = demo(t, first);
    await migrate(db, [set]);
    write(set, '0001-first.sql', 'CREATE SCHEMA other');
    write(set, '0002-second.sql', 'CREATE TABLE demo.b (n int)');
    await assert.rejects(
      migrate(db, [set]),
      (error) => isFault(error, 'postgres.migrationChanged') && error.params['migration'] === 'demo/0001-first.sql',
    );
    assert.deepEqual(await db.query(`SELECT to_regclass('demo.b') AS b`), [{ b: null }]);
  });

  test('a database with a migration that the program lacks is newer than the program', async (t) => {
    const db = await testDatabase(t, []);
    const set = demo(t, { ...first, '0002-second.sql': 'SELECT 1' });
    await migrate(db, [set]);
    rmSync(path.join(fileURLToPath(set.folder), '0002-second.sql'));
    await assert.rejects(migrate(db, [set]), (error) => isFault(error, 'postgres.migrationsAhead'));
  });

  test('one that fails leaves the database as it was, those before it included', async (t) => {
    const db = await testDatabase(t, []);
    const set = demo(t, { ...first, '0002-second.sql': 'CREATE TABLE demo.b (n int); SELECT 1/0' });
    await assert.rejects(migrate(db, [set]), (error) => {
      assert.ok(isFault(error, 'postgres.migrationFailed'));
      assert.deepEqual(error.params, { migration: 'demo/0002-second.sql', reason: 'division by zero' });
      return true;
    });
    assert.deepEqual(await db.query(`SELECT to_regclass('demo.a') AS a`), [{ a: null }]);
  });

  test('two processes at once apply each migration once', async (t) => {
    const db = await testDatabase(t, []);
    const set = demo(t, { ...first, '0002-slow.sql': 'SELECT pg_sleep(0.5)' });
    const [at] = await db.query<{ socket: string; database: string }>(
      `SELECT current_setting('unix_socket_directories') AS socket, current_database() AS database`,
    );
    const run = () =>
      new Promise<string[]>((resolve, reject) => {
        const args = ['--input-type=module', '-e', program, at!.socket, at!.database, set.folder.href];
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
        let said = '';
        child.stdout.on('data', (text: Buffer) => (said += String(text)));
        child.on('close', (code) =>
          code === 0 ? resolve(JSON.parse(said) as string[]) : reject(new RangeError(said)),
        );
      });
    const done = await Promise.all([run(), run()]);
    assert.deepEqual(done.flat().toSorted(), ['demo/0001-first.sql', 'demo/0002-slow.sql']);
  });
});
