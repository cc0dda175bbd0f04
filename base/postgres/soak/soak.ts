import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { killRound, type Round, type Victim } from './killRounds.ts';

// node base/postgres/soak/soak.ts --rounds 1000 --seed 1
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-soak-'));
let state = Number(values.seed);
/** Park and Miller's generator: the same seed kills at the same moments. */
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const rounds: Round[] = [];
for (let round = 1; round <= Number(values.rounds); round++) {
  const victim: Victim = random() < 0.5 ? 'parent' : 'server';
  rounds.push(await killRound(folder, round, victim, Math.floor(random() * 300)));
  const bad = rounds.filter(({ lost, halfDone }) => lost + halfDone > 0);
  if (round % 50 === 0 || bad.length > 0) process.stdout.write(`${round} rounds, ${bad.length} bad\n`);
  if (bad.length > 0) break;
}
const total = (of: (round: Round) => number) => rounds.reduce((sum, round) => sum + of(round), 0);
const worst = (of: (round: Round) => number) => Math.round(Math.max(...rounds.map(of)));
const table: [string, number][] = [
  ['rounds', rounds.length],
  ['of the parent', rounds.filter(({ victim }) => victim === 'parent').length],
  ['acknowledged rows', total(({ acknowledged }) => acknowledged)],
  ['lost rows', total(({ lost }) => lost)],
  ['half-done transactions', total(({ halfDone }) => halfDone)],
  ['server gone, ms at most', worst(({ serverGone }) => serverGone)],
  ['ready again, ms at most', worst(({ recovery }) => recovery)],
];
for (const [name, value] of table) process.stdout.write(`${name.padEnd(28)}${String(value).padStart(10)}\n`);
rmSync(folder, { recursive: true, force: true });
