import type { Place } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { DecisionModel, DecisionTable, Rule } from '../model.ts';
import { covers, findCellSet, overlaps, type CellSet } from './cellSet.ts';

export interface ModelProblem {
  readonly kind: 'unreachable' | 'overlap';
  readonly message: Bilingual;
  readonly place: Place;
}

/** Past it a table is not compared row by row: 2,000 rows are 2 million pairs. */
const maxRules = 2000;

/**
 * Rules that can never be used, and rules of a unique table that apply together. Only what is certain from the
 * text of the cells is told; type mistakes are refused when the model is read.
 */
export function checkModel(model: DecisionModel): ModelProblem[] {
  return model.decisions.flatMap(({ logic }) => (logic.kind === 'decisionTable' ? checkTable(logic) : []));
}

function checkTable(table: DecisionTable): ModelProblem[] {
  if (table.rules.length > maxRules) return [];
  const rows = table.rules.map((rule) => ({ rule, sets: rule.conditions.map(findCellSet) }));
  const problems: ModelProblem[] = [];
  for (const [index, later] of rows.entries()) {
    for (const earlier of rows.slice(0, index)) {
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
    message: {
      zh: `规则 ${earlier.index} 与 ${later.index} 会同时适用，而表要求唯一`,
      en: `The rules ${earlier.index} and ${later.index} can apply together, and the table allows one`,
    },
    place: later.place,
  };
}
