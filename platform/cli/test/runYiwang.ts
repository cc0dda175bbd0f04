import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { migrate, openDatabase, startEmbedded, type Database } from '@yiwang/postgres';
import { serverMigrations } from '@yiwang/server';

export const main = path.resolve(import.meta.dirname, '../src/main.ts');

export interface Ran {
  readonly code: number | null;
  /** What it printed, both streams. */
  readonly said: string;
}

/** Runs a command as a process of its own, in English unless told, and without a DATABASE_URL. */
export function runYiwang(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { ...process.env, DATABASE_URL: '', LC_ALL: 'C.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** A temporary folder that goes with the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface RunningData {
  /** For --data. */
  readonly folder: string;
  readonly db: Database;
  /** Stops the server; its folder stays until the test ends. */
  readonly stop: () => Promise<void>;
}

/** A data folder with its server running, migrated as `up` does it. */
export async function startData(t: TestContext, folder = path.join(temporaryFolder(t), 'data')): Promise<RunningData> {
  const server = await startEmbedded({ folder, settings: { fsync: 'off' } });
  const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= db.close().then(() => server.stop()));
  t.after(stop);
  await migrate(db, serverMigrations);
  return { folder, db, stop };
}
