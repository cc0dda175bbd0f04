import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { findDate } from '@yiwang/feel';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { evaluateFormula, type FormulaRow } from './evaluateFormula.ts';
import { expressionModel, sampleRegister, type ResultType } from './fixtures/randomRules.ts';
import type { Formula } from './formula.ts';
import { lowerDecision } from './lowerDecision.ts';

// The examples of docs/handbook/columnar-subset.md.

const constants = new Map([['asOf', findDate('2024-06-01') ?? null]]);

function lower(text: string, type: ResultType): Formula {
  const model = readDecisionModel(expressionModel(text, type), 'm.dmn');
  return lowerDecision(model, 'd', sampleRegister, { constants });
}

test('what the handbook says can be said is lowered', () => {
  const conditions = [
    'firm.staff >= 20',
    'firm.spend > firm.sales * 0.05',
    'firm.founded <= asOf - duration("P3Y")',
    'firm.founded = firm.founded',
    'firm.grade = "A"',
    'firm.trade in ("软件", "制造")',
    'list contains(["A", "B"], firm.grade)',
    'firm.staff in [20..300)',
    'firm.spend between 10 and 50',
    'not(firm.arrears)',
    'firm.arrears != true',
    'firm.sales != null',
    'some g in ["A", "B"] satisfies g = firm.grade',
    'every g in ["A", "B"] satisfies g != firm.grade',
  ];
  const numbers = [
    'min(firm.spend * 0.1, 2000)',
    'abs(firm.sales)',
    'decimal(firm.spend / firm.sales, 4)',
    'firm.spend / 4',
  ];
  for (const text of conditions) assert.ok(lower(text, 'boolean').kind, text);
  for (const text of [...numbers, 'decimal(firm.spend * 0.15, 2)'])
    assert.ok('decimals' in lower(text, 'number'), text);
  assert.equal(lower('if firm.listed then firm.grade else "C"', 'string').kind, 'chooseText');
});

test('what the handbook says can not be said is refused with its place and what to do', () => {
  const refused: readonly (readonly [string, ResultType])[] = [
    ['firm.spend / firm.sales', 'number'],
    ['firm.staff ** 2', 'number'],
    ['sqrt(firm.staff)', 'number'],
    ['firm.sales * firm.sales * firm.sales', 'number'],
    ['firm.grade < "B"', 'boolean'],
    ['matches(firm.trade, "a.*")', 'boolean'],
    ['firm.trade = firm.grade', 'boolean'],
    ['firm.founded.year = 2020', 'boolean'],
    ['firm.founded + duration("P3Y") <= asOf', 'boolean'],
    ['firm.staff in [firm.spend..300]', 'boolean'],
  ];
  for (const [text, type] of refused) {
    assert.throws(
      () => lower(text, type),
      (error) => isFault(error, 'judge.notColumnar') && /m\.dmn:\d+:\d+ /.test(error.message),
      text,
    );
  }
});

test('missing data means what the handbook says', () => {
  const cases: readonly (readonly [string, ResultType, boolean | number | null])[] = [
    ['not(firm.staff = 5)', 'boolean', true],
    ['firm.staff = 5', 'boolean', false],
    ['firm.staff = null', 'boolean', true],
    ['firm.staff < 5', 'boolean', null],
    ['firm.staff in [1..5]', 'boolean', null],
    ['not(firm.staff < 5)', 'boolean', null],
    ['firm.staff + 1', 'number', null],
    ['min(1, firm.staff)', 'number', null],
    ['max(1, firm.staff)', 'number', null],
    ['sum(1, firm.staff)', 'number', null],
    ['decimal(1 / firm.spend, 2)', 'number', null],
    ['firm.listed and (firm.staff < 5)', 'boolean', false],
    ['not(firm.listed) or (firm.staff < 5)', 'boolean', true],
    ['if firm.staff < 5 then 1 else 2', 'number', 2],
  ];
  const row: FormulaRow = { staff: null, spend: 0, listed: false };
  for (const [text, type, expected] of cases) assert.equal(evaluateFormula(lower(text, type), row), expected, text);
});
