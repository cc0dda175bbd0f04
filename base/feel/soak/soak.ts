import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkText } from './checkText.ts';
import { randomText, seeded } from './randomText.ts';

// node base/feel/soak/soak.ts --inputs 1000000 --seed 1
const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const inputs = Number(values.inputs);
const random = seeded(Number(values.seed));
const outcomes = new Map<string, number>();
const failures: string[] = [];
let [longest, slowest] = [0, ''];

const started = performance.now();
for (let input = 0; input < inputs; input += 1) {
  const text = randomText(random);
  const from = performance.now();
  let outcome = 'failure';
  try {
    outcome = checkText(text, input % 4 === 0);
  } catch (error) {
    failures.push(String(error));
    process.stdout.write(`${String(error)}\n`);
  }
  const took = performance.now() - from;
  if (took > longest) [longest, slowest] = [took, text];
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (input % 50_000 === 49_999) process.stdout.write(`${input + 1} inputs, ${failures.length} failures\n`);
}
const seconds = (performance.now() - started) / 1000;

const count = (value: number): string => value.toLocaleString('en');
const page = [
  `# ${count(inputs)} texts through FEEL`,
  '',
  `\`node base/feel/soak/soak.ts --inputs ${inputs} --seed ${values.seed}\`, Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one thread.`,
  'A text is words without order, an expression by the grammar, or such an expression broken. Each is read and evaluated with a',
  'trace and without; a failure is anything thrown that is no fault, a node whose value is not of the type it was given, or two',
  'evaluations that differ. The tests run a seeded sample.',
  '',
  '| | |',
  '|---|---|',
  `| texts | ${count(inputs)} |`,
  `| failures | ${count(failures.length)} |`,
  ...[...outcomes].toSorted((a, b) => b[1] - a[1]).map(([outcome, times]) => `| ${outcome} | ${count(times)} |`),
  `| longest | ${longest.toFixed(0)} ms |`,
  `| texts a second | ${count(Math.round(inputs / seconds))} |`,
  `| memory at most | ${count(Math.round(process.resourceUsage().maxRSS / 1024))} MB |`,
  '',
].join('\n');
writeFileSync(path.join(import.meta.dirname, '../../../docs/conformance/feel-texts.md'), page);
process.stdout.write(`${page}\nslowest: ${slowest.slice(0, 300)}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
