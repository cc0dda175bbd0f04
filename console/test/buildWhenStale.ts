import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');

/** When anything under a folder was last written, in ms; 0 where there is nothing. */
function newestUnder(...parts: readonly string[]): number {
  return Math.max(
    0,
    ...parts.flatMap((part) =>
      readdirSync(path.join(folder, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
    ),
  );
}

/** Builds the console for its tests when there is no build, or one older than its sources: 2 s. */
export function buildWhenStale(): void {
  const index = statSync(path.join(folder, 'dist', 'index.html'), { throwIfNoEntry: false });
  if (index !== undefined && index.mtimeMs > newestUnder('src', 'public', '../platform/contract/src')) return;
  const vite = path.join(folder, '..', 'node_modules', '.bin', 'vite');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new TypeError(`the console does not build:\n${run.stdout}${run.stderr}`);
}
