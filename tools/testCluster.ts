import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@yiwang/postgres';

/** One PostgreSQL for all suites of a run; it and its folder go with the run. */
export async function startTestCluster(): Promise<{ socket: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-tests-'));
  const server = await startEmbedded({
    folder,
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return {
    socket: server.socket,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
