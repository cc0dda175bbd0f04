import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '@yiwang/clock';
import { filesFaults } from './faults.ts';
import { spoolName } from './spool.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes the folder where it is missing and removes temporary files that nobody has written to for a day. Younger ones
 * may belong to another process that shares the folder. @throws files.folderUnusable
 */
export function sweepLeftovers(folder: string, clock: Clock): void {
  try {
    mkdirSync(folder, { recursive: true });
    const before = clock.now().getTime() - dayMs;
    for (const name of readdirSync(folder)) {
      if (!spoolName.test(name)) continue;
      const leftover = path.join(folder, name);
      // gone meanwhile: another process has swept it or finished it
      const found = statSync(leftover, { throwIfNoEntry: false });
      if (found !== undefined && found.mtimeMs < before) rmSync(leftover, { force: true });
    }
  } catch (error) {
    throw filesFaults.folderUnusable({ folder, reason: error instanceof Error ? error.message : String(error) }, error);
  }
}
