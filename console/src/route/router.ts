import { useSyncExternalStore } from 'react';

/** Each address of the console. */
export type Route =
  | { readonly at: 'screen' }
  | { readonly at: 'cases' }
  | { readonly at: 'workload' }
  | { readonly at: 'case'; readonly region: string; readonly id: string }
  | { readonly at: 'openCase'; readonly app: string; readonly process: string }
  | { readonly at: 'reports' }
  | { readonly at: 'report'; readonly id: string }
  | { readonly at: 'compare' }
  | { readonly at: 'rules' }
  | { readonly at: 'rule'; readonly code: string }
  | { readonly at: 'processes' }
  | { readonly at: 'process'; readonly app: string; readonly process: string }
  | { readonly at: 'signs' }
  | { readonly at: 'sign'; readonly indicator: string }
  | { readonly at: 'ledger' }
  | { readonly at: 'field' }
  | { readonly at: 'fieldTask'; readonly region: string; readonly id: string }
  | { readonly at: 'apiDocs' }
  | { readonly at: 'unknown' };

export function routeOf(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, second, third] = parts;
  if (parts.length > 3) return { at: 'unknown' };
  if (first === undefined) return { at: 'screen' };
  if (parts.length === 1) {
    if (first === 'rules' || first === 'processes') return { at: first };
    if (first === 'workload' || first === 'cases' || first === 'signs' || first === 'ledger' || first === 'field')
      return { at: first };
    if (first === 'reports') return { at: 'reports' };
    return first === 'api-docs' ? { at: 'apiDocs' } : { at: 'unknown' };
  }
  if (second === undefined) return { at: 'unknown' };
  if (first === 'reports' && third === undefined) {
    return second === 'compare' ? { at: 'compare' } : { at: 'report', id: decodeURIComponent(second) };
  }
  if (first === 'rules' && third === undefined) return { at: 'rule', code: decodeURIComponent(second) };
  if (first === 'signs' && third === undefined) return { at: 'sign', indicator: decodeURIComponent(second) };
  if (third === undefined) return { at: 'unknown' };
  if (first === 'cases') return { at: 'case', region: second, id: third };
  if (first === 'processes')
    return { at: 'process', app: decodeURIComponent(second), process: decodeURIComponent(third) };
  if (first === 'open') return { at: 'openCase', app: decodeURIComponent(second), process: decodeURIComponent(third) };
  return first === 'field' ? { at: 'fieldTask', region: second, id: third } : { at: 'unknown' };
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
window.addEventListener('popstate', tell);

export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', href);
  else history.replaceState(null, '', href);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHref = (): string => useSyncExternalStore(subscribe, () => location.pathname + location.search);
export const useRoute = (): Route => routeOf(useHref().split('?')[0] ?? '/');
export const useSearch = (): URLSearchParams => new URLSearchParams(useHref().split('?')[1] ?? '');

/** Changes parameters of the present address; undefined or '' takes one away. */
export function setSearch(
  change: Readonly<Record<string, string | undefined>>,
  how: 'push' | 'replace' = 'replace',
): void {
  const search = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === '') search.delete(key);
    else search.set(key, value);
  }
  const text = search.toString();
  go(location.pathname + (text === '' ? '' : `?${text}`), how);
}
