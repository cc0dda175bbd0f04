import type { Token } from './caseState.ts';
import { checkRoom } from './checkRoom.ts';
import { change, takeId, type Draft } from './draft.ts';

/** A token comes to rest at a node. */
export function rest(draft: Draft, element: string, scope: number, via: string | null): Token {
  checkRoom(draft.state, 'tokens');
  const token: Token = { id: takeId(draft), scope, element, via, since: draft.at, state: 'live', got: [] };
  change(draft, { tokens: [...draft.state.tokens, token] });
  return token;
}
