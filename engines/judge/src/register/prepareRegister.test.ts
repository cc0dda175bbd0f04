import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { lintSchema, type Database } from '@yiwang/postgres';
import { firms } from './fixtures/firms.ts';
import { registerDatabase } from './fixtures/registerDatabase.ts';
import { prepareRegister } from './prepareRegister.ts';
import type { Register, RegisterColumn } from './register.ts';

const label = { zh: 'x', en: 'x' };
const prepare = (db: Database, register: Register) => db.transaction((tx) => prepareRegister(tx, register));

suite('the table of a register', () => {
  test('is made once, by whoever comes first, and could be distributed by region', async (t) => {
    const db = await registerDatabase(t);
    const other = { ...firms, code: 'other-firms' };
    await Promise.all([prepare(db, other), prepare(db, other), prepare(db, firms)]);
    assert.deepEqual(await lintSchema(db), []);
  });

  test('gains the columns that the model gained, with no value, and loses none', async (t) => {
    const db = await registerDatabase(t);
    await db.execute(
      `INSERT INTO registers.firms (region, code, name, search_terms, employees) VALUES ('990101', 'F1', 'F', '{}', 3)`,
    );
    const [first, ...rest] = firms.columns;
    const more: RegisterColumn = { name: '用水"量', label, type: 'number', decimals: 1, min: 0, max: 10 };
    await prepare(db, { ...firms, columns: [...rest, more] });
    assert.equal(first?.name, 'employees');
    assert.deepEqual(await db.query(`SELECT employees, "用水""量" FROM registers.firms`), [
      { employees: '3', '用水"量': null },
    ]);
  });

  test('is not changed where a column has another type: the fault says which', async (t) => {
    const db = await registerDatabase(t);
    const changed: RegisterColumn = { name: 'employees', label, type: 'number', decimals: 2, min: 0, max: 10 };
    const wider: RegisterColumn = { name: 'employees', label, type: 'number', decimals: 0, min: -5, max: 2 ** 50 };
    await prepare(db, { ...firms, columns: [wider] });
    await assert.rejects(
      prepare(db, { ...firms, columns: [changed] }),
      (error) => isFault(error, 'judge.registerType') && error.params['wanted'] === 'numeric(16,2)',
    );
  });

  test('is refused for a model that can not become one', async (t) => {
    const db = await registerDatabase(t);
    const column = firms.columns[0]!;
    for (const wrong of [
      { ...firms, code: 'Firms; DROP' },
      { ...firms, columns: [{ ...column, name: 'region' }] },
      { ...firms, columns: [column, column] },
      { ...firms, columns: [{ ...column, name: '长'.repeat(30) }] },
      { ...firms, columns: Array.from({ length: 501 }, (_, n) => ({ ...column, name: `c${n}` })) },
    ] as Register[]) {
      await assert.rejects(prepare(db, wrong), (error) => isFault(error, 'judge.registerModel'));
    }
  });
});
