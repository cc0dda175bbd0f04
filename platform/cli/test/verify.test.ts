import { spawn } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { appendEntries, openSigningKey, startSequencer } from '@yiwang/ledger';
import type { Database } from '@yiwang/postgres';
import { main, runYiwang, startData, temporaryFolder } from './runYiwang.ts';

const clock = manualClock('2026-03-01T08:00:00Z');

async function fillBooks(db: Database, folder: string): Promise<void> {
  const sequencer = await startSequencer(db, clock, { key: openSigningKey(path.join(folder, 'keys'), '990100') });
  await db.transaction((tx) =>
    appendEntries(
      tx,
      clock,
      ['990102', '990103', '990103'].map((region, n) => ({
        region,
        kind: 'case.opened',
        actor: 'account:200001',
        subject: `case:${n}`,
        body: { number: n },
      })),
    ),
  );
  await sequencer.runOnce();
  await sequencer.stop();
}

test('untouched books are intact, beside a running server and without one', async (t) => {
  const { folder, db, stop } = await startData(t);
  await fillBooks(db, folder);
  const beside = await runYiwang(['verify', '--data', folder]);
  assert.equal(beside.said, '● 990102: 1 entries, 1 checkpoints: intact\n● 990103: 2 entries, 1 checkpoints: intact\n');
  assert.equal(beside.code, 0);
  await stop();
  const alone = await runYiwang(['verify', '--data', folder, '--region', '990103'], { LC_ALL: 'zh_CN.UTF-8' });
  assert.equal(alone.said, '● 990103：2 条，1 个检查点：完好\n');
  assert.equal(alone.code, 0);
});

test('a reader that goes away, as head does, changes nothing in how it ends', async (t) => {
  const { folder, db } = await startData(t);
  await fillBooks(db, folder);
  const child = spawn(process.execPath, [main, 'verify', '--data', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(said, '');
  assert.equal(code, 0);
});

test('an entry that was changed by SQL is named, and the exit code is 1', async (t) => {
  const { folder, db } = await startData(t);
  await fillBooks(db, folder);
  const [changed] = await db.query<{ id: string }>(
    `UPDATE ledger.entry SET body = '{"number": 7}' WHERE region = '990103' AND subject = 'case:2' RETURNING id`,
  );
  const { code, said } = await runYiwang(['verify', '--data', folder]);
  assert.equal(code, 1, said);
  assert.match(said, /● 990102: .* intact/);
  assert.match(said, /■ 990103: .* 1 findings/);
  assert.match(said, new RegExp(`entry 1, ${changed?.id}, was altered: body`));
});

test('a folder without data is refused, and nothing is made there', async (t) => {
  const { code, said } = await runYiwang(['verify', '--data', path.join(temporaryFolder(t), 'none')]);
  assert.equal(code, 1);
  assert.match(said, /No data there[\s\S]*--data/);
});
