import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cliFaults as faults } from './faults.ts';
import { root } from './runTool.ts';

const folder = path.join(root, 'console');
const built = path.join(folder, 'dist');
const stamp = path.join(built, '.built-from');

/** A digest of all that the bundle is made of: 20 ms, against 5 s for the build. */
function digestOfSources(): string {
  const digest = createHash('sha256');
  const inputs = [
    path.join(root, 'package-lock.json'),
    ...['console', 'platform/contract', 'base/messages'].flatMap((part) =>
      readdirSync(path.join(root, part), { recursive: true, withFileTypes: true })
        .filter(
          (entry) =>
            entry.isFile() && !/node_modules|\/dist(\/|$)/.test(entry.parentPath) && !entry.name.includes('.test.'),
        )
        .map((entry) => path.join(entry.parentPath, entry.name)),
    ),
  ].toSorted();
  for (const file of inputs) digest.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  return digest.digest('hex');
}

/** The folder of the built console; builds it when its sources changed since. */
export function builtConsole(): string {
  const digest = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return built;
  const vite = path.join(root, 'node_modules', '.bin', 'vite');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw faults.consoleNotBuilt({ reason: `${run.stdout}${run.stderr}`.trim().slice(-2000) });
  writeFileSync(stamp, digest);
  return built;
}
