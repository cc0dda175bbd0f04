import type { CaseState, Scope } from './caseState.ts';

export function findScope(state: Pick<CaseState, 'scopes'>, id: number): Scope | undefined {
  return state.scopes.find((scope) => scope.id === id);
}

/** The scope and all inside it, however deep. */
export function scopesWithin(state: Pick<CaseState, 'scopes'>, id: number): ReadonlySet<number> {
  const found = new Set([id]);
  // A scope is opened after the one around it, so that its id is larger.
  for (const scope of state.scopes) if (found.has(scope.parent)) found.add(scope.id);
  return found;
}

/** Ids of the scopes around one, from the inside out, itself first and the case last. */
export function scopesAround(state: Pick<CaseState, 'scopes'>, id: number): readonly number[] {
  const ids: number[] = [id];
  for (let at = state.scopes.find((one) => one.id === id); at !== undefined;) {
    const { parent } = at;
    ids.push(parent);
    at = state.scopes.find((one) => one.id === parent);
  }
  return ids;
}

/** The token outside an activity that carries a scope of it, through the scopes of its instances. */
export function outermostCarrier(state: Pick<CaseState, 'scopes' | 'tokens'>, scope: number): number {
  for (let at = state.scopes.find((one) => one.id === scope); at !== undefined;) {
    const token = state.tokens.find((one) => one.id === at?.token);
    const around = state.scopes.find((one) => one.id === token?.scope);
    if (around === undefined || around.element !== at.element || (around.role !== 'loop' && around.role !== 'instance'))
      return at.token;
    at = around;
  }
  return 0;
}

/** Whether a token is one instance of an activity, or inside its mappings; boundary events stand on the token outside. */
export function isInner(
  state: Pick<CaseState, 'scopes'>,
  token: { readonly scope: number; readonly element: string },
): boolean {
  const scope = findScope(state, token.scope);
  return scope !== undefined && scope.element === token.element && (scope.role === 'instance' || scope.role === 'loop');
}
