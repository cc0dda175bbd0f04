import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import assert from 'node:assert/strict';

const main = path.resolve(import.meta.dirname, '../../platform/cli/src/main.ts');

/** `yiwang up` as a process of its own, on its own data folder, killed and started again as a test likes. */
export interface PlatformProcess {
  readonly address: string;
  /** Milliseconds from spawn to the printed address. */
  readonly startedIn: number;
  /** All that it printed so far. */
  output(): string;
  /** SIGKILL to the process itself, as an out-of-memory killer would; gives when it is gone. */
  kill(): Promise<void>;
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
}

export async function startPlatform(folder: string, args: readonly string[] = []): Promise<PlatformProcess> {
  const started = performance.now();
  const child: ChildProcess = spawn(
    process.execPath,
    [main, 'up', '--data', folder, '--port', '0', '--mqtt-port', '0', ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: undefined, LANG: 'C.UTF-8' },
    },
  );
  process.once('exit', () => child.kill('SIGKILL')); // nothing outlives a test that failed
  let printed = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const heard = (chunk: Buffer): void => {
      printed += chunk.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (match !== null) resolve(match[0]);
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
    void exited.then(() => reject(new assert.AssertionError({ message: `up ended without an address:\n${printed}` })));
  });
  return {
    address,
    startedIn: performance.now() - started,
    output: () => printed,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGINT');
      return exited;
    },
  };
}

/** The processes whose working directory or command line is in a data folder: the orphans, when the platform is gone. */
export function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return command.includes(folder) && !command.includes('--test') ? [`${pid}: ${command}`] : [];
      } catch {
        return []; // gone meanwhile
      }
    });
}

/** Waits until `ask` gives something else than undefined. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  milliseconds = 20_000,
): Promise<T> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    assert.ok(performance.now() < until, `waited ${milliseconds} ms in vain: ${what}`);
    await sleep(50);
  }
}
