import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findSetpriv } from './guardedSpawn.ts';
import { holdServer, isHeld, scratch, untilGone } from './fixtures/otherProcess.ts';

suite('the death of the parent', () => {
  for (const guard of ['setpriv', 'watchdog']) {
    const skip = guard === 'setpriv' && findSetpriv() === undefined ? 'no setpriv on this machine' : false;
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      test(`${signal} of the parent ends its server by ${guard} within a second, in order`, { skip }, async (t) => {
        const folder = scratch(t);
        const held = await holdServer(folder, guard);
        assert.ok(isHeld(held), JSON.stringify(held));
        held.process.kill(signal);
        const ms = await untilGone(held.pid);
        assert.ok(ms < 1000, `took ${ms} ms`);
        assert.ok(!existsSync(path.join(folder, 'pg/postmaster.pid')));
        assert.match(readFileSync(path.join(folder, 'postgres.log'), 'utf8'), /database system is shut down/);
      });
    }
    test(`an orderly stop under ${guard} leaves no process behind`, { skip }, async (t) => {
      const held = await holdServer(scratch(t), guard);
      assert.ok(isHeld(held), JSON.stringify(held));
      held.process.stdin?.end();
      await new Promise((resolve) => held.process.once('exit', resolve));
      assert.ok((await untilGone(held.pid, 10)) < 10);
    });
  }

  test('a new process may start the cluster while the killed one’s server still goes down', async (t) => {
    const folder = scratch(t);
    const held = await holdServer(folder);
    assert.ok(isHeld(held), JSON.stringify(held));
    held.process.kill('SIGKILL');
    const next = await holdServer(folder);
    assert.ok(isHeld(next), JSON.stringify(next));
    next.process.kill('SIGKILL');
    await untilGone(next.pid);
  });
});
