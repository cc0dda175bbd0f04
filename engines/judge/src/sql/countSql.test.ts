import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition, Quantity } from '../formula/formula.ts';
import { sampleRegister } from '../formula/fixtures/randomRules.ts';
import { registerDatabase } from '../register/fixtures/registerDatabase.ts';
import { countSql } from './countSql.ts';
import { insertRows } from './fixtures/insertRows.ts';
import { matchSql } from './matchSql.ts';

const listed: Condition = { kind: 'flag', column: 'listed', whenNull: null };
const everyone: Condition = { kind: 'truth', value: true };
const sales: Quantity = { kind: 'column', column: 'sales', decimals: 2, min: -100_000_00, max: 10_000_000_00 };

test('one statement counts and adds up by district and policy, what is not known left out', async (t) => {
  const db = await registerDatabase(t, sampleRegister);
  await insertRows(db, sampleRegister, [
    { region: '990101', listed: true, sales: 1005 },
    { region: '990101', listed: true, sales: null },
    { region: '990101', listed: null, sales: 7 },
    { region: '990102', listed: false, sales: 300 },
  ]);
  const sql = countSql(sampleRegister, [
    { code: "a'1", eligible: listed, amount: sales },
    { code: 'b', eligible: everyone },
  ]);
  assert.deepEqual(
    (await db.query<object>(sql)).map((row) => ({ ...row })),
    [
      { region: '990101', policy: "a'1", matched: 2, amount: '10.05' },
      { region: '990101', policy: 'b', matched: 3, amount: null },
      { region: '990102', policy: "a'1", matched: 0, amount: null },
      { region: '990102', policy: 'b', matched: 1, amount: null },
    ],
  );
});

test('one statement lists whom a policy matches, with the amount', async (t) => {
  const db = await registerDatabase(t, sampleRegister);
  await insertRows(db, sampleRegister, [{ listed: true, sales: 1005 }, { listed: false }, { listed: true }]);
  const rows = await db.query<object>(matchSql(sampleRegister, { eligible: listed, amount: sales }));
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { region: '990101', code: '000000000', amount: '10.05' },
      { region: '990101', code: '000000002', amount: null },
    ],
  );
});
