import { test } from 'node:test';
import assert from 'node:assert/strict';
import { testDatabase } from '@yiwang/postgres';
import { serverMigrations } from '@yiwang/server';
import { schemaFile, schemaPage, schemaProblems } from './schemaPage.ts';
import { read } from './sourceFiles.ts';
import { sqlInSource } from './sqlInSource.ts';

test('docs/schema.sql is what the migrations make', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  assert.equal(read(schemaFile), await schemaPage(db), 'run ./yiwang schema and commit the file');
});

test('the schema, the migrations and the statements in sources can be scaled out', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  assert.deepEqual(await schemaProblems(db), []);
});

test('statements are found in a source with their line, whatever is put into them', () => {
  const source = [
    "const a = 'SELECT 1'; // it's a comment: 'UPDATE",
    'const b = `',
    '  UPDATE t SET x = ${columns.map((c) => `${c} {`).join()}, y = random()`;',
    'const c = `no statement`;',
  ].join('\n');
  assert.deepEqual(
    sqlInSource(source).map(({ line, sql }) => [line, sql.trim()]),
    [
      [1, 'SELECT 1'],
      [2, 'UPDATE t SET x = $0, y = random()'],
    ],
  );
});
