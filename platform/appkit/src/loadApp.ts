import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { CityReport } from '@yiwang/extract';
import { readProcess } from '@yiwang/handle';
import { importsOf, readDecisionModel, type ModelSource } from '@yiwang/judge';
import type { TSchema } from 'typebox';
import type { App, FromFile } from './app.ts';
import { faultProblem } from './faultProblem.ts';
import { loadRegisters } from './loadRegisters.ts';
import { loadReports } from './loadReports.ts';
import { loadRules } from './loadRules.ts';
import { loadRuleTests } from './loadRuleTests.ts';
import { gatherProblems, type ModelProblem, type Problems } from './problem.ts';
import { readYaml } from './readYaml.ts';
import { ScenarioFile } from './scenario/scenarioFile.ts';
import { AppFile, FormFile, IndicatorFile } from './schemas.ts';
import { withForms } from './withForms.ts';
import { withTarget } from './withTarget.ts';

export interface LoadedApp {
  readonly folder: string;
  /** Undefined when any model was refused: a half application is never run. */
  readonly app: App | undefined;
  readonly problems: readonly ModelProblem[];
}

/**
 * Reads all models of an application's folder; every problem is named with its file and line.
 * @param reports the figures of its city's work reports, which indicators refer to; those of the folder's own city unless told
 */
export function loadApp(folder: string, reports: readonly CityReport[] = reportsOfCity(folder)): LoadedApp {
  const problems = gatherProblems();
  if (!existsSync(path.join(folder, 'app.yaml'))) {
    problems.add({
      file: 'app.yaml',
      line: 1,
      column: 1,
      what: { zh: '文件不存在', en: 'is not there' },
      help: { zh: '请从 cities/example/apps 复制一份', en: 'Copy one of cities/example/apps and change it.' },
    });
    return { folder, app: undefined, problems: problems.list };
  }
  const about = readYaml(folder, 'app.yaml', AppFile, problems);
  const indicators = filesOf(folder, 'indicators', '.yaml').flatMap((file) => {
    const read = readYaml(folder, file, IndicatorFile, problems);
    return read === undefined ? [] : [withTarget(read, reports, problems)];
  });
  const forms = readAll(folder, 'forms', '.json', FormFile, problems);
  const scenarios = filesOf(folder, 'scenarios', '.yaml').flatMap(
    (file) => readYaml(folder, file, ScenarioFile, problems) ?? [],
  );
  const imports = importsOf(sourcesOf(folder, 'rules', '.dmn'));
  const readDecisions = (xml: string, file: string) => readDecisionModel(xml, file, { imports });
  const decisions = readModels(folder, 'rules', '.dmn', readDecisions, problems);
  const registers = loadRegisters(folder, filesOf(folder, 'registers', '.yaml'), problems);
  const ruleFiles = filesOf(folder, 'rules', '.yaml');
  const rules = loadRules(folder, ruleFiles, { decisions, registers }, problems);
  const tests = loadRuleTests(folder, ruleFiles, rules, problems);
  const bare = readModels(folder, 'processes', '.bpmn', readProcess, problems);
  const processes = bare.map(({ file, value }) => ({ file, value: withForms(file, value, forms, problems) }));
  if (about === undefined || problems.list.length > 0) return { folder, app: undefined, problems: problems.list };
  return {
    folder,
    app: {
      folder,
      about: about.value,
      at: about.at,
      indicators,
      decisions,
      registers,
      rules,
      tests,
      processes,
      forms,
      scenarios,
    },
    problems: [],
  };
}

/** What is wrong in them is said where the city is loaded; a reference finds nothing in a report that was refused. */
function reportsOfCity(folder: string): readonly CityReport[] {
  return loadReports(path.resolve(folder, '../..'), gatherProblems()).map(({ value }) => value);
}

function filesOf(folder: string, part: string, ending: string): string[] {
  const place = path.join(folder, part);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith(ending))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => `${part}/${name}`);
}

function readAll<S extends TSchema>(folder: string, part: string, ending: string, schema: S, problems: Problems) {
  return filesOf(folder, part, ending).flatMap((file) => {
    const read = readYaml(folder, file, schema, problems);
    return read === undefined ? [] : [{ file, value: read.value }];
  });
}

/** The models of a part, from among which one may import another. */
function sourcesOf(folder: string, part: string, ending: string): ModelSource[] {
  return filesOf(folder, part, ending).map((file) => ({ file, xml: readFileSync(path.join(folder, file), 'utf8') }));
}

function readModels<T>(
  folder: string,
  part: string,
  ending: string,
  read: (xml: string, file: string) => T,
  problems: Problems,
): FromFile<T>[] {
  return filesOf(folder, part, ending).flatMap((file) => {
    try {
      return [{ file, value: read(readFileSync(path.join(folder, file), 'utf8'), file) }];
    } catch (error) {
      problems.add(faultProblem(error, file));
      return [];
    }
  });
}
