import type { MigrationSet } from '@yiwang/postgres';

export const ledgerMigrations: MigrationSet = {
  owner: 'ledger',
  folder: new URL('../migrations/', import.meta.url),
};
