import { spawn } from 'node:child_process';
import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from './embedded/startEmbedded.ts';

/** A cluster for tests: fast and without any promise of durability. */
export interface TestCluster {
  /** For YIWANG_TEST_SOCKET. */
  readonly socket: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  shared_buffers: '32MB',
  max_connections: '300',
};

/** Waits for its input to close, then for the server's end, then removes the folder. */
const janitor = `read -r _; n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 200 ]; do sleep 0.05; n=$((n+1)); done; rm -rf -- "$2"`;

/** Bytes that a run of all suites may need in memory. */
const room = 2 ** 30;

/** In memory where there is room: a database is cloned in 0.6 of the time there. */
function fastFolder(): string {
  if (process.platform !== 'linux') return tmpdir();
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize >= room ? '/dev/shm' : tmpdir();
}

/** Starts a cluster that goes with its folder when it is stopped, and also when this process crashes or is killed. */
export async function startTestCluster(under = fastFolder()): Promise<TestCluster> {
  const folder = mkdtempSync(path.join(under, 'yiwang-test-'));
  const server = await startEmbedded({ folder, settings });
  const cleaner = spawn('/bin/sh', ['-c', janitor, 'sh', String(server.pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  cleaner.unref();
  if ('unref' in cleaner.stdin && typeof cleaner.stdin.unref === 'function') cleaner.stdin.unref();
  return {
    socket: server.socket,
    pid: server.pid,
    async stop() {
      await server.stop();
      const cleaned = new Promise((resolve) => cleaner.once('exit', resolve));
      cleaner.ref();
      cleaner.stdin.end();
      await cleaned;
    },
  };
}
