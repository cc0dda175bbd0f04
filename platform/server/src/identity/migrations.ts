import type { MigrationSet } from '@yiwang/postgres';

export const identityMigrations: MigrationSet = {
  owner: 'identity',
  folder: new URL('../../migrations/', import.meta.url),
};
