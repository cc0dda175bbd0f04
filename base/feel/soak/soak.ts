import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { countOutcomes, type Outcomes } from './countOutcomes.ts';

// node base/feel/soak/soak.ts --inputs 1000000 --seed 1 --threads 2
/** Texts of one seed, so that a failure is had again in seconds. */
const share = 10_000;

if (isMainThread) await main();
else parentPort?.on('message', (seed: number) => parentPort?.postMessage(countOutcomes(seed, share)));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '2' },
    },
  });
  const shares = Math.ceil(Number(values.inputs) / share);
  const started = performance.now();
  const all: Outcomes[] = [];
  let next = Number(values.seed);
  const last = next + shares;
  await Promise.all(
    Array.from({ length: Number(values.threads) }, async () => {
      const worker = new Worker(new URL(import.meta.url));
      while (next < last) {
        const seed = next;
        next += 1;
        const outcomes = await oneShare(worker, seed);
        all.push(outcomes);
        for (const failure of outcomes.failures) process.stdout.write(`seed ${seed}: ${failure}\n`);
        if (all.length % 5 === 0) process.stdout.write(`${all.length * share} texts\n`);
      }
      await worker.terminate();
    }),
  );
  const page = pageOf(all, values, (performance.now() - started) / 1000);
  writeFileSync(path.join(import.meta.dirname, '../../../docs/conformance/feel-texts.md'), page);
  process.stdout.write(page);
  process.exitCode = all.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

function oneShare(worker: Worker, seed: number): Promise<Outcomes> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(seed);
  });
}

function pageOf(all: readonly Outcomes[], given: { seed: string; threads: string }, seconds: number): string {
  const count = (value: number): string => value.toLocaleString('en');
  const texts = all.length * share;
  const counts = new Map<string, number>();
  for (const [outcome, times] of all.flatMap((outcomes) => [...outcomes.counts]))
    counts.set(outcome, (counts.get(outcome) ?? 0) + times);
  const failures = all.reduce((sum, outcomes) => sum + outcomes.failures.length, 0);
  const longest = Math.max(...all.map((outcomes) => outcomes.longestMilliseconds));
  return [
    `# ${count(texts)} texts through FEEL`,
    '',
    `\`node base/feel/soak/soak.ts --inputs ${texts} --seed ${given.seed} --threads ${given.threads}\`, Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, 2 cores, shared and noisy.`,
    'A text is words without order, an expression by the grammar, or such an expression broken. Each is read and evaluated with a',
    'trace and without; a failure is anything thrown that is no fault, a node whose value is not of the type it was given, or two',
    'evaluations that differ. The tests run a seeded sample.',
    '',
    '| | |',
    '|---|---|',
    `| texts | ${count(texts)} |`,
    `| failures | ${count(failures)} |`,
    ...[...counts].toSorted((a, b) => b[1] - a[1]).map(([outcome, times]) => `| ${outcome} | ${count(times)} |`),
    `| longest | ${longest.toFixed(0)} ms |`,
    `| texts a second | ${count(Math.round(texts / seconds))} |`,
    `| memory at most | ${count(Math.round(process.resourceUsage().maxRSS / 1024))} MB |`,
    '',
  ].join('\n');
}
