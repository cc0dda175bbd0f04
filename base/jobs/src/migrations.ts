import type { MigrationSet } from '@yiwang/postgres';

export const jobsMigrations: MigrationSet = { owner: 'jobs', folder: new URL('../migrations/', import.meta.url) };
