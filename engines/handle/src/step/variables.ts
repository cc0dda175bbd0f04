import type { JsonObject } from '../json.ts';
import type { CaseState, Scope } from './caseState.ts';
import { change, type Draft } from './draft.ts';
import { findScope } from './scopeTree.ts';

/** What an expression sees in a scope: its own variables, and those of the scopes around it. */
export function variablesAt(state: Pick<CaseState, 'scopes' | 'variables'>, scope: number): JsonObject {
  const around: Scope[] = [];
  for (let at = findScope(state, scope); at !== undefined; at = findScope(state, at.parent)) around.push(at);
  if (around.length === 0) return state.variables;
  return Object.assign({}, state.variables, ...around.toReversed().map((one) => one.variables));
}

/**
 * Writes variables from within a scope: an instance among several keeps all of them; else each goes to the nearest scope that
 * has one of that name, and to the case where none has.
 */
export function assign(draft: Draft, scope: number, values: JsonObject): void {
  const names = Object.keys(values);
  if (names.length === 0) return;
  draft.conditionsStale = true;
  let rest = values;
  for (let at = findScope(draft.state, scope); at !== undefined; at = findScope(draft.state, at.parent)) {
    const { variables, keeps } = at;
    const own = keeps
      ? rest
      : Object.fromEntries(Object.entries(rest).filter(([name]) => Object.hasOwn(variables, name)));
    if (Object.keys(own).length > 0) replaceScope(draft, { ...at, variables: { ...variables, ...own } });
    if (keeps) return;
    rest = Object.fromEntries(Object.entries(rest).filter(([name]) => !Object.hasOwn(own, name)));
  }
  if (Object.keys(rest).length > 0) change(draft, { variables: { ...draft.state.variables, ...rest } });
}

export function replaceScope(draft: Draft, scope: Scope): void {
  change(draft, { scopes: draft.state.scopes.map((one) => (one.id === scope.id ? scope : one)) });
}
