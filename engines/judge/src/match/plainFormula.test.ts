import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findDate } from '@yiwang/feel';
import { isFault } from '@yiwang/faults';
import { evaluateCondition, evaluateQuantity, type FormulaRow } from '../formula/evaluateFormula.ts';
import {
  expressionModel,
  randomCondition,
  randomNumber,
  randomRow,
  sampleRegister,
  seeded,
} from '../formula/fixtures/randomRules.ts';
import { lowerCondition, lowerQuantity } from '../formula/lowerDecision.ts';
import type { Condition, Quantity } from '../formula/formula.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { emptyRows, putRow } from '../register/registerRows.ts';
import { rowCondition, rowQuantity } from './plainFormula.ts';

const constants = new Map([['asOf', findDate('2024-06-01') ?? null]]);

function findFormula(text: string, type: 'boolean' | 'number'): Condition | Quantity | undefined {
  try {
    const model = readDecisionModel(expressionModel(text, type), 'm.dmn', { refused: 'null' });
    const lower = type === 'boolean' ? lowerCondition : lowerQuantity;
    return lower(model, 'd', sampleRegister, { constants });
  } catch (error) {
    if (isFault(error, 'judge.notColumnar')) return undefined;
    throw error;
  }
}

test('rows of columns give what the reference evaluator gives, missing data included', () => {
  const random = seeded(4711);
  const given: FormulaRow[] = Array.from({ length: 60 }, () => ({ ...randomRow(random), region: '990101' }));
  const rows = emptyRows(sampleRegister, 4);
  given.forEach((row, n) => {
    const cells = sampleRegister.columns.map(({ name }) => row[name] ?? null);
    putRow(rows, '990101', `F${n}`, cells);
  });
  let compared = 0;
  for (let round = 0; round < 400; round++) {
    const type = round % 2 === 0 ? 'boolean' : 'number';
    const text = type === 'boolean' ? randomCondition(random, 3) : randomNumber(random, 3);
    const formula = findFormula(text, type);
    if (formula === undefined) continue;
    compared += 1;
    given.forEach((row, n) => {
      const [mine, theirs] =
        'decimals' in formula
          ? [rowQuantity(formula, rows)(n), evaluateQuantity(formula, row)]
          : [rowCondition(formula, rows)(n), evaluateCondition(formula, row)];
      assert.equal(mine, theirs, text);
    });
  }
  assert.ok(compared > 250, `${compared}`);
});
