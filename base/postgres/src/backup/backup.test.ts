import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { backup, openDatabase, restore, startEmbedded } from '../index.ts';
import { scratch } from '../embedded/fixtures/otherProcess.ts';

/** `16/B374D848` as a number that can be compared. */
function placeOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

suite('backup and restore', () => {
  test('under write load every row acknowledged before the stop point is restored, without holes', async (t) => {
    const [folder, home] = [scratch(t), scratch(t)];
    const server = await startEmbedded({ folder, settings: { max_wal_size: '32MB', min_wal_size: '32MB' } });
    t.after(() => server.stop());
    const connection = { socket: server.socket, database: 'postgres' };
    const db = openDatabase({ connection });
    await db.execute(`CREATE TABLE book (writer int, n int, filler text, PRIMARY KEY (writer, n))`);
    await db.execute(`CREATE TABLE tally (writer int PRIMARY KEY, n int)`);
    await db.execute('INSERT INTO tally SELECT w, 0 FROM generate_series(1, 4) w');
    let working = true;
    const acknowledged: { writer: number; n: number; at: bigint }[] = [];
    const writers = [1, 2, 3, 4].map(async (writer) => {
      for (let n = 1; working; n++) {
        await db.transaction(async (tx) => {
          await tx.execute(`INSERT INTO book VALUES ($1, $2, repeat('水', 500))`, [writer, n]);
          await tx.execute(`UPDATE tally SET n = $2 WHERE writer = $1`, [writer, n]);
        });
        const [row] = await db.query<{ at: string }>(`SELECT pg_current_wal_insert_lsn()::text AS at`);
        acknowledged.push({ writer, n, at: placeOf(row?.at ?? '') });
        if (n % 200 === 0) await db.execute('CHECKPOINT'); // would recycle the log that the backup needs
      }
    });
    await sleep(300);
    const target = path.join(home, 'backup');
    const made = await backup({ connection, folder, target });
    await sleep(100);
    working = false;
    await Promise.all(writers);
    await db.close();
    await server.stop();

    const other = path.join(home, 'restored');
    await restore(target, other);
    const again = await startEmbedded({ folder: other });
    t.after(() => again.stop());
    const restored = openDatabase({ connection: { socket: again.socket, database: 'postgres' } });
    const rows = await restored.query<{ writer: number; highest: number; count: number; tally: number }>(
      `SELECT writer, max(b.n) AS highest, count(*) AS count, t.n AS tally FROM book b JOIN tally t USING (writer)
       GROUP BY writer, t.n ORDER BY writer`,
    );
    await restored.close();
    await again.stop();
    const before = acknowledged.filter(({ at }) => at <= placeOf(made.stopLsn));
    assert.ok(before.length > 100, `${before.length} rows`);
    for (const { writer, n } of before) assert.ok((rows[writer - 1]?.highest ?? 0) >= n, `writer ${writer} lost ${n}`);
    for (const { highest, count, tally } of rows) {
      assert.equal(count, highest);
      assert.equal(tally, highest);
    }
    t.diagnostic(`${before.length} rows before the stop point, ${made.bytes} bytes in ${made.files} files`);
  });

  test('a damaged, missing or escaping file is named and nothing is made', async (t) => {
    const [folder, home] = [scratch(t), scratch(t)];
    const server = await startEmbedded({ folder });
    t.after(() => server.stop());
    const connection = { socket: server.socket, database: 'postgres' };
    const target = path.join(home, 'backup');
    await backup({ connection, folder, target });
    await assert.rejects(backup({ connection, folder, target }), (error) => isFault(error, 'postgres.targetOccupied'));
    await assert.rejects(restore(target, folder), (error) => isFault(error, 'postgres.targetOccupied'));
    await server.stop();
    const version = path.join(target, 'pg/PG_VERSION');
    writeFileSync(version, '17\n');
    const other = path.join(home, 'restored');
    const damaged = (file: string) => (error: unknown) =>
      isFault(error, 'postgres.backupDamaged') && error.params['file'] === file;
    await assert.rejects(restore(target, other), damaged('PG_VERSION'));
    assert.ok(!existsSync(other));
    const manifest = path.join(target, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace('"PG_VERSION"', '"../../escape"'));
    await assert.rejects(restore(target, other), damaged('manifest.json'));
    writeFileSync(manifest, text.slice(0, 1000));
    await assert.rejects(restore(target, other), damaged('manifest.json'));
    assert.deepEqual(readdirSync(home), ['backup']);
  });

  test('for a server of somebody else’s the fault names the tool to use', async (t) => {
    const given = { connection: 'postgres://db.example/city', folder: scratch(t), target: '/nowhere' };
    await assert.rejects(backup(given), (error) => {
      assert.ok(isFault(error, 'postgres.backupElsewhere'));
      assert.match(error.definition.help.en, /pg_basebackup/);
      return true;
    });
  });
});
