import { compareExact, equalValues, feelText, findExact, isExact, toFeel, type FeelValue } from '@yiwang/feel';
import { isFault } from '@yiwang/faults';
import type { Bilingual } from '@yiwang/messages';
import { decide, type DecisionResult } from '../decide/decide.ts';
import type { DecisionModel } from '../model.ts';
import { partsOf } from './partsOf.ts';
import type { Coverage, Missed, RuleTest, RuleTestResult } from './ruleTest.ts';

export interface TestedModel {
  readonly results: readonly RuleTestResult[];
  readonly coverage: Coverage;
}

/** Runs tests on one version of a rule, and tells what of it they never reach. A test whose input can't be read fails, and says why. */
export function runRuleTests(model: DecisionModel, tests: readonly RuleTest[], from: string): TestedModel {
  const rows = new Set<string>();
  const seen = new Map<string, Set<boolean>>();
  const results = tests.map((test): RuleTestResult => {
    const differences: Bilingual[] = [];
    try {
      const result = decide(model, test.decision, { asOf: test.asOf ?? from, ...test.given }, { trace: 'full' });
      noteReached(result, rows, seen);
      differences.push(...differencesOf(result, test.expect));
    } catch (error) {
      if (!isFault(error)) throw error;
      differences.push({ zh: error.message, en: error.message });
    }
    return { test, passed: differences.length === 0, differences };
  });
  return { results, coverage: coverageOf(model, rows, seen) };
}

const keyOf = (place: { readonly line: number; readonly column: number }, text: string): string =>
  `${place.line}:${place.column} ${text}`;

function noteReached(result: DecisionResult, rows: Set<string>, seen: Map<string, Set<boolean>>): void {
  for (const { decision, table, steps } of result.trace) {
    for (const { id } of table?.matched ?? []) rows.add(`${decision} ${id}`);
    for (const { place, text, value } of steps ?? []) {
      const key = keyOf(place, text);
      const values = seen.get(key) ?? new Set();
      seen.set(key, values.add(value === true));
    }
  }
}

function coverageOf(
  model: DecisionModel,
  reached: ReadonlySet<string>,
  seen: ReadonlyMap<string, ReadonlySet<boolean>>,
): Coverage {
  const { conditions } = partsOf(model);
  const missed: Missed[] = [];
  let [rows, covered] = [0, 0];
  for (const { id, name, logic } of model.decisions) {
    if (logic.kind !== 'decisionTable') continue;
    for (const rule of logic.rules) {
      rows += 1;
      if (reached.has(`${id} ${rule.id}`)) covered += 1;
      else {
        const message = {
          zh: `“${name}”第 ${rule.index} 行没有测试用到`,
          en: `no test uses row ${rule.index} of “${name}”`,
        };
        missed.push({ kind: 'row', message, place: rule.place });
      }
    }
  }
  let branches = 0;
  for (const { place, text } of conditions) {
    const values = seen.get(keyOf(place, text));
    for (const wanted of [true, false]) {
      if (values?.has(wanted) === true) branches += 1;
      else {
        const message = wanted
          ? { zh: `“${text}”从未成立`, en: `“${text}” was never true` }
          : { zh: `“${text}”从未不成立`, en: `“${text}” was always true` };
        missed.push({ kind: 'branch', message, place });
      }
    }
  }
  return { rows: { covered, all: rows }, branches: { covered: branches, all: conditions.length * 2 }, missed };
}

/** A structure is compared by the outputs that are named; anything else as a whole. */
function differencesOf({ value, outputs }: DecisionResult, expect: unknown): Bilingual[] {
  if (typeof expect === 'object' && expect !== null && !Array.isArray(expect)) {
    return Object.entries(expect).flatMap(([name, wanted]) => {
      const got = value instanceof Map ? (value.get(name) ?? null) : toFeel(outputs[name] ?? null, name);
      return differenceOf(`${name} `, got, toFeel(wanted, name));
    });
  }
  return differenceOf('', value, toFeel(expect, 'expect'));
}

function differenceOf(name: string, got: FeelValue, wanted: FeelValue): Bilingual[] {
  if (equalValues(got, wanted) === true || (typeof wanted === 'string' && isSaidBy(got, wanted))) return [];
  const [is, expected] = [feelText(got), feelText(wanted)];
  return [{ zh: `${name}应为 ${expected}，得 ${is}`, en: `${name}is ${is}, ${expected} expected` }];
}

/** A test writes dates, and numbers of more digits than a file's numbers hold, as texts: `2031-01-01`, `12345678901234567.88`. */
function isSaidBy(value: FeelValue, text: string): boolean {
  if (isExact(value)) {
    const number = findExact(text);
    return number !== undefined && compareExact(number, value) === 0;
  }
  return value !== null && typeof value !== 'string' && typeof value !== 'boolean' && feelText(value) === text;
}
