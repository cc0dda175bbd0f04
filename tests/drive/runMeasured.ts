import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where `./yiwang` keeps what Node compiled. */
const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/node');
const main = path.resolve(import.meta.dirname, '../../platform/cli/src/main.ts');

/** How a command went, in a process of its own. */
export interface Measured {
  readonly code: number | null;
  /** Lines of its standard output; they are counted and not kept. */
  readonly lines: number;
  readonly complaint: string;
  readonly seconds: number;
  /** Its peak of resident memory as the kernel tells it; 0 where there is no /proc. */
  readonly megabytes: number;
}

export function runMeasured(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_COMPILE_CACHE: cache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lines = 0;
  let complaint = '';
  let peak = 0;
  child.stdout.on('data', (piece: Buffer) => {
    for (const byte of piece) if (byte === 10) lines += 1;
  });
  child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()));
  const status = `/proc/${child.pid}/status`;
  const look = setInterval(() => {
    const kilobytes = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
    peak = Math.max(peak, Number(kilobytes ?? 0));
  }, 20);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - started) / 1000;
      resolve({ code, lines, complaint, seconds, megabytes: peak / 1024 });
    });
  });
}
