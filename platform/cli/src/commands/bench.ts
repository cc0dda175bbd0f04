import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { cliFaults as faults } from '../faults.ts';
import { root, runTool } from '../runTool.ts';

/** Runs one benchmark, or all; each prints its table and writes it to bench/results/. */
export async function run(args: readonly string[]): Promise<number> {
  const known = readdirSync(path.join(root, 'bench'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(root, 'bench', entry.name, 'run.ts')))
    .map((entry) => entry.name);
  const [wanted, ...rest] = args;
  if (wanted !== undefined && !known.includes(wanted)) {
    throw faults.usage({ reason: `no benchmark ${wanted}; there are ${known.join(', ')}`, usage: 'bench [NAME]' });
  }
  let worst = 0;
  for (const name of wanted === undefined ? known : [wanted])
    worst = Math.max(worst, await runTool(`bench/${name}/run.ts`, rest));
  return worst;
}
