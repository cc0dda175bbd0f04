import type { CityReport } from '@yiwang/extract';
import { checkModel } from '@yiwang/judge';
import { calendarOf } from './calendarOf.ts';
import { loadApp } from './loadApp.ts';
import type { App } from './app.ts';
import { checkProcessReferences } from './checkProcess.ts';
import { checkRules, type CheckedRule } from './checkRules.ts';
import { gatherProblems, type ModelProblem, type Problems } from './problem.ts';
import { runScenarios, type CheckedProcessRuns } from './runScenarios.ts';
import { checkEntrances } from './checkEntrances.ts';
import { checkCast } from './scenario/checkCast.ts';
import type { CityFile } from './schemas.ts';

export interface CheckedApp {
  readonly app: App | undefined;
  readonly problems: readonly ModelProblem[];
  /** What an author should look at, and may mean: inputs that no rule takes. */
  readonly warnings: readonly ModelProblem[];
  /** Scenario cases that were run. */
  readonly scenarios: number;
  readonly rules: readonly CheckedRule[];
  /** What of each process the scenarios reach. */
  readonly processes: readonly CheckedProcessRuns[];
}

/** All models load, what they name is there, and every scenario is green. */
export function checkApp(folder: string, city?: CityFile, reports?: readonly CityReport[]): CheckedApp {
  const { app, problems: refused } = loadApp(folder, reports);
  if (app === undefined) return { app, problems: refused, warnings: [], scenarios: 0, rules: [], processes: [] };
  const problems = gatherProblems();
  const warnings: ModelProblem[] = [];
  checkReferences(app, city, problems);
  checkEntrances(app, city, problems);
  checkCast(app, city, problems);
  for (const { file, value } of app.decisions) {
    const rule = app.rules.find((one) => one.value.versions.some(({ model }) => model === value));
    const register = app.registers.find((one) => one.value.code === rule?.value.matching?.register);
    for (const { kind, message, place, severity } of checkModel(value, register?.value)) {
      if (severity === 'note') continue;
      const help = { zh: '请合并或改写这些规则', en: 'Join these rules, or change them.' };
      const told = { file, line: place.line, column: place.column, what: message, help };
      if (kind === 'gap') warnings.push(told);
      else problems.add(told);
    }
  }
  const rules = checkRules(app, problems);
  const { ran: scenarios, processes } = runScenarios(app, problems, calendarOf(folder, city));
  return { app, problems: problems.list, warnings, scenarios, rules, processes };
}

function checkReferences(app: App, city: CityFile | undefined, problems: Problems): void {
  const decisions = new Set(app.decisions.flatMap(({ value }) => value.decisions.map((decision) => decision.id)));
  const missing = (file: string, line: number, zh: string, en: string): void =>
    problems.add({
      file,
      line,
      column: 1,
      what: { zh, en },
      help: { zh: '请修正引用，或补上模型', en: 'Mend the reference, or add the model.' },
    });
  const { onCrossing } = app.about;
  if (onCrossing !== undefined && !decisions.has(onCrossing.decision)) {
    missing('app.yaml', 1, `没有决策 ${onCrossing.decision}`, `there is no decision ${onCrossing.decision}`);
  }
  if (onCrossing !== undefined && !app.processes.some(({ value }) => value.id === onCrossing.process)) {
    missing('app.yaml', 1, `没有流程 ${onCrossing.process}`, `there is no process ${onCrossing.process}`);
  }
  for (const { file, value } of app.processes) checkProcessReferences(app, file, value, problems);
  const organisations = city === undefined ? undefined : new Set(city.organisations.map(({ path }) => path));
  const codes = new Set<string>();
  for (const { file, value } of app.indicators) {
    if (codes.has(value.code)) missing(file, 1, `体征 ${value.code} 重复`, `the indicator ${value.code} stands twice`);
    codes.add(value.code);
    if ((value.aggregation === 'share') !== (value.threshold !== undefined)) {
      missing(
        file,
        1,
        'threshold 与 aggregation: share 须同时给出',
        'threshold and aggregation: share need each other',
      );
    }
    if (organisations?.has(value.responsible) === false) {
      missing(file, 1, `没有机构 ${value.responsible}`, `there is no organisation ${value.responsible}`);
    }
  }
}
