import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connectionConfig, type DatabaseOptions } from './connectionConfig.ts';
import { connectionFault, isConnectionLost } from './connectionFault.ts';

/** Waits between tries to listen again, in ms: soon at first, then without pressing a server that is down. */
const firstWait = 50;
const longestWait = 2000;

/**
 * Listens on a connection of its own. After a lost connection it listens again by itself, and calls `resumed`, for what
 * was sent meanwhile is not heard: the caller looks at its tables once.
 * @throws postgres.unreachable when the first connection fails
 */
export async function listen(
  options: DatabaseOptions,
  channel: string,
  heard: (payload: string) => void,
  resumed: () => void = () => undefined,
): Promise<() => Promise<void>> {
  const stopped = new AbortController();
  let current: pg.Client | undefined;

  const connect = async (): Promise<void> => {
    const client = new pg.Client(connectionConfig(options));
    client.on('error', () => undefined); // told by 'end' too
    try {
      await client.connect();
      client.on('notification', (message) => heard(message.payload ?? ''));
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined); // was never open, or is gone
      throw error;
    }
    if (stopped.signal.aborted) return client.end();
    current = client;
    client.once('end', () => {
      current = undefined;
      if (!stopped.signal.aborted) void again();
    });
  };

  const again = async (): Promise<void> => {
    for (let wait = firstWait; !stopped.signal.aborted; wait = Math.min(wait * 2, longestWait)) {
      try {
        await sleep(wait, undefined, { ref: false, signal: stopped.signal });
        await connect();
        return resumed();
      } catch (error) {
        if (!stopped.signal.aborted && !isConnectionLost(error)) throw error;
      }
    }
  };

  await connect().catch((error: unknown) => {
    throw connectionFault(error);
  });
  return async () => {
    stopped.abort();
    await current?.end();
  };
}
