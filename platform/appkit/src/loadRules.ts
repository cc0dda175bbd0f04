import type { CityRule, DecisionModel, Register, RuleVersion } from '@yiwang/judge';
import type { FromFile } from './app.ts';
import type { Problems } from './problem.ts';
import { readYaml, type ReadModel } from './readYaml.ts';
import { RuleFile } from './schemas.ts';

interface Parts {
  readonly decisions: readonly FromFile<DecisionModel>[];
  readonly registers: readonly FromFile<Register>[];
}

/** Reads `rules/*.yaml` with the models that their versions name; what they refer to must be there. */
export function loadRules(
  folder: string,
  files: readonly string[],
  parts: Parts,
  problems: Problems,
): FromFile<CityRule>[] {
  const codes = new Set<string>();
  return files
    .filter((file) => !file.endsWith('.tests.yaml'))
    .flatMap((file) => {
      const read = readYaml(folder, file, RuleFile, problems);
      if (read === undefined) return [];
      const { value } = read;
      if (codes.has(value.code))
        refuse(read, problems, ['code'], `规则 ${value.code} 重复`, `${value.code} stands twice`);
      codes.add(value.code);
      const versions = versionsOf(read, parts, problems);
      if (versions === undefined) return [];
      const { code, name, summary, organisation, example, matching } = value;
      checkMatching(read, versions, parts, problems);
      const rule: CityRule = { code, name, summary, organisation, example, versions };
      return [{ file, value: matching === undefined ? rule : { ...rule, matching } }];
    });
}

function refuse(
  { file, at }: ReadModel<RuleFile>,
  problems: Problems,
  way: readonly (string | number)[],
  zh: string,
  en: string,
): void {
  problems.add({ file, ...at(way), what: { zh, en }, help: { zh: '请修正该值', en: 'Mend the value.' } });
}

function versionsOf(
  read: ReadModel<RuleFile>,
  { decisions }: Parts,
  problems: Problems,
): readonly RuleVersion[] | undefined {
  const versions = read.value.versions.flatMap(({ from, until, model: name }, index): RuleVersion[] => {
    const model = decisions.find(({ file }) => file === `rules/${name}`)?.value;
    const before = read.value.versions[index - 1];
    if (before !== undefined && before.from >= from) {
      refuse(
        read,
        problems,
        ['versions', index, 'from'],
        '版本应按生效日先后排列',
        'versions stand in the order of their days',
      );
    }
    if (before?.until !== undefined && before.until >= from) {
      refuse(read, problems, ['versions', index, 'from'], '两个版本同时有效', 'two versions are effective on one day');
    }
    if (until !== undefined && until < from) {
      refuse(read, problems, ['versions', index, 'until'], '终止日早于生效日', 'it ends before it begins');
    }
    if (model === undefined) {
      refuse(read, problems, ['versions', index, 'model'], `没有模型 rules/${name}`, `there is no rules/${name}`);
      return [];
    }
    return [{ number: index + 1, from, ...(until === undefined ? {} : { until }), model }];
  });
  return versions.length === read.value.versions.length ? versions : undefined;
}

function checkMatching(
  read: ReadModel<RuleFile>,
  versions: readonly RuleVersion[],
  { registers }: Parts,
  problems: Problems,
): void {
  const { matching } = read.value;
  if (matching === undefined) return;
  if (!registers.some(({ value }) => value.code === matching.register)) {
    const { register } = matching;
    refuse(read, problems, ['matching', 'register'], `没有名录 ${register}`, `there is no register ${register}`);
  }
  for (const part of ['eligible', 'amount'] as const) {
    const id = matching[part];
    for (const { number, model } of versions) {
      if (id === undefined || model.decisions.some((decision) => decision.id === id)) continue;
      refuse(
        read,
        problems,
        ['matching', part],
        `第 ${number} 版没有决策 ${id}`,
        `version ${number} has no decision ${id}`,
      );
    }
  }
}
