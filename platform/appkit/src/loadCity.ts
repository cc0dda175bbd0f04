import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CityReport } from '@yiwang/extract';
import type { FromFile } from './app.ts';
import { loadReports } from './loadReports.ts';
import { gatherProblems, type ModelProblem } from './problem.ts';
import { readYaml } from './readYaml.ts';
import { CityFile } from './schemas.ts';

export interface LoadedCity {
  readonly folder: string;
  readonly city: CityFile | undefined;
  /** The figures of its work reports; none where any file of the city was refused. */
  readonly reports: readonly FromFile<CityReport>[];
  readonly problems: readonly ModelProblem[];
}

/** Reads `city.yaml` of a folder and the figures of its work reports, and checks that what they name is there. */
export function loadCity(folder: string): LoadedCity {
  const problems = gatherProblems();
  const file = 'city.yaml';
  if (!existsSync(path.join(folder, file))) {
    problems.add({
      file,
      line: 1,
      column: 1,
      what: { zh: '文件不存在', en: 'is not there' },
      help: { zh: '请从 cities/example 复制一份', en: 'Copy the one of cities/example and change it.' },
    });
    return { folder, city: undefined, reports: [], problems: problems.list };
  }
  const model = readYaml(folder, file, CityFile, problems);
  if (model === undefined) return { folder, city: undefined, reports: [], problems: problems.list };
  const { value: city, at } = model;
  const wrong = (way: readonly (string | number)[], zh: string, en: string): void => {
    problems.add({ file, ...at(way), what: { zh, en }, help: { zh: '请修正该值', en: 'Mend the value.' } });
  };
  const regions = new Set([city.code, ...city.regions.map((region) => region.code)]);
  const organisations = new Set(city.organisations.map((organisation) => organisation.path));
  if (regions.size !== city.regions.length + 1) wrong(['regions'], '有重复的区划代码', 'a region code stands twice');
  if (organisations.size !== city.organisations.length)
    wrong(['organisations'], '有重复的机构', 'an organisation stands twice');
  if (!organisations.has(city.duty)) wrong(['duty'], `没有机构 ${city.duty}`, `there is no organisation ${city.duty}`);
  if (!existsSync(path.join(folder, city.calendar)))
    wrong(['calendar'], `没有 ${city.calendar}`, `${city.calendar} is not there`);
  city.organisations.forEach(({ path: place, region }, index) => {
    if (!regions.has(region))
      wrong(['organisations', index, 'region'], `没有区划 ${region}`, `there is no region ${region}`);
    const parent = place.split('.').slice(0, -1).join('.');
    if (parent.includes('.') && !organisations.has(parent)) {
      wrong(['organisations', index, 'path'], `上级机构 ${parent} 不存在`, `its parent ${parent} is not there`);
    }
  });
  city.demoAccounts.forEach(({ organisation, region }, index) => {
    if (!organisations.has(organisation)) {
      wrong(
        ['demoAccounts', index, 'organisation'],
        `没有机构 ${organisation}`,
        `there is no organisation ${organisation}`,
      );
    }
    if (!regions.has(region))
      wrong(['demoAccounts', index, 'region'], `没有区划 ${region}`, `there is no region ${region}`);
  });
  const reports = loadReports(folder, problems);
  if (problems.list.length > 0) return { folder, city: undefined, reports: [], problems: problems.list };
  return { folder, city, reports, problems: [] };
}
