import { feelText, fromFeel, type Expression, type FeelValue, type Json } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { Decision, DecisionTable, KnowledgeModel, Rule } from '../model.ts';
import type { AppliedTable } from './applyTable.ts';

/**
 * Why, for a person: which values met which conditions, and what follows, as `水位 0.62 m ≥ 0.5 m → 红色`.
 * A label or an annotation `zh | en` gives each language its own words; `(m)` at the end of a label is the unit.
 */
export function reasonOf(
  decision: Decision | KnowledgeModel,
  applied: AppliedTable | undefined,
  value: FeelValue,
): Bilingual {
  const { logic } = decision;
  if (logic.kind !== 'decisionTable' || applied === undefined) {
    return textReason(decision.name, value);
  }
  const { rules } = applied;
  const inputs = logic.inputs.map(({ label }, index) => ({ label, value: fromFeel(applied.columns[index] ?? null) }));
  if (rules.length === 0) {
    const seen = (language: keyof Bilingual): string =>
      inputs
        .map((input) => `${labelOf(input.label, language).name} ${valueText(input.value, language)}`)
        .join(language === 'zh' ? '，' : ', ');
    return { zh: `没有规则适用（${seen('zh')}）`, en: `No rule applies (${seen('en')})` };
  }
  const lines = (language: keyof Bilingual): string =>
    rules.map((rule) => ruleText(logic, rule, inputs, value, language)).join(language === 'zh' ? '；' : '; ');
  return { zh: lines('zh'), en: lines('en') };
}

/** Where there is no more to say than what came out. */
export function textReason(name: string, value: FeelValue): Bilingual {
  const text = `${name} = ${feelText(value)}`;
  return { zh: text, en: text };
}

function ruleText(
  table: DecisionTable,
  rule: Rule,
  inputs: readonly { readonly label: string; readonly value: Json }[],
  value: FeelValue,
  language: keyof Bilingual,
): string {
  const conditions = rule.conditions.flatMap((condition, column) => {
    const input = inputs[column];
    if (input === undefined || (condition.root.kind === 'unaryTests' && condition.root.any)) return [];
    const { name, unit } = labelOf(input.label, language);
    const seen = `${name} ${withUnit(valueText(input.value, language), unit)}`;
    const wanted = conditionText(condition, unit);
    return [wanted === '' ? seen : `${seen} ${wanted}`];
  });
  const otherwise = { zh: '其余情形', en: 'otherwise' };
  const cause = conditions.length === 0 ? otherwise[language] : conditions.join(language === 'zh' ? '，' : ', ');
  return `${cause} → ${rule.annotation === '' ? resultText(table, value) : inLanguage(rule.annotation, language)}`;
}

function resultText(table: DecisionTable, value: FeelValue): string {
  if (!(value instanceof Map)) return typeof value === 'string' ? value : feelText(value);
  return table.outputs.map(({ name }) => `${name} ${valueText(fromFeel(value.get(name) ?? null), 'zh')}`).join(', ');
}

/** `水位 | Water level`: the part of a language; the whole text where there is one part. */
function inLanguage(text: string, language: keyof Bilingual): string {
  const parts = text.split(' | ');
  return ((language === 'en' ? parts[1] : undefined) ?? parts[0] ?? text).trim();
}

function labelOf(label: string, language: keyof Bilingual): { readonly name: string; readonly unit: string } {
  const text = inLanguage(label, language);
  const match = /^(.*\S)\s*[（(]([^()（）]{1,16})[)）]$/.exec(text);
  return match === null ? { name: text, unit: '' } : { name: match[1] ?? text, unit: match[2] ?? '' };
}

function valueText(value: Json, language: keyof Bilingual): string {
  if (value === null) return language === 'zh' ? '（缺）' : '(missing)';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const withUnit = (text: string, unit: string): string =>
  unit === '' || !/^-?[\d.]/.test(text) ? text : `${text} ${unit}`;

const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '!=': '≠', '<': '<', '>': '>', '=': '=' };

/** A cell as people write it. Empty where the cell only repeats the value, as `"rain"` does. */
function conditionText(condition: Expression, unit: string): string {
  const { root, text } = condition;
  if (root.kind !== 'unaryTests') return text;
  const part = (node: (typeof root.tests)[number]): string => text.slice(node.from, node.to);
  const [only, ...more] = root.tests;
  if (only !== undefined && more.length === 0 && !root.negated) {
    if (only.kind === 'compareTest')
      return `${signs[only.operator] ?? only.operator} ${withUnit(part(only.operand), unit)}`;
    if (only.kind === 'literal') return '';
  }
  if (root.tests.every((test) => test.kind === 'literal' || test.kind === 'range')) {
    const listed = root.tests.map((test) => part(test).replaceAll('"', '').replace('..', ', ')).join('、');
    return `${root.negated ? '∉' : '∈'} ${withUnit(listed, '')}${unit === '' ? '' : ` ${unit}`}`;
  }
  return `: ${text}`;
}
