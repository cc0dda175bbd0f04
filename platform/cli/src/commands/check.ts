import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  checkApp,
  loadCity,
  placeOf,
  type CheckedProcessRuns,
  type CheckedRule,
  type ModelProblem,
} from '@yiwang/appkit';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';
import { root } from '../runTool.ts';

const usage = 'check [FOLDER]';

/** Checks a city with all its applications, one application, or every city that came along. */
export function run(args: readonly string[]): Promise<number> {
  const [wanted, ...rest] = args;
  if (rest.length > 0) throw faults.usage({ reason: `too many arguments: ${rest.join(' ')}`, usage });
  if (wanted !== undefined && !existsSync(wanted)) throw faults.noSuchFile({ file: wanted });
  const folders = wanted === undefined ? foldersIn(path.join(root, 'cities')) : [path.resolve(wanted)];
  const problems = folders.reduce((sum, folder) => sum + checkFolder(folder), 0);
  return Promise.resolve(problems === 0 ? 0 : 1);
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));
}

function checkFolder(folder: string): number {
  const isCity = existsSync(path.join(folder, 'city.yaml')) || !existsSync(path.join(folder, 'app.yaml'));
  const loaded = isCity ? loadCity(folder) : undefined;
  let problems = loaded === undefined ? 0 : report(folder, loaded.problems, 'city');
  for (const app of isCity ? foldersIn(path.join(folder, 'apps')) : [folder]) {
    const checked = checkApp(
      app,
      loaded?.city,
      loaded?.reports.map(({ value }) => value),
    );
    problems += report(app, checked.problems, `${checked.scenarios} scenario cases`);
    for (const warning of checked.warnings) console.log(`  ▲ ${placeOf(warning)} ${warning.what[languageHere()]}`);
    for (const rule of checked.rules) reportRule(rule);
    for (const process of checked.processes) reportProcess(process);
  }
  return problems;
}

function report(folder: string, problems: readonly ModelProblem[], what: string): number {
  const language = languageHere();
  const short = path.relative(process.cwd(), folder) || '.';
  console.log(
    `${problems.length === 0 ? '●' : '■'} ${short}: ${problems.length === 0 ? `good (${what})` : `${problems.length} problems`}`,
  );
  for (const problem of problems) {
    console.log(`  ${short}/${placeOf(problem)} ${problem.what[language]}\n      ${problem.help[language]}`);
  }
  return problems.length;
}

/** Runs of one process, and the sequence flows that none of them took. */
function reportProcess({ process, runs, flows, missed }: CheckedProcessRuns): void {
  console.log(`  ${missed.length === 0 ? '●' : '▲'} ${process}: ${runs} runs; flows ${flows - missed.length}/${flows}`);
  if (runs > 0) for (const flow of missed) console.log(`      ${flow}`);
}

/** Tests of one rule, and how much of each version they reach; what they miss is named where it is a row. */
function reportRule({ rule, passed, failed, coverage }: CheckedRule): void {
  const language = languageHere();
  const parts = coverage.map(({ version, coverage: { rows, branches } }) => {
    const share = ({ covered, all }: { readonly covered: number; readonly all: number }): string => `${covered}/${all}`;
    return `v${version} rows ${share(rows)}, branches ${share(branches)}`;
  });
  console.log(`  ${failed === 0 ? '●' : '■'} ${rule.code}: ${passed} of ${passed + failed} tests; ${parts.join('; ')}`);
  for (const { version, coverage: reached } of coverage) {
    for (const { kind, message, place } of reached.missed) {
      if (kind === 'row') console.log(`      v${version} ${place.file}:${place.line} ${message[language]}`);
    }
  }
}
