import { test } from 'node:test';
import assert from 'node:assert/strict';
import { systemClock } from '@yiwang/clock';
import { firms, makeFirms } from './fixtures/firms.ts';
import { registerDatabase } from './fixtures/registerDatabase.ts';
import { importEntities } from './importEntities.ts';
import { findNames, searchEntities } from './searchEntities.ts';

test('an entity is found by two characters of its name or the beginning of its code', async (t) => {
  const db = await registerDatabase(t);
  const rows = makeFirms(300);
  const odd = { region: '990101', code: '100%_A', name: '凤凰纸业', values: {} };
  await db.transaction((tx) =>
    importEntities(tx, systemClock, firms, [...rows, odd], { actor: 'system:feed', reason: 'x' }),
  );
  const codes = async (text: string, regions?: string[]) =>
    (await searchEntities(db, firms, { text, limit: 5, ...(regions ? { regions } : {}) })).map(({ code }) => code);
  assert.deepEqual(await codes('纸业'), ['100%_A']);
  assert.deepEqual(await codes('000123'), ['F000123']);
  assert.deepEqual(await codes('F00012'), ['F000120', 'F000121', 'F000122', 'F000123', 'F000124']);
  assert.deepEqual(await codes('100%_'), ['100%_A', 'F000100']);
  assert.deepEqual(await codes('%'), []);
  assert.deepEqual(await codes('  '), []);
  assert.deepEqual(await codes('纸业', ['990102']), []);
  assert.deepEqual(
    (await findNames(db, firms, [odd, { region: '990101', code: 'gone' }, rows[0]!])).map(({ name }) => name),
    ['凤凰纸业', '模拟企业 000001'],
  );
});
