import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import assert from 'node:assert/strict';
import { systemClock } from '@yiwang/clock';
import { appendEntries, openSigningKey, startSequencer } from '@yiwang/ledger';
import { enqueue } from '@yiwang/jobs';
import { runYiwang, startData, temporaryFolder } from './runYiwang.ts';

const region = '990102';

test('a backup under write load is restored elsewhere with all that was acknowledged, its files, its key, and an intact ledger', async (t) => {
  const { folder, db, stop } = await startData(t);
  const home = temporaryFolder(t);
  const key = openSigningKey(path.join(folder, 'keys'), '990100');
  mkdirSync(path.join(folder, 'files', 'ab'), { recursive: true });
  writeFileSync(path.join(folder, 'files', 'ab', 'photo'), 'a picture');
  const sequencer = await startSequencer(db, systemClock, { key, everyMilliseconds: 20 });
  let working = true;
  let acknowledged = 0;
  const writer = (async () => {
    for (let number = 0; working; number++) {
      await db.transaction(async (tx) => {
        await enqueue(tx, { region, queue: 'load', key: String(number), payload: {} });
        const what = { region, kind: 'case.noted', actor: 'account:200001', subject: `case:${number}` };
        await appendEntries(tx, systemClock, [{ ...what, body: { number } }]);
      });
      acknowledged = number + 1;
    }
  })();
  const target = path.join(home, 'backup');
  while (acknowledged < 50) await sleep(10);
  const before = acknowledged;
  const made = await runYiwang(['backup', target, '--data', folder]);
  working = false;
  await writer;
  await sequencer.stop();
  assert.equal(made.code, 0, made.said);
  await stop();

  const other = path.join(home, 'restored');
  const restored = await runYiwang(['restore', target, '--data', other]);
  assert.equal(restored.code, 0, restored.said);
  assert.equal(readFileSync(path.join(other, 'files', 'ab', 'photo'), 'utf8'), 'a picture');
  assert.equal(openSigningKey(path.join(other, 'keys'), '990100').keyId, key.keyId);
  assert.equal(statSync(path.join(other, 'keys', 'ledger.key')).mode & 0o777, 0o600);
  const verified = await runYiwang(['verify', '--data', other]);
  assert.equal(verified.code, 0, verified.said);
  assert.match(verified.said, /● 990102: \d+ entries, \d+ checkpoints.*: intact/);
  const again = await startData(t, other);
  const jobs = await again.db.query<{ count: number; highest: number }>(
    `SELECT count(*) AS count, max(key::int) + 1 AS highest FROM jobs.job`,
  );
  const { count, highest } = jobs[0] ?? { count: 0, highest: 0 };
  assert.equal(count, highest, 'no hole');
  assert.ok(count >= before, `${count} of ${before} acknowledged before the backup`);
  await again.stop();
  t.diagnostic(`${count} of ${acknowledged} rows in the backup`);
});

test('a backup of a platform that does not run starts its server for it; neither command overwrites anything', async (t) => {
  const { folder, stop } = await startData(t);
  await stop();
  const target = path.join(temporaryFolder(t), 'backup');
  const made = await runYiwang(['backup', target, '--data', folder]);
  assert.equal(made.code, 0, made.said);
  const twice = await runYiwang(['backup', target, '--data', folder]);
  assert.equal(twice.code, 1);
  assert.match(twice.said, /is there already/);
  const over = await runYiwang(['restore', target, '--data', folder]);
  assert.equal(over.code, 1);
  assert.match(over.said, /is there already/);
  assert.match((await runYiwang(['backup', path.join(folder, 'b'), '--data', folder])).said, /within the data folder/);
});

test('a damaged file of a backup is named, and nothing is restored', async (t) => {
  const { folder, stop } = await startData(t);
  await stop();
  openSigningKey(path.join(folder, 'keys'), '990100');
  const home = temporaryFolder(t);
  const target = path.join(home, 'backup');
  assert.equal((await runYiwang(['backup', target, '--data', folder])).code, 0);
  appendFileSync(path.join(target, 'files', 'keys', 'ledger.key'), ' ');
  const { code, said } = await runYiwang(['restore', target, '--data', path.join(home, 'restored')]);
  assert.equal(code, 1);
  assert.match(said, /damaged[\s\S]*keys\/ledger\.key/);
  assert.equal(existsSync(path.join(home, 'restored')), false);
});
