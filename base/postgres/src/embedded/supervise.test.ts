import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { openDatabase } from '../database.ts';
import { scratch } from './fixtures/otherProcess.ts';
import { startEmbedded } from './startEmbedded.ts';

suite('the supervision of the server', () => {
  test('a server that is killed is started again, with what it had acknowledged', async (t) => {
    const server = await startEmbedded({ folder: scratch(t) });
    t.after(() => server.stop());
    const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
    await db.execute('CREATE TABLE kept AS SELECT 1 AS n');
    const before = server.pid;
    process.kill(before, 'SIGKILL');
    const since = performance.now();
    let rows: object[] = [];
    while ((rows.length === 0 || server.pid === before) && performance.now() - since < 10_000) {
      rows = await db.query('SELECT n FROM kept').catch((error: unknown) => {
        assert.ok(isFault(error, 'postgres.unreachable'), String(error));
        return [];
      });
      await sleep(20);
    }
    assert.deepEqual(rows, [{ n: 1 }]);
    assert.notEqual(server.pid, before);
    await db.close();
    await server.stop();
  });

  test('a server that is stopped stays stopped, also when it was killed just before', async (t) => {
    const server = await startEmbedded({ folder: scratch(t) });
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    await sleep(200);
    const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
    await assert.rejects(db.query('SELECT 1'), (error) => isFault(error, 'postgres.unreachable'));
    await db.close();
  });
});
