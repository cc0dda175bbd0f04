import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { decide, readDecisionModel } from '@yiwang/judge';

/** One decision at a time, on one thread: the water application's table, hit and missed, with its reason and trace. */
const root = path.join(import.meta.dirname, '../..');
const file = 'cities/hangzhou/apps/water/rules/water-event.dmn';
const model = readDecisionModel(readFileSync(path.join(root, file), 'utf8'), file);

const inputs = {
  'first rule matches': { indicator: 'water-level', value: 0.62 },
  'middle rule matches': { indicator: 'pm25', value: 80 },
  'no rule matches': { indicator: 'water-level', value: 0.05 },
};

const rounds = 20_000;
const rows = Object.entries(inputs).map(([name, input]) => {
  for (let round = 0; round < rounds / 10; round += 1) decide(model, 'waterEvent', input);
  const samples = [0, 1, 2, 3, 4].map(() => {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) decide(model, 'waterEvent', input);
    return ((performance.now() - start) / rounds) * 1000;
  });
  const [, , median = 0] = samples.toSorted((a, b) => a - b);
  return `| ${name} | ${median.toFixed(1)} |`;
});

const started = performance.now();
for (let round = 0; round < 200; round += 1) readDecisionModel(readFileSync(path.join(root, file), 'utf8'), file);
const reading = (performance.now() - started) / 200;

const table = [
  '# bench/judge: a single decision',
  '',
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, one thread. \`${file}\`, median of 5 × ${rounds}.`,
  '',
  '| decide(), with reason and trace | µs |',
  '|---|---|',
  ...rows,
  `| reading and checking the model | ${(reading * 1000).toFixed(0)} |`,
  '',
].join('\n');
mkdirSync(path.join(root, 'bench/results'), { recursive: true });
writeFileSync(path.join(root, 'bench/results/judge.md'), table);
process.stdout.write(table);
