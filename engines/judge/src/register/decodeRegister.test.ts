import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { systemClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import type { Database } from '@yiwang/postgres';
import { isProblem, readCell } from './cell.ts';
import { decodeRegister } from './decodeRegister.ts';
import { firms, makeFirms } from './fixtures/firms.ts';
import { registerDatabase } from './fixtures/registerDatabase.ts';
import { importEntities } from './importEntities.ts';
import { readRegister } from './readRegister.ts';
import type { Register } from './register.ts';
import { missingFlag, missingInt, type RegisterRows } from './registerRows.ts';

const order = { actor: 'system:feed', reason: 'x' };

async function bytesOf(db: Database, register: Register): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await readRegister(db, register, { begin: () => undefined, bytes: (chunk) => void parts.push(Buffer.from(chunk)) });
  return Buffer.concat(parts);
}

function cellAt(rows: RegisterRows, row: number, n: number): unknown {
  const column = rows.columns[n]!;
  const value = column.values[row]!;
  if (column.kind === 'flag') return value === missingFlag ? null : value === 1;
  if (value === missingInt || Number.isNaN(value)) return null;
  return column.kind === 'text' ? column.texts.textAt(value) : value;
}

suite('the columns of a register', () => {
  test('hold what the table holds, wherever the stream is cut', async (t) => {
    const db = await registerDatabase(t);
    const given = makeFirms(700);
    await db.transaction((tx) => importEntities(tx, systemClock, firms, given, order));
    const bytes = await bytesOf(db, firms);
    for (const piece of [1, 7, 1000, bytes.length]) {
      const decoder = decodeRegister(firms, 10);
      for (let at = 0; at < bytes.length; at += piece) decoder.push(bytes.subarray(at, at + piece));
      const rows = decoder.finish();
      assert.equal(rows.count, 700);
      for (const { region, code, values } of given) {
        const row = rows.keys.find(region + code);
        assert.equal(rows.regions.textAt(rows.regionOf[row]!), region);
        firms.columns.forEach((column, n) => {
          const cell = readCell(column, values[column.name]);
          assert.ok(!isProblem(cell));
          assert.equal(cellAt(rows, row, n), cell);
        });
      }
    }
  });

  test('numbers are exact to the last digit, of any size and decimals', async (t) => {
    const limit = Number.MAX_SAFE_INTEGER;
    const decimals = [0, 1, 2, 3, 4, 5, 8, 12];
    const exact: Register = {
      ...firms,
      code: 'exact',
      columns: decimals.map(
        (d) => ({ ...firms.columns[1]!, name: `d${d}`, decimals: d, min: -limit, max: limit }) as never,
      ),
    };
    const db = await registerDatabase(t, exact);
    const values = [0, 1, -1, 9, 10_000, 99_999_999, -100_000_000, 123_456_789_012_345, limit, -limit, limit - 4999];
    const rows = values.map((scaled, n) => ({
      region: '990101',
      code: `F${n}`,
      name: 'F',
      values: Object.fromEntries(
        decimals.map((d) => {
          const digits = String(Math.abs(scaled)).padStart(d + 1, '0');
          const point = digits.length - d;
          return [`d${d}`, `${scaled < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}0`];
        }),
      ),
    }));
    const report = await db.transaction((tx) => importEntities(tx, systemClock, exact, rows, order));
    assert.deepEqual(report.problems, []);
    const decoder = decodeRegister(exact, values.length);
    decoder.push(await bytesOf(db, exact));
    const read = decoder.finish();
    values.forEach((scaled, n) => {
      const row = read.keys.find(`990101F${n}`);
      decimals.forEach((_, place) => assert.equal(cellAt(read, row, place), scaled));
    });
  });

  test('a value outside the model, or a stream that is cut off, is a fault', async (t) => {
    const db = await registerDatabase(t);
    await db.transaction((tx) => importEntities(tx, systemClock, firms, makeFirms(50), order));
    const whole = await bytesOf(db, firms);
    const cut = decodeRegister(firms, 50);
    cut.push(whole.subarray(0, -1));
    assert.throws(
      () => cut.finish(),
      (error) => isFault(error, 'postgres.copyCut'),
    );
    for (const [set, column] of [
      [`employees = 2000000`, 'employees'],
      [`employees = 'NaN'`, 'employees'],
      [`sector = 'odd'`, 'sector'],
      [`founded = 'infinity'`, 'founded'],
      [`research = -99999999999999`, 'research'],
    ]) {
      await db.transaction(async (tx) => {
        await tx.execute(`UPDATE registers.firms SET ${set} WHERE code = 'F000007'`);
      });
      const decoder = decodeRegister(firms, 50);
      const bytes = await bytesOf(db, firms);
      assert.throws(
        () => decoder.push(bytes),
        (error) =>
          isFault(error, 'judge.registerValue') &&
          error.params['column'] === column &&
          error.params['code'] === 'F000007',
      );
      await db.execute(
        `UPDATE registers.firms SET employees = 1, sector = NULL, founded = NULL, research = 0 WHERE code = 'F000007'`,
      );
    }
  });
});
