import type { Place } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { DecisionModel, DecisionTable, Rule } from '../model.ts';
import type { Register } from '../register/register.ts';
import { checkAgainstRegister } from './checkAgainstRegister.ts';
import { checkCoverage } from './checkCoverage.ts';
import { covers, findCellSet, overlaps, type CellSet } from './cellSet.ts';

export interface ModelProblem {
  readonly kind: 'unreachable' | 'overlap' | 'gap' | 'unit' | 'bounds' | 'notChecked';
  /** A note is what a table may well mean, such as that missing data has no rule. */
  readonly severity: 'warning' | 'note';
  readonly message: Bilingual;
  readonly place: Place;
}

/** Past it a table is not compared row by row: 2,000 rows are 2 million pairs. */
const maxRules = 2000;
/** Of one table: who mends fifty looks again. */
const mostProblems = 50;

/**
 * Rules that can never be used, rules of a unique table that apply together, inputs that no rule takes, and what does not fit the register. What is
 * not certain from the text of the cells is said to be not checked; type mistakes are refused when the model is read.
 */
export function checkModel(model: DecisionModel, register?: Register): ModelProblem[] {
  return model.decisions.flatMap(({ logic }) =>
    logic.kind === 'decisionTable'
      ? [...checkPairs(logic), ...checkCoverage(logic, register), ...checkAgainstRegister(logic, register)]
      : [],
  );
}

function checkPairs(table: DecisionTable): ModelProblem[] {
  if (table.rules.length > maxRules) return [tooManyRules(table)];
  const rows = table.rules.map((rule) => ({ rule, sets: rule.conditions.map(findCellSet) }));
  const problems: ModelProblem[] = [];
  for (const [index, later] of rows.entries()) {
    if (problems.length >= mostProblems) break;
    for (const earlier of rows.slice(0, index)) {
      if (problems.length >= mostProblems) break;
      if (table.hitPolicy === 'FIRST' && everyCell(earlier.sets, later.sets, covers)) {
        problems.push(unreachable(earlier.rule, later.rule));
        break;
      }
      if (table.hitPolicy === 'UNIQUE' && everyCell(earlier.sets, later.sets, overlaps)) {
        problems.push(overlapping(earlier.rule, later.rule));
      }
    }
  }
  return problems;
}

function tooManyRules(table: DecisionTable): ModelProblem {
  const message = {
    zh: `表有 ${table.rules.length} 行，超过 ${maxRules} 行，未逐对检查`,
    en: `The table has ${table.rules.length} rows, over ${maxRules}: its rows were not compared with each other`,
  };
  return { kind: 'notChecked', severity: 'note', message, place: table.place };
}

function everyCell(
  a: readonly (CellSet | undefined)[],
  b: readonly (CellSet | undefined)[],
  holds: (a: CellSet, b: CellSet) => boolean,
): boolean {
  return a.every((set, column) => {
    const other = b[column];
    return set !== undefined && other !== undefined && holds(set, other);
  });
}

function unreachable(earlier: Rule, later: Rule): ModelProblem {
  return {
    kind: 'unreachable',
    severity: 'warning',
    message: {
      zh: `规则 ${later.index} 永远用不到：规则 ${earlier.index} 已包含它`,
      en: `Rule ${later.index} is never used: rule ${earlier.index} takes all it would`,
    },
    place: later.place,
  };
}

function overlapping(earlier: Rule, later: Rule): ModelProblem {
  return {
    kind: 'overlap',
    severity: 'warning',
    message: {
      zh: `规则 ${earlier.index} 与 ${later.index} 会同时适用，而表要求唯一`,
      en: `The rules ${earlier.index} and ${later.index} can apply together, and the table allows one`,
    },
    place: later.place,
  };
}
