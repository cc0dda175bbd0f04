import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { findDate } from '@yiwang/feel';
import { isFault } from '@yiwang/faults';
import {
  expressionModel,
  randomCondition,
  randomNumber,
  randomRow,
  sampleRegister,
  seeded,
} from '../formula/fixtures/randomRules.ts';
import { lowerCondition, lowerQuantity } from '../formula/lowerDecision.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { emptyRows, putRow, type RegisterRows } from '../register/registerRows.ts';
import { compareFormulas, type Side } from './compareFormulas.ts';
import { lacking, matched, outcomeOf } from './outcome.ts';
import { createPlanes } from './planes.ts';
import type { Formulas } from './policy.ts';
import { unknownOf } from './unknownOf.ts';

const constants = new Map([['asOf', findDate('2024-06-01') ?? null]]);
const random = seeded(97);

function putRandom(rows: RegisterRows, n: number): number {
  const row = randomRow(random);
  const cells = sampleRegister.columns.map(({ name }) => row[name] ?? null);
  return putRow(rows, `99010${n % 3}`, `F${n}`, random() < 0.05 ? undefined : cells);
}

function randomFormulas(count: number): Formulas[] {
  const made: Formulas[] = [];
  while (made.length < count) {
    const read = (text: string, type: 'boolean' | 'number') =>
      readDecisionModel(expressionModel(text, type), 'm.dmn', { refused: 'null' });
    try {
      made.push({
        eligible: lowerCondition(read(randomCondition(random, 3), 'boolean'), 'd', sampleRegister, { constants }),
        amount: lowerQuantity(read(randomNumber(random, 2), 'number'), 'd', sampleRegister, { constants }),
      });
    } catch (error) {
      if (!isFault(error, 'judge.notColumnar')) throw error;
    }
  }
  return made;
}

function rowsIn(rows: RegisterRows, formulas: Formulas, state: number): number[] {
  const outcome = outcomeOf(formulas, rows);
  return Array.from({ length: rows.count }, (_, row) => row).filter((row) => outcome.state(row) === state);
}

const sorted = (rows: Iterable<number>): number[] => [...rows].toSorted((a, b) => a - b);

suite('planes', () => {
  test('answer as each row does by itself, those that changed since included', () => {
    const rows = emptyRows(sampleRegister, 8);
    for (let n = 0; n < 9000; n++) putRandom(rows, n);
    const planes = createPlanes(rows);
    for (let round = 0; round < 4; round++) {
      const formulas = randomFormulas(8);
      const asked = [...formulas, ...formulas.map(({ eligible }) => ({ eligible: unknownOf(eligible) }))];
      const answer = planes.ask(asked);
      formulas.forEach((one, n) => {
        const wanted = rowsIn(rows, one, matched);
        assert.deepEqual(sorted(answer.rowsOf(n)), wanted, JSON.stringify(one));
        assert.deepEqual(sorted(answer.rowsOf(n + formulas.length)), rowsIn(rows, one, lacking), JSON.stringify(one));
        const outcome = outcomeOf(one, rows);
        const sum = wanted.reduce((all, row) => all + BigInt(outcome.amount(row) ?? 0), 0n);
        assert.equal(
          answer.matched[n]?.amounts.reduce((all, region) => all + region, 0n),
          sum,
        );
        assert.equal(
          answer.matched[n]?.counts.reduce((all, region) => all + region, 0),
          wanted.length,
        );
      });
      for (let n = 0; n < 300; n++) {
        const row = putRandom(rows, Math.floor(random() * 9400));
        if (row >= 0) planes.touch(row);
      }
    }
  });

  test('tell of two formulas who gains, who loses, and who gets more or less', () => {
    const rows = emptyRows(sampleRegister, 8);
    for (let n = 0; n < 3000; n++) putRandom(rows, n);
    const planes = createPlanes(rows);
    const formulas = randomFormulas(12);
    formulas.forEach((before, n) => {
      const after = formulas[(n * 5 + 1) % formulas.length]!;
      const told: string[] = [];
      const result = compareFormulas(rows, planes, { before, after }, (side, row) => told.push(`${side} ${row}`));
      const [b, a] = [outcomeOf(before, rows), outcomeOf(after, rows)];
      const wanted: string[] = [];
      const sums = { before: 0, after: 0 };
      for (let row = 0; row < rows.count; row++) {
        const [was, is] = [b.state(row) === matched, a.state(row) === matched];
        sums.before += Number(was);
        sums.after += Number(is);
        const value = (outcome: typeof a) => (outcome.amount(row) ?? 0) / 10 ** outcome.decimals;
        let side: Side | undefined;
        if (was !== is) side = is ? 'gained' : 'lost';
        else if (was && value(a) !== value(b)) side = value(a) > value(b) ? 'more' : 'less';
        else if (was && (a.amount(row) === null) !== (b.amount(row) === null)) side = 'more';
        if (side !== undefined) wanted.push(`${side} ${row}`);
      }
      assert.deepEqual(told.toSorted(), wanted.toSorted());
      assert.deepEqual({ before: result.before.count, after: result.after.count }, sums);
    });
  });
});
