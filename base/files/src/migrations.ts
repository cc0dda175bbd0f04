import type { MigrationSet } from '@yiwang/postgres';

export const filesMigrations: MigrationSet = { owner: 'files', folder: new URL('../migrations/', import.meta.url) };
