import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { holdServer, isHeld, scratch, untilGone } from './fixtures/otherProcess.ts';
import { fromPs, processState } from './processState.ts';
import { startEmbedded } from './startEmbedded.ts';

/** A stopped cluster with a lock file that names a pid. */
async function lockedBy(t: TestContext, pid: number): Promise<string> {
  const folder = scratch(t);
  const server = await startEmbedded({ folder });
  const lock = path.join(folder, 'pg/postmaster.pid');
  const lines = readFileSync(lock, 'utf8').split('\n');
  await server.stop();
  writeFileSync(lock, [String(pid), ...lines.slice(1)].join('\n'));
  writeFileSync(path.join(folder, 'socket/.s.PGSQL.5432.lock'), `${pid}\n`); // a killed server leaves this one too
  return folder;
}

async function startsAgain(folder: string): Promise<void> {
  const server = await startEmbedded({ folder });
  await server.stop();
}

suite('the lock of a data folder', () => {
  test('a second process is told at once who has the folder, and the first is not disturbed', async (t) => {
    const folder = scratch(t);
    const first = await holdServer(folder);
    assert.ok(isHeld(first), JSON.stringify(first));
    const since = performance.now();
    await assert.rejects(startEmbedded({ folder }), (error) => {
      assert.ok(isFault(error, 'postgres.dataFolderInUse'));
      assert.equal(error.params['pid'], first.pid);
      return true;
    });
    assert.ok(performance.now() - since < 3000);
    assert.ok(processState(first.pid).alive);
    first.process.stdin?.end();
    await untilGone(first.pid);
  });

  test('of two processes that make the same cluster at once one gets it and the other a fault', async (t) => {
    const folder = scratch(t);
    const answers = await Promise.all([holdServer(folder), holdServer(folder)]);
    const held = answers.filter(isHeld);
    const refused = answers.filter((answer) => !isHeld(answer));
    assert.equal(held.length, 1, JSON.stringify(answers.map((answer) => ({ ...answer, process: null }))));
    assert.ok(refused[0] && 'fault' in refused[0] && refused[0].fault === 'postgres.dataFolderInUse');
    held[0]?.process.stdin?.end();
    await untilGone(held[0]?.pid ?? 0);
  });

  test('a lock of a dead process does not matter', async (t) => {
    const child = spawn('true');
    await new Promise((resolve) => child.once('exit', resolve));
    await startsAgain(await lockedBy(t, child.pid ?? 0));
  });

  test('a lock whose pid is another program’s by now is removed', async (t) => {
    await startsAgain(await lockedBy(t, process.pid));
  });

  test('a lock of a zombie is removed', async (t) => {
    // The child ends when the shell has become `sleep`, which waits for nobody; before that the shell might still reap it.
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    t.after(() => parent.kill('SIGKILL'));
    const pid = Number(
      await new Promise((resolve) => parent.stdout.once('data', (line: Buffer) => resolve(String(line)))),
    );
    await sleep(1500);
    assert.doesNotThrow(() => process.kill(pid, 0), 'the zombie is still there');
    await startsAgain(await lockedBy(t, pid));
  });

  test('ps tells the same of a process as /proc', () => {
    const state = fromPs(process.pid);
    assert.ok(state.alive && state.command.includes('node'));
    assert.deepEqual(fromPs(2 ** 30), { alive: false });
  });
});
