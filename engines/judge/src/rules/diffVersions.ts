import type { Expression } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { Decision, DecisionModel, DecisionTable, Logic } from '../model.ts';
import { labelParts } from '../thresholds/labelParts.ts';

/** More than a person reads; that there are more is said. */
const most = 40;

/** What differs between two versions of a rule, in words: decisions, rows, cells, expressions. */
export function diffVersions(before: DecisionModel, after: DecisionModel): Bilingual[] {
  const was = new Map(before.decisions.map((decision) => [decision.id, decision]));
  const is = new Set(after.decisions.map(({ id }) => id));
  const gone = before.decisions
    .filter(({ id }) => !is.has(id))
    .map(({ name }) => said('不再有', 'no longer', nameOf(name)));
  const found = after.decisions.flatMap((decision) => {
    const old = was.get(decision.id);
    return old === undefined ? [said('新增', 'new', nameOf(decision.name))] : diffDecision(old, decision);
  });
  const all = [...gone, ...found];
  const rest = all.length - most;
  return rest <= 0 ? all : [...all.slice(0, most), { zh: `另有 ${rest} 处不同`, en: `and ${rest} more` }];
}

const nameOf = (name: string): Bilingual => labelParts(name).name;
const said = (zh: string, en: string, name: Bilingual): Bilingual => ({
  zh: `${zh}“${name.zh}”`,
  en: `${en}: ${name.en}`,
});

function diffDecision(before: Decision, after: Decision): Bilingual[] {
  const name = nameOf(after.name);
  return diffLogic(before.logic, after.logic).map(({ zh, en }) => ({
    zh: `${name.zh}：${zh}`,
    en: `${name.en}: ${en}`,
  }));
}

function diffLogic(before: Logic, after: Logic): Bilingual[] {
  if (before.kind === 'literalExpression' && after.kind === 'literalExpression') {
    return diffText(before.expression, after.expression);
  }
  if (before.kind === 'decisionTable' && after.kind === 'decisionTable') return diffTables(before, after);
  if (before.kind === 'context' && after.kind === 'context') {
    return [
      ...after.entries.flatMap((entry) => {
        const old = before.entries.find(({ name }) => name === entry.name);
        return old === undefined
          ? [said('新增', 'new', { zh: entry.name, en: entry.name })]
          : diffLogic(old.logic, entry.logic);
      }),
      ...(before.result === undefined || after.result === undefined ? [] : diffLogic(before.result, after.result)),
    ];
  }
  return textsOf(before).join('\n') === textsOf(after).join('\n')
    ? []
    : [{ zh: '写法不同', en: 'is written otherwise' }];
}

function diffText(before: Expression | undefined, after: Expression | undefined, where?: Bilingual): Bilingual[] {
  const [was, is] = [before?.text ?? '', after?.text ?? ''];
  if (was === is) return [];
  const change = `${was} → ${is}`;
  return [
    where === undefined ? { zh: change, en: change } : { zh: `${where.zh} ${change}`, en: `${where.en} ${change}` },
  ];
}

/** Rows are the same by their id: one that was moved is not a new one. */
function diffTables(before: DecisionTable, after: DecisionTable): Bilingual[] {
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const is = new Set(after.rules.map(({ id }) => id));
  const policy =
    before.hitPolicy === after.hitPolicy && before.aggregation === after.aggregation
      ? []
      : [
          {
            zh: `命中策略 ${before.hitPolicy} → ${after.hitPolicy}`,
            en: `hit policy ${before.hitPolicy} → ${after.hitPolicy}`,
          },
        ];
  const gone = before.rules
    .filter(({ id }) => !is.has(id))
    .map(({ index }) => ({ zh: `删去原第 ${index} 行`, en: `row ${index} is gone` }));
  const rows = after.rules.flatMap((rule) => {
    const old = was.get(rule.id);
    const row = { zh: `第 ${rule.index} 行`, en: `row ${rule.index}` };
    if (old === undefined) return [{ zh: `新增${row.zh}`, en: `${row.en} is new` }];
    const cells = rule.conditions.flatMap((cell, column) => {
      const { name } = labelParts(after.inputs[column]?.label ?? '');
      return diffText(old.conditions[column], cell, { zh: `${row.zh} ${name.zh}`, en: `${row.en}, ${name.en}` });
    });
    const results = rule.results.flatMap((result, column) =>
      diffText(old.results[column], result, { zh: `${row.zh}结果`, en: `${row.en}, result` }),
    );
    return [...cells, ...results];
  });
  return [...policy, ...gone, ...rows];
}

/** The texts of all expressions inside a piece of logic. */
function textsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return [];
  if ('text' in part && 'root' in part && typeof part.text === 'string') return [part.text];
  return Object.values(part).flatMap(textsOf);
}
