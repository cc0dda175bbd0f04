import { dumpSchema, lintMigrations, lintSchema, lintSql, type SchemaProblem, type Sql } from '@yiwang/postgres';
import { serverMigrations } from '@yiwang/server';
import { isSource, read, trackedFiles } from './sourceFiles.ts';
import { sqlInSource } from './sqlInSource.ts';

export const schemaFile = 'docs/schema.sql';

/** The text of docs/schema.sql: what all migrations make, read from a database that has them. */
export async function schemaPage(db: Sql): Promise<string> {
  const head = [
    '-- What the migrations of all packages make. Made by `./yiwang schema`; a test compares the two.',
    '-- One block a table, in order of names: its columns, constraints, indexes and comment.',
  ];
  return `${head.join('\n')}\n\n${await dumpSchema(db)}`;
}

/** What of the schema, the migrations and the statements in sources would not run on a scaled-out server. */
export async function schemaProblems(db: Sql): Promise<SchemaProblem[]> {
  const sources = trackedFiles().filter(
    (file) =>
      isSource(file) &&
      /^(base|engines|platform)\//.test(file) &&
      !/\.test\.ts$|\/(test|soak|dev|conformance)\//.test(file),
  );
  return [
    ...(await lintSchema(db)),
    ...lintMigrations(serverMigrations),
    ...sources.flatMap((file) =>
      sqlInSource(read(file)).flatMap(({ line, sql }) =>
        lintSql(sql, file).map((problem) => ({ ...problem, where: lineIn(problem.where, line) })),
      ),
    ),
  ];
}

/** `file:3` of a text that begins on line 10 of the file is `file:12`. */
function lineIn(where: string, start: number): string {
  const colon = where.lastIndexOf(':');
  return `${where.slice(0, colon)}:${Number(where.slice(colon + 1)) + start - 1}`;
}
