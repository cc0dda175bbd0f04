import type { MigrationSet } from '@yiwang/postgres';

export const extractMigrations: MigrationSet = {
  owner: 'extract',
  folder: new URL('../../migrations/', import.meta.url),
};
