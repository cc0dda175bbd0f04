export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { type Sql, type Transaction, type Row } from './sql.ts';
export { startEmbedded, type EmbeddedServer, type EmbeddedOptions } from './embedded/startEmbedded.ts';
export { migrate, type MigrationSet } from './migrate.ts';
export { testDatabase } from './testDatabase.ts';
export { postgresFaults } from './faults.ts';
export { copyRows } from './copy/copyRows.ts';
export { readRows } from './copy/readRows.ts';
export { type CopyColumn, type CopyType } from './copy/copyColumn.ts';
