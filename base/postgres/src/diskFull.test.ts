import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { openDatabase, startEmbedded } from './index.ts';
import { scratch } from './embedded/fixtures/otherProcess.ts';

suite('a disk that fills up', () => {
  test('writes get a fault, and work goes on by itself once there is space, with all that was acknowledged', async (t) => {
    const folder = scratch(t);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder]).status !== 0) {
      return t.skip('may not mount here');
    }
    try {
      const server = await startEmbedded({ folder });
      const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
      await db.execute('CREATE TABLE kept (n int PRIMARY KEY, filler text)');
      const filler = path.join(folder, 'filler');
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize - 4 * 2 ** 20));
      let acknowledged = 0;
      let refused: unknown;
      while (refused === undefined && acknowledged < 2000) {
        try {
          await db.execute(
            `INSERT INTO kept SELECT $1::int, string_agg(md5(g::text), '') FROM generate_series(1, 3000) g`,
            [acknowledged + 1],
          );
          acknowledged += 1;
        } catch (error) {
          refused = error;
        }
      }
      // a full data file refuses the statement; a full log ends the server, which is started again
      assert.ok(isFault(refused, 'postgres.diskFull') || isFault(refused, 'postgres.unreachable'), String(refused));
      rmSync(filler);
      let count: number | undefined;
      for (let n = 0; n < 500 && count === undefined; n++) {
        count = await db.query<{ n: number }>('SELECT count(*) AS n FROM kept').then(
          ([row]) => row?.n,
          (error: unknown) => {
            assert.ok(isFault(error, 'postgres.unreachable'), String(error));
            return undefined;
          },
        );
        await sleep(20);
      }
      assert.ok(acknowledged > 0 && count !== undefined && count >= acknowledged, `${count} of ${acknowledged}`);
      assert.equal(await db.execute('INSERT INTO kept VALUES (0)'), 1);
      await db.close();
      await server.stop();
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  });
});
