import { setTimeout as wait } from 'node:timers/promises';
import type { Http } from './http.ts';

/** Stops accepting, lets requests under way finish, and hangs up on those that take longer than the time given. */
export async function closeWithin(http: Http, milliseconds: number): Promise<void> {
  const patience = new AbortController();
  const impatient = wait(milliseconds, undefined, { signal: patience.signal }).then(
    () => http.server.closeAllConnections(),
    () => undefined, // aborted: everything had ended by itself
  );
  // A connection that was busy when closing began is kept alive by its client, so idle ones are looked for again.
  const tidying = setInterval(() => http.server.closeIdleConnections(), 50);
  await http.close();
  clearInterval(tidying);
  patience.abort();
  await impatient;
}
