import type { MigrationSet } from '@yiwang/postgres';

export const judgeMigrations: MigrationSet = {
  owner: 'judge',
  folder: new URL('../migrations/', import.meta.url),
};
