import type { MigrationSet } from '@yiwang/postgres';
import { calendarMigrations } from '@yiwang/calendar';
import { extractMigrations } from '@yiwang/extract';
import { filesMigrations } from '@yiwang/files';
import { handleMigrations } from '@yiwang/handle';
import { jobsMigrations } from '@yiwang/jobs';
import { judgeMigrations } from '@yiwang/judge';
import { ledgerMigrations } from '@yiwang/ledger';
import { senseMigrations } from '@yiwang/sense';
import { vitalsMigrations } from '@yiwang/vitals';
import { identityMigrations } from './identity/migrations.ts';

/** All that the platform's database holds, in the order that it is made in. */
export const serverMigrations: readonly MigrationSet[] = [
  ledgerMigrations,
  jobsMigrations,
  calendarMigrations,
  filesMigrations,
  senseMigrations,
  vitalsMigrations,
  judgeMigrations,
  handleMigrations,
  extractMigrations,
  identityMigrations,
];
