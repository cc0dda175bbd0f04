import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faultRun } from './faultRun.ts';

// node engines/handle/soak/soak.ts --faults 1000 --seed 1
const { values } = parseArgs({
  options: { faults: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-soak-'));
const report = await faultRun({
  folder,
  seed: Number(values.seed),
  faults: Number(values.faults),
  onProgress: (done) => void (done % 100 === 0 && process.stdout.write(`${done} faults\n`)),
});
const table: [string, number][] = [
  ...Object.entries(report.faults),
  ['acknowledged', report.acknowledged],
  ['sent again', report.sentAgain],
  ...Object.entries(report.refused).map(([code, count]): [string, number] => [`refused: ${code}`, count]),
  ['broken', report.broken.length],
];
for (const [name, count] of table) process.stdout.write(`${name.padEnd(28)}${String(count).padStart(10)}\n`);
for (const { what, where } of report.broken.slice(0, 50)) process.stdout.write(`does not hold: ${what} (${where})\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = report.broken.length === 0 ? 0 : 1;
