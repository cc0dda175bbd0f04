import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { processState } from './embedded/processState.ts';
import { startTestCluster } from './testCluster.ts';

const program = `
  const { startTestCluster } = await import(${JSON.stringify(new URL('./testCluster.ts', import.meta.url).href)});
  const cluster = await startTestCluster();
  console.log(JSON.stringify({ socket: cluster.socket, pid: cluster.pid }));
  setInterval(() => undefined, 1000);
  if (process.argv[1] === 'throw') setTimeout(() => { throw new TypeError('a test crashed'); }, 10);
`;

async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 400 && !holds(); n++) await sleep(10);
  assert.ok(holds());
}

suite('the cluster of a test run', () => {
  test('it goes with its folder when stopped', async () => {
    const cluster = await startTestCluster();
    assert.ok(existsSync(cluster.socket));
    await cluster.stop();
    assert.ok(!processState(cluster.pid).alive);
    assert.ok(!existsSync(path.dirname(cluster.socket)));
  });

  for (const end of ['kill', 'throw']) {
    test(`it goes with its folder when its process ends by ${end}`, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, end], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const line = await new Promise<string>((resolve) =>
        createInterface({ input: child.stdout }).once('line', resolve),
      );
      const { socket, pid } = JSON.parse(line) as { socket: string; pid: number };
      if (end === 'kill') child.kill('SIGKILL');
      await until(() => !processState(pid).alive);
      await until(() => !existsSync(path.dirname(socket)));
    });
  }
});
