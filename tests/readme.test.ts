import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { read, root } from '../tools/sourceFiles.ts';

/** The lines of the ```sh blocks of a page. */
function commandsOf(page: string): string[] {
  return [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap((block) => (block[1] ?? '').split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}

const pages = ['README.md', 'README.zh.md'];
const commands = [...new Set(pages.flatMap(commandsOf))];
const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-readme-'));
const env = {
  ...process.env,
  YIWANG_DATA: path.join(folder, 'data'),
  YIWANG_PORT: '0',
  YIWANG_MQTT_PORT: '0',
  LANG: 'C.UTF-8',
};

/** Starts the command as it stands in the page, waits for the address, looks at the screen, stops it by Ctrl-C. */
async function comesUp(command: string): Promise<void> {
  const child = spawn('sh', ['-c', `exec ${command}`], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const heard = (chunk: Buffer): void => {
      output += chunk.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (match !== null) resolve(match[0]);
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    void exited.then(() => reject(new assert.AssertionError({ message: `it ended without an address:\n${output}` })));
  });
  const page = await fetch(address);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<div id="root"/);
  assert.equal((await fetch(`${address}/ready`)).status, 200);
  child.kill('SIGINT');
  assert.equal(await exited, 0, output);
}

suite('the README', { timeout: 240_000 }, () => {
  test('both languages give the same commands', () => {
    assert.deepEqual(commandsOf('README.md'), commandsOf('README.zh.md'));
  });

  test('every image it shows is there', () => {
    for (const page of pages) {
      for (const [, file = ''] of read(page).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
        assert.ok(existsSync(path.join(root, file)), `${page}: ${file}`);
    }
  });

  for (const command of commands) {
    test(`${command} works as written`, async () => {
      if (/^git clone|^cd /.test(command)) return; // how one came here
      if (command === './yiwang test') {
        assert.ok(process.env['YIWANG_TEST_SOCKET'] !== undefined, 'this very run is that command');
        return;
      }
      if (command.startsWith('./yiwang up')) return comesUp(command);
      const run = spawnSync('sh', ['-c', command], { cwd: root, env, encoding: 'utf8', timeout: 120_000 });
      assert.equal(run.status, 0, `${command}\n${run.stdout}\n${run.stderr}`);
    });
  }

  test('nothing is left behind', () => {
    rmSync(folder, { recursive: true, force: true });
    assert.ok(!existsSync(folder));
  });
});
