import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '@yiwang/faults';
import { openDatabase } from '../database.ts';
import { scratch } from './fixtures/otherProcess.ts';
import { startEmbedded } from './startEmbedded.ts';

suite('the embedded server', () => {
  test('it starts from nothing with UTF-8, on a private socket, and starts again with what was written', async (t) => {
    const folder = scratch(t);
    const first = await startEmbedded({ folder });
    t.after(() => first.stop());
    const db = openDatabase({ connection: { socket: first.socket, database: 'postgres' } });
    assert.deepEqual(await db.query(`SELECT current_setting('server_encoding') AS e`), [{ e: 'UTF8' }]);
    assert.deepEqual(await db.query(`SELECT '余杭' < '西湖' AS a, length('塘栖镇') AS n`), [{ a: true, n: 3 }]);
    await db.query('CREATE TABLE kept (n int)');
    await db.close();
    await first.stop();
    assert.ok(!existsSync(path.join(folder, 'pg/postmaster.pid')));
    const second = await startEmbedded({ folder });
    t.after(() => second.stop());
    const again = openDatabase({ connection: { socket: second.socket, database: 'postgres' } });
    assert.deepEqual(await again.query('SELECT * FROM kept'), []);
    await again.close();
    await second.stop();
  });

  test('a server that ends at once gives its own reason at once', async (t) => {
    const folder = scratch(t);
    const since = performance.now();
    await assert.rejects(startEmbedded({ folder, settings: { shared_buffers: 'plenty' } }), (error) => {
      assert.ok(isFault(error, 'postgres.notStarted'));
      assert.match(error.message, /shared_buffers.*plenty/);
      return true;
    });
    assert.ok(performance.now() - since < 10_000);
  });

  test('a folder that is a file gives a fault', async (t) => {
    const folder = path.join(scratch(t), 'file');
    writeFileSync(folder, '');
    await assert.rejects(startEmbedded({ folder }), (error) => isFault(error, 'postgres.notStarted'));
  });

  test('parallel query works in 64 MB of shared memory, for it is not used', async (t) => {
    const folder = scratch(t);
    const server = await startEmbedded({ folder });
    t.after(() => server.stop());
    const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
    assert.deepEqual(await db.query('SHOW dynamic_shared_memory_type'), [{ dynamic_shared_memory_type: 'mmap' }]);
    await db.close();
    await server.stop();
    assert.match(readFileSync(path.join(folder, 'postgres.log'), 'utf8'), /database system is shut down/);
  });
});
