import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { keys, type KeyId } from './keys.ts';

const handlers = new Map<KeyId, () => void>();
const listeners = new Set<() => void>();
let present: readonly KeyId[] = [];
let first = '';
let firstAt = 0;

function changed(): void {
  present = [...handlers.keys()];
  for (const listener of listeners) listener();
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, [role="option"], summary') !== null;
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"], [type="range"]), textarea, select') !== null;

function pressOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}

/** Two-step keys (`g c`) must follow within 1.2 s. A focused button keeps its own Enter and Space. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const press = pressOf(event);
  if (!press.startsWith('Ctrl+') && (isTyping(event.target) || document.querySelector('dialog[open]') !== null)) return;
  if ((press === 'Enter' || press === 'Space') && isControl(event.target)) return;
  const both = event.timeStamp - firstAt < 1200 ? `${first} ${press}` : press;
  first = press;
  firstAt = event.timeStamp;
  for (const wanted of new Set([both, press])) {
    const id = present.findLast((candidate) => keys[candidate].press === wanted);
    if (id === undefined) continue;
    event.preventDefault();
    first = '';
    handlers.get(id)?.();
    return;
  }
}
window.addEventListener('keydown', onKeyDown);

/** Gives a key its meaning while the caller is on screen. */
export function useKey(id: KeyId, handler: () => void, active = true): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!active) return undefined;
    const own = (): void => run();
    handlers.set(id, own);
    changed();
    return () => {
      if (handlers.get(id) === own) handlers.delete(id);
      changed();
    };
  }, [id, active]);
}

/** The keys that mean something on this screen now. */
export function usePresentKeys(): readonly KeyId[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => present,
  );
}
