import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock, uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import type { Database } from '@yiwang/postgres';
import { changeEntity, type ChangedEntity, type EntityChange } from './changeEntity.ts';
import { findChanges } from './findChanges.ts';
import { findEntity } from './findEntity.ts';
import { firms } from './fixtures/firms.ts';
import { registerDatabase } from './fixtures/registerDatabase.ts';
import { registerChannel } from './lockHeads.ts';
import { removeEntity } from './removeEntity.ts';

const clock = manualClock('2031-03-01T00:00:00Z');
const who = { region: '990101', code: 'F1', actor: 'account:100012', reason: '更正' };

function change(db: Database, given: Partial<EntityChange>): Promise<ChangedEntity> {
  return db.transaction((tx) => changeEntity(tx, clock, firms, { ...who, values: {}, ...given }));
}

async function entries(db: Database): Promise<Record<string, unknown>[]> {
  const rows = await db.query<{ entries: Record<string, unknown>[] }>(
    'SELECT entries::jsonb AS entries FROM ledger.inbox ORDER BY id',
  );
  return rows.flatMap((row) => row.entries);
}

suite('a changed entity', () => {
  test('is in the table, the log and the ledger at once, and the matching is woken', async (t) => {
    const db = await registerDatabase(t);
    const heard: string[] = [];
    await db.listen(registerChannel, (payload) => heard.push(payload));
    assert.equal(
      (await change(db, { name: '模拟企业 000001', values: { employees: 5, sector: 'made' } })).kind,
      'added',
    );
    const changed = await change(db, { values: { employees: '6', founded: '2030-05-01', sector: null } });
    assert.equal(changed.kind, 'changed');
    assert.deepEqual(changed.entity, await findEntity(db, firms, '990101', 'F1'));
    const { changes, positions } = await findChanges(db, 'firms', {});
    assert.deepEqual(positions, { '990101': 2 });
    assert.deepEqual(
      changes.map(({ kind, before }) => [kind, before?.['employees'], before?.['sector']]),
      [
        ['added', undefined, undefined],
        ['changed', '5', 'made'],
      ],
    );
    const [, entry] = await entries(db);
    assert.deepEqual(entry?.['body'], {
      code: 'F1',
      register: 'firms',
      changes: {
        employees: { before: '5', after: '6' },
        founded: { before: null, after: '2030-05-01' },
        sector: { before: 'made', after: null },
      },
    });
    for (let n = 0; n < 200 && heard.length < 2; n++) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(heard, ['firms', 'firms']);
  });

  test('that stands so already, or whose command came before, leaves nothing', async (t) => {
    const db = await registerDatabase(t);
    const id = uuidv7();
    await change(db, { name: 'A', values: { employees: 5, research: '1.50' } });
    assert.equal((await change(db, { values: { employees: '5', research: 1.5 } })).kind, 'same');
    assert.equal((await change(db, { id, values: { employees: 7 } })).kind, 'changed');
    assert.equal((await change(db, { values: { employees: 8 } })).kind, 'changed');
    assert.equal((await change(db, { id, values: { employees: 7 } })).kind, 'same');
    assert.equal((await findEntity(db, firms, '990101', 'F1'))?.values['employees'], '8');
    assert.equal((await findChanges(db, 'firms', {})).changes.length, 3);
  });

  test('is refused with the column and why; nothing is written', async (t) => {
    const db = await registerDatabase(t);
    const refused = (column: string) => (error: unknown) =>
      isFault(error, 'judge.entityValues') && error.params['column'] === column;
    await assert.rejects(change(db, { name: 'A', values: { employees: 'many' } }), refused('employees'));
    await assert.rejects(change(db, { name: 'A', values: { shoes: 1 } }), refused('shoes'));
    await assert.rejects(change(db, { name: '', values: {} }), refused('name'));
    await assert.rejects(change(db, { code: 'a b', name: 'A' }), refused('code'));
    await assert.rejects(change(db, { values: {} }), (error) => isFault(error, 'judge.entityName'));
    assert.deepEqual((await findChanges(db, 'firms', {})).changes, []);
  });

  test('removed is gone, with its values in the ledger', async (t) => {
    const db = await registerDatabase(t);
    await change(db, { name: 'A', values: { employees: 5 } });
    await db.transaction((tx) => removeEntity(tx, clock, firms, who));
    assert.equal(await findEntity(db, firms, '990101', 'F1'), undefined);
    await assert.rejects(
      db.transaction((tx) => removeEntity(tx, clock, firms, who)),
      (error) => isFault(error, 'judge.unknownEntity'),
    );
    const entry = (await entries(db)).at(-1);
    assert.equal(entry?.['kind'], 'entity.removed');
  });

  test('twenty at once get positions without gap or repeat', async (t) => {
    const db = await registerDatabase(t);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => change(db, { code: `F${n}`, name: 'A', values: { employees: n } })),
    );
    const { changes } = await findChanges(db, 'firms', {});
    assert.deepEqual(
      changes.map(({ position }) => position),
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });
});
