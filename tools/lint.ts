import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkArchitecture } from './checks/architecture.ts';
import { checkDecisions } from './checks/decisions.ts';
import { checkDirection } from './checks/direction.ts';
import { checkManifests } from './checks/manifests.ts';
import { checkNames } from './checks/names.ts';
import { checkSecrets } from './checks/secrets.ts';
import { root, type Finding } from './sourceFiles.ts';

const bin = path.join(root, 'node_modules', '.bin');
const node = process.execPath;

function program(name: string, file: string, args: readonly string[]): () => Finding[] {
  return () => {
    const run = spawnSync(node, [path.join(bin, file), ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
    return run.status === 0 ? [] : [{ where: name, what: `\n${run.stdout}${run.stderr}`.trimEnd() }];
  };
}

const checks: readonly (readonly [string, () => Finding[]])[] = [
  ['format', program('prettier', 'prettier', ['--check', '--log-level=warn', '.'])],
  ['types', program('tsc', 'tsc', ['-p', '.'])],
  ['console types', existsSync(path.join(root, 'console/src')) ? program('tsc', 'tsc', ['-p', 'console']) : () => []],
  ['lint', program('oxlint', 'oxlint', ['--type-aware'])],
  ['direction', checkDirection],
  ['manifests', checkManifests],
  ['names', checkNames],
  ['secrets', checkSecrets],
  ['architecture', checkArchitecture],
  ['decisions', checkDecisions],
];

let failed = 0;
for (const [name, check] of checks) {
  const started = performance.now();
  const findings = check();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds} s`);
  for (const { where, what } of findings) console.log(`     ${where}: ${what}`);
  failed += findings.length === 0 ? 0 : 1;
}
process.exitCode = failed === 0 ? 0 : 1;
