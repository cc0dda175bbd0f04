import type { MigrationSet } from '@yiwang/postgres';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { identityMigrations } from './identity/migrations.ts';

/** All that the platform's database holds, in the order that it is made in. */
export const serverMigrations: readonly MigrationSet[] = [ledgerMigrations, jobsMigrations, identityMigrations];
