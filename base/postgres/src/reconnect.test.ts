import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { openDatabase, startEmbedded, testDatabase, type Database } from './index.ts';
import { scratch } from './embedded/fixtures/otherProcess.ts';
import { requireVersion } from './requireVersion.ts';

const cutSelf = `SELECT pg_terminate_backend(pg_backend_pid())`;
const unreachable = (error: unknown) => isFault(error, 'postgres.unreachable');

async function pidOf(db: Database): Promise<number> {
  const [row] = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return row?.pid ?? 0;
}

suite('a lost connection', () => {
  test('statements and LISTEN work again by themselves after the server was restarted', async (t) => {
    const folder = scratch(t);
    const first = await startEmbedded({ folder });
    t.after(() => first.stop());
    const db = openDatabase({ connection: { socket: first.socket, database: 'postgres' } });
    const heard: string[] = [];
    let resumed = 0;
    await db.listen(
      'news',
      (payload) => heard.push(payload),
      () => (resumed += 1),
    );
    await Promise.all(Array.from({ length: 5 }, () => db.query('SELECT 1')));
    await first.stop();
    await assert.rejects(db.query('SELECT 1'), unreachable);
    await assert.rejects(
      db.transaction((tx) => tx.query('SELECT 1')),
      unreachable,
    );
    const second = await startEmbedded({ folder });
    t.after(() => second.stop());
    assert.deepEqual(await db.query('SELECT 1 AS n'), [{ n: 1 }]);
    for (let n = 0; n < 300 && resumed === 0; n++) await sleep(10);
    assert.equal(resumed, 1);
    await db.query(`SELECT pg_notify('news', 'back')`);
    for (let n = 0; n < 100 && heard.length === 0; n++) await sleep(10);
    assert.deepEqual(heard, ['back']);
    await db.close();
    await second.stop();
  });

  test('cut in the middle of a transaction: a fault, nothing written, no connection lost to the pool', async (t) => {
    const db = await testDatabase(t, []);
    await db.query('CREATE TABLE thing (n int)');
    for (let n = 0; n < 25; n++) {
      const cut = db.transaction(async (tx) => {
        await tx.query('INSERT INTO thing VALUES ($1)', [n]);
        await tx.query(cutSelf);
      });
      await assert.rejects(cut, unreachable);
    }
    assert.deepEqual(await db.query('SELECT * FROM thing'), []);
    assert.equal(await db.transaction((tx) => tx.execute('INSERT INTO thing VALUES (1)')), 1);
  });

  test('cut from outside while the work is doing something else', async (t) => {
    const db = await testDatabase(t, []);
    const cut = db.transaction(async (tx) => {
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await db.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      await sleep(50);
      await tx.query('SELECT 1');
    });
    await assert.rejects(cut, unreachable);
    assert.ok((await pidOf(db)) > 0);
  });

  test('cut while COMMIT is under way: the fault says that the outcome is not known', async (t) => {
    const db = await testDatabase(t, []);
    await db.query('CREATE TABLE parent (n int PRIMARY KEY, other int CHECK (other > 0))');
    await db.query(`CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END $$`);
    await db.query(`CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON parent DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION cut()`);
    const cut = db.transaction((tx) => tx.execute('INSERT INTO parent VALUES (1, 1)'));
    await assert.rejects(cut, (error) => isFault(error, 'postgres.commitUnknown'));
  });

  test('work that swallows a failed statement is not taken for committed', async (t) => {
    const db = await testDatabase(t, []);
    await db.query('CREATE TABLE thing (n int PRIMARY KEY)');
    const swallowed = db.transaction(async (tx) => {
      await tx.execute('INSERT INTO thing VALUES (1)');
      await tx.execute('INSERT INTO thing VALUES (1)').catch(() => 0);
    });
    await assert.rejects(swallowed, (error) => isFault(error, 'postgres.rolledBack'));
  });

  test('work that throws with a COPY left open does not hang', async (t) => {
    const db = await testDatabase(t, []);
    await db.query('CREATE TABLE thing (n int)');
    const left = db.transaction(async (tx) => {
      await tx.copyIn('COPY thing FROM STDIN');
      throw new RangeError('changed my mind');
    });
    await assert.rejects(left, RangeError);
    assert.deepEqual(await db.query('SELECT * FROM thing'), []);
  });

  test('a callback after commit that throws does not make the transaction look failed', async (t) => {
    const db = await testDatabase(t, []);
    const order: string[] = [];
    await db.transaction(async (tx) => {
      tx.afterCommit(() => order.push('after'));
      await tx.query('SELECT 1');
      order.push('work');
    });
    order.push('returned');
    assert.deepEqual(order, ['work', 'after', 'returned']);
  });
});

suite('a server named by DATABASE_URL', () => {
  test('no server at the address gives postgres.unreachable', async () => {
    const db = openDatabase({ connection: 'postgres://yiwang@127.0.0.1:1/city' });
    await assert.rejects(db.query('SELECT 1'), unreachable);
    await assert.rejects(
      db.listen('news', () => undefined),
      unreachable,
    );
    await db.close();
  });

  test('a URL reaches a server, over TCP too', async (t) => {
    const port = 20_000 + (process.pid % 20_000);
    const server = await startEmbedded({
      folder: scratch(t),
      settings: { listen_addresses: '127.0.0.1', port: String(port) },
    });
    t.after(() => server.stop());
    const db = openDatabase({ connection: `postgres://yiwang@127.0.0.1:${port}/postgres` });
    assert.deepEqual(await db.query('SELECT 1 AS n'), [{ n: 1 }]);
    await db.close();
    const missing = openDatabase({ connection: `postgres://yiwang@127.0.0.1:${port}/nowhere` });
    await assert.rejects(missing.query('SELECT 1'), unreachable);
    await missing.close();
    await server.stop();
  });

  test('PostgreSQL 14 is refused by name, 15 is taken', () => {
    assert.throws(
      () => requireVersion(140_013),
      (error) => isFault(error, 'postgres.tooOld') && error.params['version'] === 14,
    );
    requireVersion(150_000);
  });

  test('a statement that runs or waits too long is ended', async (t) => {
    const { socket } = {
      socket: (
        await (await testDatabase(t, [])).query<{ s: string }>(`SELECT current_setting('unix_socket_directories') AS s`)
      )[0]!.s,
    };
    const db = openDatabase({ connection: { socket, database: 'postgres' }, statementTimeout: 50, lockTimeout: 20 });
    t.after(() => db.close());
    await assert.rejects(db.query('SELECT pg_sleep(5)'), { code: '57014' });
    await db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(4711)');
      await assert.rejects(db.query('SELECT pg_advisory_lock(4711)'), { code: '55P03' });
    });
  });
});
