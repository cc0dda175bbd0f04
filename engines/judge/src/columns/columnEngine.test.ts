import assert from 'node:assert/strict';
import { test } from 'node:test';
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
import { readDecisionModel } from '../read/readDecisionModel.ts';
import type { Register } from '../register/register.ts';
import { emptyColumn, putRow, type RegisterRows } from '../register/registerRows.ts';
import { createTextIndex } from '../register/textIndex.ts';
import { createColumnEngine } from './columnEngine.ts';
import type { KernelKind } from './kernels.ts';
import { createNetwork, type Matchable } from './network.ts';
import { createRowProgram } from './rowProgram.ts';
import { findDate } from '@yiwang/feel';

const regions = ['990101', '990102', '990103'];

function rowsOf(
  count: number,
  random: () => number,
): { readonly rows: RegisterRows; readonly plain: readonly FormulaRow[] } {
  const rows: RegisterRows = {
    register: sampleRegister,
    count: 0,
    keys: createTextIndex(64),
    regionOf: new Uint16Array(64),
    live: new Uint8Array(64),
    regions: createTextIndex(8),
    columns: sampleRegister.columns.map((column) => emptyColumn(column, 64)),
  };
  const plain: FormulaRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const row = randomRow(random);
    const region = regions[Math.floor(random() * regions.length)] ?? '990101';
    putRow(
      rows,
      region,
      `code${index}`,
      sampleRegister.columns.map(({ name }) => row[name] ?? null),
    );
    plain.push({ ...row, region });
  }
  // one that was removed again
  putRow(rows, plain[7]?.['region'] as string, 'code7', undefined);
  return { rows, plain };
}

/** Random policies as they are lowered from FEEL; those outside the subset are left out. */
function randomPolicies(count: number, random: () => number): readonly Matchable[] {
  const constants = new Map([['asOf', findDate('2024-06-01') ?? null]]);
  return Array.from({ length: count }).flatMap((): Matchable[] => {
    const condition = readDecisionModel(expressionModel(randomCondition(random, 3), 'boolean'), 'm.dmn', {
      refused: 'null',
    });
    const number = readDecisionModel(expressionModel(randomNumber(random, 2), 'number'), 'm.dmn', { refused: 'null' });
    try {
      return [
        {
          eligible: lowerCondition(condition, 'd', sampleRegister, { constants }),
          amount: lowerQuantity(number, 'd', sampleRegister, { constants }),
        },
      ];
    } catch (error) {
      if (isFault(error, 'judge.notColumnar')) return [];
      throw error;
    }
  });
}

for (const kind of ['wasm', 'plain'] satisfies KernelKind[]) {
  test(`the ${kind} kernels match and add up what the formulas say row by row`, () => {
    const random = seeded(4711);
    const { rows, plain } = rowsOf(20_000, random);
    const engine = createColumnEngine(rows, kind);
    const policies = randomPolicies(process.env['YIWANG_SOAK'] === '1' ? 1000 : 60, random);
    assert.ok(policies.length > 20);
    const tallies = engine.prepare(policies).match();
    for (const [index, { eligible, amount }] of policies.entries()) {
      const matched = regions.map(() => 0);
      const amounts = regions.map(() => 0n);
      for (const [place, row] of plain.entries()) {
        if (rows.live[place] !== 1 || evaluateCondition(eligible, row) !== true) continue;
        const region = regions.indexOf(String(row['region']));
        matched[region] = (matched[region] ?? 0) + 1;
        if (amount !== undefined) {
          amounts[region] = (amounts[region] ?? 0n) + BigInt(evaluateQuantity(amount, row) ?? 0);
        }
      }
      const order = regions.map((region) => rows.regions.find(region));
      const tally = tallies[index];
      assert.deepEqual(
        order.map((region) => tally?.matched[region]),
        matched,
        JSON.stringify(eligible),
      );
      assert.deepEqual(
        order.map((region) => tally?.amount[region]),
        amounts,
        JSON.stringify(amount),
      );
    }
  });
}

test('one row at a time says what the planes say', () => {
  const random = seeded(31);
  const { rows } = rowsOf(10_000, random);
  const policies = randomPolicies(40, random);
  const prepared = createColumnEngine(rows).prepare(policies, false);
  prepared.match();
  const matched = policies.map((_policy, index) => new Set(prepared.rowsOf(index)));
  const one = createRowProgram(createNetwork(policies, false), rows);
  for (let row = 0; row < rows.count; row += 1) {
    const says = one(row);
    for (const [index, set] of matched.entries()) assert.equal(says[index] === 1, set.has(row));
  }
});

test('policies that are let go give their memory back', () => {
  const random = seeded(9);
  const { rows } = rowsOf(9000, random);
  const engine = createColumnEngine(rows);
  const policies = randomPolicies(5, random);
  engine.prepare(policies).release();
  const before = engine.bytes();
  for (let round = 0; round < 50; round += 1) {
    const prepared = engine.prepare(policies);
    prepared.match();
    prepared.release();
  }
  assert.equal(engine.bytes(), before);
});

const wide: Register = {
  code: 'wide',
  name: { zh: 'wide', en: 'wide' },
  input: 'firm',
  columns: [{ name: 'v', label: { zh: 'v', en: 'v' }, type: 'number', decimals: 0, min: -1e12, max: 1e12 }],
};

function wideRows(values: readonly (readonly [region: string, value: number | null])[]): RegisterRows {
  const rows: RegisterRows = {
    register: wide,
    count: 0,
    keys: createTextIndex(64),
    regionOf: new Uint16Array(64),
    live: new Uint8Array(64),
    regions: createTextIndex(64),
    columns: wide.columns.map((column) => emptyColumn(column, 64)),
  };
  for (const [index, [region, value]] of values.entries()) putRow(rows, region, `c${index}`, [value]);
  return rows;
}

const anything: Matchable = {
  eligible: { kind: 'within', column: 'v', intervals: [{ high: 5 }], whenNull: null },
  amount: { kind: 'column', column: 'v', decimals: 0, min: -1e12, max: 1e12 },
};

test('the number that stands for nothing among small numbers is a number among large ones', () => {
  const rows = wideRows([
    ['990101', -2_147_483_648],
    ['990101', 5],
    ['990101', null],
    ['990101', 6],
  ]);
  const [tally] = createColumnEngine(rows).prepare([anything]).match();
  assert.deepEqual([tally?.matched, tally?.amount], [[2], [-2_147_483_643n]]);
  const one = createRowProgram(createNetwork([anything], false), rows);
  assert.deepEqual(
    [0, 1, 2, 3].map((row) => one(row)[0]),
    [1, 1, 0, 0],
  );
});

test('a district that comes after policies were laid out harms no sum', () => {
  const rows = wideRows(Array.from({ length: 8 }, (_one, index) => [`99010${index + 1}`, 1] as const));
  const prepared = createColumnEngine(rows).prepare([anything, anything]);
  putRow(rows, '990109', 'new', [1]);
  for (const { amount } of prepared.match())
    assert.equal(
      amount.reduce((a, b) => a + b, 0n),
      8n,
    );
});
