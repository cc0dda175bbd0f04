import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { benchCity } from './city/cityBench.ts';
import { installPeers } from './city/peers.ts';
import { benchEntity } from './benchEntity.ts';
import { benchSingle } from './benchSingle.ts';

/** A single decision, one entity under a city's policies, and the whole city under them, each beside its peers in one run. */
const root = path.join(import.meta.dirname, '../..');
installPeers();
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
const table = [
  '# bench/judge',
  '',
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, at ${commit}. The machine is shared: trust the ratios.`,
  '',
  ...(await benchSingle()),
  ...benchEntity(),
  ...(await benchCity()),
].join('\n');
mkdirSync(path.join(root, 'bench/results'), { recursive: true });
writeFileSync(path.join(root, 'bench/results/judge.md'), `${table.trimEnd()}\n`);
process.stdout.write(table);
