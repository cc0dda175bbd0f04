import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { CityReport } from '@yiwang/extract';
import type { FromFile } from './app.ts';
import type { Problems } from './problem.ts';
import { readJson } from './readJson.ts';
import type { ReadModel } from './readYaml.ts';
import { ReportFile } from './reportFile.ts';

type Way = readonly (string | number)[];

/** Reads the figures of the work reports in a city's `report/`; a city without that folder has none. */
export function loadReports(folder: string, problems: Problems): readonly FromFile<CityReport>[] {
  const place = path.join(folder, 'report');
  const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.json')) : [];
  return names
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => {
      const file = `report/${name}`;
      const model = readJson(folder, file, ReportFile, problems);
      if (model === undefined || !holdsTogether(model, problems)) return [];
      return [{ file, value: model.value }];
    });
}

/** Checks what the schema can't: that ids are given once, what is named is there, places lie in the text, the counts are right. */
function holdsTogether({ file, value, at }: ReadModel<ReportFile>, problems: Problems): boolean {
  const before = problems.list.length;
  const wrong = (way: Way, zh: string, en: string): void => {
    problems.add({
      file,
      ...at(way),
      what: { zh, en },
      help: {
        zh: '请用 ./yiwang read 文件 --figures 重新生成，或修正该值',
        en: 'Make it again by ./yiwang read FILE --figures, or mend the value.',
      },
    });
  };
  const { year, source, counts, sections, statements, systems, links, ambiguities } = value;
  if (path.basename(file) !== `${year}.json`) {
    wrong(['year'], `文件名应为 ${year}.json`, `the file should be called ${year}.json`);
  }
  const once = (letters: string, rows: readonly { readonly id: string; readonly way: Way }[]): Set<string> => {
    const ids = new Set<string>();
    for (const { id, way } of rows) {
      if (ids.has(id)) wrong(way, `${letters} 编号 ${id} 重复`, `the id ${id} stands twice`);
      ids.add(id);
    }
    return ids;
  };
  const listed = (part: string, rows: readonly { readonly id: string }[]) =>
    once(
      part,
      rows.map(({ id }, n) => ({ id, way: [part, n, 'id'] })),
    );
  const known = listed('statements', statements);
  const places = listed('ambiguities', ambiguities);
  listed('systems', systems);
  listed('links', links);
  links.forEach(({ fact, target }, n) => {
    if (!known.has(fact)) wrong(['links', n, 'fact'], `没有 ${fact}`, `there is no ${fact}`);
    if (!known.has(target)) wrong(['links', n, 'target'], `没有 ${target}`, `there is no ${target}`);
  });
  statements.forEach(({ ambiguity }, n) => {
    if (ambiguity !== undefined && !places.has(ambiguity)) {
      wrong(['statements', n, 'ambiguity'], `没有 ${ambiguity}`, `there is no ${ambiguity}`);
    }
  });
  const within = (way: Way, { start, end }: { readonly start: number; readonly end: number }): void => {
    if (start >= end || end > source.length) wrong(way, '位置不在全文之内', 'the place is not within the text');
  };
  sections.forEach((section, n) => within(['sections', n], section));
  statements.forEach(({ span, quote }, n) => {
    within(['statements', n, 'span'], span);
    within(['statements', n, 'quote'], quote);
  });
  systems.forEach(({ span }, n) => within(['systems', n, 'span'], span));
  ambiguities.forEach(({ span }, n) => within(['ambiguities', n, 'span'], span));
  const there = {
    facts: statements.filter(({ kind }) => kind === 'fact').length,
    targets: statements.filter(({ kind }) => kind === 'target').length,
    systems: systems.length,
    links: links.length,
    ambiguities: ambiguities.length,
  };
  for (const name of ['facts', 'targets', 'systems', 'links', 'ambiguities'] as const) {
    if (counts[name] !== there[name]) {
      wrong(['counts', name], `应为 ${there[name]}`, `should be ${there[name]}`);
    }
  }
  return problems.list.length === before;
}
