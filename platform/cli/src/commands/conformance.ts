import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suites } from '../conformance/suites.ts';
import { cliFaults as faults } from '../faults.ts';
import { readOptions } from '../readOptions.ts';
import { root } from '../runTool.ts';

const usage = 'conformance [SUITE] [--from DIR]';

/**
 * Measures the platform against one suite, or all; prints a line a level and writes docs/conformance/. A suite that isn't there is
 * skipped by name, unless it was asked for with --from.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { from: { type: 'string' } }, usage, 1);
  const [wanted] = positionals;
  const known = Object.keys(suites);
  if (wanted !== undefined && !known.includes(wanted)) {
    throw faults.usage({ reason: `no suite ${wanted}; there are ${known.join(', ')}`, usage });
  }
  if (values.from !== undefined && wanted === undefined) {
    throw faults.usage({ reason: '--from needs the suite that lies there', usage });
  }
  for (const [name, suite] of Object.entries(suites)) {
    if (wanted !== undefined && name !== wanted) continue;
    const folder = values.from === undefined ? path.join(root, suite.from) : path.resolve(values.from);
    if (!existsSync(path.join(folder, suite.needs))) {
      if (values.from !== undefined) throw faults.noSuchFile({ file: path.join(folder, suite.needs) });
      console.log(`${name}: skipped, ${suite.from} is absent`);
      continue;
    }
    const { lines, page } = await suite.run(folder);
    for (const line of lines) console.log(`${name} ${line}`);
    const file = path.join('docs', 'conformance', `${name}.md`);
    mkdirSync(path.join(root, 'docs', 'conformance'), { recursive: true });
    writeFileSync(path.join(root, file), page);
    console.log(`${name}: written to ${file}`);
  }
  return 0;
}
