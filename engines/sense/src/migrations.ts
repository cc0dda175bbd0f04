import type { MigrationSet } from '@yiwang/postgres';

export const senseMigrations: MigrationSet = { owner: 'sense', folder: new URL('../migrations/', import.meta.url) };
