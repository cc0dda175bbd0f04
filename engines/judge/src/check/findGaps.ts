import { evaluate } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { DecisionTable } from '../model.ts';
import { labelParts } from '../thresholds/labelParts.ts';
import type { Representative } from './representatives.ts';

/** A combination of inputs that no rule of a table takes. */
export interface Gap {
  readonly example: Bilingual;
  /** It needs a value that a table may well leave out. */
  readonly unusual: boolean;
}

export interface Coverage {
  readonly gaps: readonly Gap[];
  /** Places of rules that no combination reaches, or that another always takes first. */
  readonly unreached: readonly number[];
  /** False where there were too many combinations to go through. */
  readonly whole: boolean;
}

/** Combinations that are gone through; classes of values that pass the same rules count as one. */
const mostSteps = 100_000;
const mostGaps = 3;

/** Goes through the classes of values of all columns. `columns` holds those of each, in the table's order. */
export function findGaps(table: DecisionTable, columns: readonly (readonly Representative[])[]): Coverage {
  const passing = columns.map((values, column) =>
    values.map(({ value }) =>
      table.rules.map((rule) => {
        const cell = rule.conditions[column];
        return cell === undefined || evaluate(cell, new Map(), { tested: value }).value === true;
      }),
    ),
  );
  const gaps: Gap[] = [];
  const reached = new Set<number>();
  const seen = new Set<string>();
  let steps = 0;
  const visit = (column: number, active: readonly number[], chosen: readonly Representative[]): void => {
    steps += 1;
    if (steps > mostSteps) return;
    if (active.length === 0) {
      if (gaps.length < mostGaps) gaps.push(gapOf(table, chosen));
      return;
    }
    if (column === columns.length) {
      if (table.hitPolicy === 'FIRST') reached.add(active[0] ?? 0);
      else for (const rule of active) reached.add(rule);
      return;
    }
    const key = `${column} ${active.join(' ')}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const [index, value] of (columns[column] ?? []).entries()) {
      const left = active.filter((rule) => passing[column]?.[index]?.[rule] === true);
      visit(column + 1, left, [...chosen, value]);
    }
  };
  visit(0, [...table.rules.keys()], []);
  const whole = steps <= mostSteps;
  const unreached = whole ? [...table.rules.keys()].filter((rule) => !reached.has(rule)) : [];
  return { gaps: gaps.toSorted((a, b) => Number(a.unusual) - Number(b.unusual)), unreached, whole };
}

function gapOf(table: DecisionTable, chosen: readonly Representative[]): Gap {
  const part = (language: keyof Bilingual): string =>
    chosen
      .map(({ text }, column) => `${labelParts(table.inputs[column]?.label ?? '').name[language]} ${text[language]}`)
      .join(language === 'zh' ? '，' : ', ');
  return { example: { zh: part('zh'), en: part('en') }, unusual: chosen.some(({ unusual }) => unusual) };
}
