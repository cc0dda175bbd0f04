import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { startPlatform } from '../../tests/drive/platformProcess.ts';
import { signInAs } from '../../tests/drive/person.ts';

/** From the command to the data of the one screen in a person's hands: on a new data folder, and again on the same. */
const rounds = 5;
const root = path.resolve(import.meta.dirname, '../..');

async function once(folder: string): Promise<number> {
  const started = performance.now();
  const platform = await startPlatform(folder);
  const person = await signInAs(platform.address, '100001');
  await person.get('/api/screen');
  const took = performance.now() - started;
  await platform.stop();
  return took;
}

const cold: number[] = [];
const warm: number[] = [];
for (let round = 0; round < rounds; round++) {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-start-'));
  cold.push(await once(folder));
  warm.push(await once(folder));
  rmSync(folder, { recursive: true, force: true });
}

const seconds = (list: readonly number[]): string => {
  const sorted = list.toSorted((a, b) => a - b).map((one) => (one / 1000).toFixed(2));
  return `${sorted[0]} | **${sorted[Math.floor(sorted.length / 2)]}** | ${sorted.at(-1)}`;
};
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
const page = `# From the command to the one screen

Machine: ${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, shared and noisy, load ${(os.loadavg()[0] ?? 0).toFixed(1)}. Commit ${commit}. ${rounds} rounds, seconds; the console is built before
(part of the install). The clock runs until \`GET /api/screen\` is answered to somebody who has just signed in.

| start | least | median | most |
|---|---|---|---|
| on a new data folder: database made, migrated, six hours of a drill filled in | ${seconds(cold)} |
| again on the same folder | ${seconds(warm)} |
`;
console.log(page);
writeFileSync(path.join(root, 'bench/results/start.md'), page);
process.exit(0);
