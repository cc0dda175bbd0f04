import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { compareValues, exactOf, findDate, findExact, isExact, type FeelValue } from '@yiwang/feel';
import { decide } from '../decide/decide.ts';
import type { DecisionModel } from '../model.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { evaluateFormula } from './evaluateFormula.ts';
import { feelRow } from './fixtures/feelRow.ts';
import {
  expressionModel,
  randomCondition,
  randomNumber,
  randomRow,
  randomTable,
  randomText,
  sampleRegister,
  seeded,
} from './fixtures/randomRules.ts';
import type { Formula } from './formula.ts';
import { lowerDecision } from './lowerDecision.ts';

const asOf: FeelValue = findDate('2024-06-01') ?? null;
const soak = process.env['YIWANG_SOAK'] === '1';
const models = soak ? 20_000 : 400;
const rowsEach = soak ? 50 : 25;

function same(formula: Formula, mine: ReturnType<typeof evaluateFormula>, theirs: FeelValue): boolean {
  if (!isExact(theirs)) return mine === theirs;
  if (typeof mine !== 'number') return false;
  const decimals = 'decimals' in formula ? formula.decimals : 0;
  const exact = decimals === 0 ? exactOf(mine) : findExact(`${mine}e-${decimals}`);
  return exact !== undefined && compareValues(exact, theirs) === 0;
}

function agrees(model: DecisionModel, text: string, random: () => number): boolean {
  let formula: Formula;
  try {
    formula = lowerDecision(model, 'd', sampleRegister, { constants: new Map([['asOf', asOf]]) });
  } catch (error) {
    if (isFault(error, 'judge.notColumnar')) return false;
    throw error;
  }
  for (let round = 0; round < rowsEach; round += 1) {
    const row = randomRow(random);
    const input = new Map<string, FeelValue>([
      ['firm', feelRow(row)],
      ['asOf', asOf],
    ]);
    const theirs = decide(model, 'd', input).value;
    const mine = evaluateFormula(formula, row);
    assert.ok(
      same(formula, mine, theirs),
      `${text}\n${JSON.stringify(row)}\nformula ${String(mine)}, FEEL ${JSON.stringify(theirs)}\n${JSON.stringify(formula)}`,
    );
  }
  return true;
}

test('a formula gives for every row what the scalar evaluator gives, missing data included', () => {
  const random = seeded(20_261);
  let lowered = 0;
  for (let round = 0; round < models; round += 1) {
    const [type, text] = (
      [
        ['boolean', randomCondition(random, 3)],
        ['number', randomNumber(random, 3)],
        ['string', randomText(random, 2)],
      ] as const
    )[round % 3] ?? ['boolean', 'true'];
    const model = readDecisionModel(expressionModel(text, type), 'm.dmn', { refused: 'null' });
    if (agrees(model, text, random)) lowered += 1;
  }
  assert.ok(lowered > models * 0.7, `${lowered} of ${models} were lowered`);
});

test('a decision table gives for every row what the scalar evaluator gives', () => {
  const random = seeded(77);
  let lowered = 0;
  for (let round = 0; round < models; round += 1) {
    const { xml } = randomTable(random);
    if (agrees(readDecisionModel(xml, 'm.dmn', { refused: 'null' }), xml, random)) lowered += 1;
  }
  assert.ok(lowered > models * 0.7, `${lowered} of ${models} were lowered`);
});
