import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { testDatabase } from './index.ts';

suite('a database', () => {
  test('a transaction that throws leaves nothing behind', async (t) => {
    const db = await testDatabase(t, []);
    await db.query('CREATE TABLE thing (n int)');
    await assert.rejects(
      db.transaction(async (tx) => {
        await tx.query('INSERT INTO thing VALUES (1)');
        throw new RangeError('no');
      }),
      RangeError,
    );
    assert.deepEqual(await db.query('SELECT count(*) AS n FROM thing'), [{ n: 0 }]);
  });

  test('a notification is heard once the sender has committed', async (t) => {
    const db = await testDatabase(t, []);
    const heard: string[] = [];
    const got = new Promise<void>((resolve) => {
      void db
        .listen('news', (payload) => {
          heard.push(payload);
          resolve();
        })
        .then(() => db.query(`SELECT pg_notify('news', 'rain')`));
    });
    await got;
    assert.deepEqual(heard, ['rain']);
  });

  test('a prepared statement is planned once a connection and gives the same', async (t) => {
    const db = await testDatabase(t, []);
    await db.transaction(async (tx) => {
      for (const n of [1, 2]) {
        assert.deepEqual(await tx.query('SELECT $1::int AS n', [n], { prepare: true }), [{ n }]);
      }
      assert.deepEqual(await tx.query('SELECT statement FROM pg_prepared_statements'), [
        { statement: 'SELECT $1::int AS n' },
      ]);
    });
  });
});
