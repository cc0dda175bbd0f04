import type { MigrationSet } from '@yiwang/postgres';

export const handleMigrations: MigrationSet = {
  owner: 'handle',
  folder: new URL('../migrations/', import.meta.url),
};
