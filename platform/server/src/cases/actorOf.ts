import type { Actor } from '@yiwang/handle';
import type { SignedIn } from '../identity/principal.ts';

/** Somebody signed in, as the case engine names who acts. */
export function actorOf({ account, organisation, roles }: SignedIn): Actor {
  return { actor: `account:${account}`, organisation, roles };
}
