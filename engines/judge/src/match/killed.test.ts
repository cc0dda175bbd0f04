import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@yiwang/postgres';
import { assertTrue, balance, edit, filledDatabase, matchedOf, matchingOf, morning } from './fixtures/matchingSetUp.ts';

/** A process of its own that matches; everybody is a policy of its own there, which takes many batches to write. */
async function matcher(db: Database): Promise<ChildProcess> {
  const [connection] = await db.query(
    `SELECT current_setting('unix_socket_directories') AS socket, current_database() AS database`,
  );
  return spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'fixtures/matchingProcess.ts'), JSON.stringify(connection)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

test('a process killed while it writes loses nothing, and the next one has the same totals', async (t) => {
  const db = await filledDatabase(t, 30_000);
  const first = await matchingOf(t, db, morning());
  await assertTrue(db, first);
  await first.stop();
  const before = await matchedOf(db, 'makers');
  let cut = 0;
  for (let round = 0; round < 3; round++) {
    await edit(db, '990102', `ROUND${round}`, { employees: 5000, sector: 'made', research: '1.00' });
    const child = await matcher(db);
    t.after(() => void child.kill('SIGKILL'));
    const exited = new Promise((resolve) => child.on('exit', resolve));
    for (let n = 0; n < 1000; n++) {
      const open = await db.query(`SELECT 1 FROM judge.match_changes WHERE policy = 'all' LIMIT 1`);
      if (open.length > 0) break;
      await sleep(5);
    }
    child.kill('SIGKILL');
    await exited;
    const left = await db.query(`SELECT 1 FROM judge.match_runs WHERE NOT written`);
    cut += left.length;
  }
  assert.ok(cut > 0, 'a kill came in the middle of a run');
  await assertTrue(db, await matchingOf(t, db, morning()));
  assert.equal(await balance(db, 'makers'), 3);
  assert.equal(await matchedOf(db, 'makers'), before + 3);
  assert.equal(await balance(db, 'all'), 0, 'what of it was written is lost again, or was taken away');
});
