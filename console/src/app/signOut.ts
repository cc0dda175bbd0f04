import { send } from '../api/request.ts';

/** Ends the session and loads the page anew, so that nothing of it stays in memory or in the shared connection. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/api/session');
  location.assign('/');
}
