import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import type { Database } from '@yiwang/postgres';
import { evaluateFormula, type FormulaRow } from '../formula/evaluateFormula.ts';
import { sampleRegister } from '../formula/fixtures/randomRules.ts';
import type { Condition, Formula, Quantity } from '../formula/formula.ts';
import { registerDatabase } from '../register/fixtures/registerDatabase.ts';
import { insertRows } from './fixtures/insertRows.ts';
import { formulaSql } from './formulaSql.ts';
import { decimalText } from './literals.ts';

const staff: Quantity = { kind: 'column', column: 'staff', decimals: 0, min: 0, max: 100_000 };
const sales: Quantity = { kind: 'column', column: 'sales', decimals: 2, min: -100_000_00, max: 10_000_000_00 };
const constant = (value: number | null, decimals = 0): Quantity => ({
  kind: 'constant',
  value,
  decimals,
  min: value ?? 0,
  max: value ?? 0,
});

async function ask(db: Database, formula: Formula): Promise<readonly unknown[]> {
  const sql = formulaSql(formula, { alias: 't', register: sampleRegister });
  const rows = await db.query<{ value: unknown }>(`SELECT ${sql} AS value FROM registers.sample t ORDER BY code`);
  return rows.map(({ value }) => value);
}

/** What the formula means, as PostgreSQL writes it once needless zeros are gone. */
function meant(formula: Formula, rows: readonly FormulaRow[]): readonly unknown[] {
  return rows.map((row) => {
    const value = evaluateFormula(formula, row);
    return typeof value === 'number' && 'decimals' in formula ? decimalText(value, formula.decimals) : value;
  });
}

async function assertSame(db: Database, formula: Formula, rows: readonly FormulaRow[]): Promise<void> {
  const decimals = 'decimals' in formula ? formula.decimals : 0;
  const found = (await ask(db, formula)).map((value) =>
    typeof value === 'string' && 'decimals' in formula ? atDecimals(value, decimals) : value,
  );
  assert.deepEqual(found, meant(formula, rows), formulaSql(formula, { alias: 't', register: sampleRegister }));
}

function atDecimals(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  assert.match(fraction.slice(decimals), /^0*$/);
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0').slice(0, decimals)}`;
}

test('min and max of a missing value are null, never the other value', async (t) => {
  const db = await registerDatabase(t, sampleRegister);
  const rows: FormulaRow[] = [{ staff: 5 }, { staff: null }, { staff: 5000 }];
  await insertRows(db, sampleRegister, rows);
  for (const kind of ['min', 'max'] as const) {
    const capped: Quantity = { kind, left: staff, right: constant(1000), decimals: 0, min: 0, max: 100_000 };
    await assertSame(db, capped, rows);
    await assertSame(db, { ...capped, left: capped, right: constant(null) }, rows);
  }
});

test('a tie is rounded to the even digit, on both sides of zero', async (t) => {
  const db = await registerDatabase(t, sampleRegister);
  const rows: FormulaRow[] = [50, 150, 250, 251, 249, -50, -150, -250, -251, 0, null].map((value) => ({
    sales: value,
  }));
  await insertRows(db, sampleRegister, rows);
  await assertSame(db, { kind: 'round', operand: sales, decimals: 0, min: -100_000, max: 10_000_000 }, rows);
  const quotient = { kind: 'quotient', left: sales, decimals: 1, min: -9e9, max: 9e9 } as const;
  for (const divisor of [constant(20), constant(-20), constant(3), constant(0), sales]) {
    await assertSame(db, { ...quotient, right: divisor }, rows);
  }
});

test('every leaf says for missing data what it was told to', async (t) => {
  const db = await registerDatabase(t, sampleRegister);
  const rows: FormulaRow[] = [
    { staff: 20, listed: true, grade: 'A', trade: "it's \\ 50%", founded: 18_262 },
    { staff: 21, listed: false, grade: 'B', trade: '', founded: -719_162 },
    {},
  ];
  await insertRows(db, sampleRegister, rows);
  for (const whenNull of [true, false, null]) {
    const leaves: readonly Condition[] = [
      { kind: 'flag', column: 'listed', whenNull },
      { kind: 'among', column: 'grade', values: ['A'], whenNull },
      { kind: 'among', column: 'trade', values: ["it's \\ 50%", 'a\0b', '\ud800'], whenNull },
      { kind: 'among', column: 'trade', values: [], whenNull },
      { kind: 'within', column: 'staff', intervals: [{ low: 20, high: 20 }, { low: 30 }], whenNull },
      { kind: 'within', column: 'staff', intervals: [{}], whenNull },
      { kind: 'within', column: 'staff', intervals: [], whenNull },
      { kind: 'within', column: 'founded', intervals: [{ low: 18_262 }], whenNull },
      { kind: 'within', column: 'founded', intervals: [{ low: -9e9, high: 9e9 }], whenNull },
      { kind: 'within', column: 'founded', intervals: [{ low: 8e9, high: 9e9 }], whenNull },
    ];
    for (const leaf of leaves) {
      await assertSame(db, leaf, rows);
      await assertSame(db, { kind: 'not', operand: leaf }, rows);
      await assertSame(db, { kind: 'isTrue', operand: leaf }, rows);
    }
  }
});

test('equality knows null and an order does not', async (t) => {
  const db = await registerDatabase(t, sampleRegister);
  const rows: FormulaRow[] = [{ staff: 3 }, { staff: 4 }, {}];
  await insertRows(db, sampleRegister, rows);
  for (const operator of ['=', '!=', '<', '<=', '>', '>='] as const) {
    for (const right of [constant(3), constant(null), staff]) {
      await assertSame(db, { kind: 'compare', operator, left: staff, right }, rows);
    }
  }
});

test('a column the register has not is refused, and so is what becomes too long', () => {
  const sql = (formula: Formula) => () => formulaSql(formula, { alias: 't', register: sampleRegister });
  const refused = (error: unknown): boolean => isFault(error, 'judge.notSql');
  assert.throws(sql({ kind: 'flag', column: 'nothing', whenNull: null }), refused);
  let nested: Quantity = sales;
  for (let level = 0; level < 60; level += 1) {
    nested = { kind: 'quotient', left: nested, right: staff, decimals: 2, min: 0, max: 1 };
  }
  assert.throws(sql(nested), refused);
  assert.throws(sql({ kind: 'text', value: 'a\0' }), refused);
});
