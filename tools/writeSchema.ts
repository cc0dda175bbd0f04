import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { migrate, openDatabase, startTestCluster } from '@yiwang/postgres';
import { serverMigrations } from '@yiwang/server';
import { schemaFile, schemaPage, schemaProblems } from './schemaPage.ts';
import { read, root } from './sourceFiles.ts';

const onlyCheck = process.argv.includes('--check');
const cluster = await startTestCluster();
const db = openDatabase({ connection: { socket: cluster.socket, database: 'postgres' } });
try {
  await migrate(db, serverMigrations);
  const page = await schemaPage(db);
  if (!onlyCheck) {
    writeFileSync(path.join(root, schemaFile), page);
    console.log(`wrote ${schemaFile}`);
  } else if (!existsSync(path.join(root, schemaFile)) || read(schemaFile) !== page) {
    console.error(`■ ${schemaFile} is not what the migrations make: run ./yiwang schema and commit it`);
    process.exitCode = 1;
  }
  if (onlyCheck) {
    const problems = await schemaProblems(db);
    for (const { rule, where, what } of problems) console.error(`■ ${where} ${rule}: ${what}`);
    if (problems.length > 0) process.exitCode = 1;
    if (process.exitCode === undefined)
      console.log(`● ${schemaFile} is what the migrations make, and can be scaled out`);
  }
} finally {
  await db.close();
  await cluster.stop();
}
