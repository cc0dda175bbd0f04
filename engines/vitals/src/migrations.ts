import type { MigrationSet } from '@yiwang/postgres';

export const vitalsMigrations: MigrationSet = { owner: 'vitals', folder: new URL('../migrations/', import.meta.url) };
