import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { LiveBatch } from '@yiwang/contract';
import { openFeed } from './openFeed.ts';
import type { LiveMessage, LiveOrder, LiveState } from './liveMessage.ts';

let state: LiveState = 'connecting';
let lag: number | undefined;
const onState = new Set<() => void>();
const onMessage = new Set<(message: LiveMessage) => void>();
let order: ((what: LiveOrder) => void) | undefined;

/** From the moment the server made the batch to the frame after it was drawn, in ms; a clock that runs ahead counts as 0. */
function measure(batch: LiveBatch): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      lag = Math.max(0, Date.now() - Date.parse(batch.at));
      for (const listener of onState) listener();
    }, 0),
  );
}

function receive(message: LiveMessage): void {
  if (message.kind === 'state') state = message.state;
  for (const listener of onMessage) listener(message);
  if (message.kind === 'state') for (const listener of onState) listener();
  if (message.kind === 'batch') measure(message.batch);
}

/** Joins the connection that all tabs share, or opens an own one where the browser has no SharedWorker. */
export function startLive(): void {
  if (order !== undefined) return order('wake');
  if (typeof SharedWorker === 'undefined') {
    const feed = openFeed(receive);
    order = (what) => (what === 'wake' ? feed.wake() : feed.close());
  } else {
    const worker = new SharedWorker(new URL('./liveWorker.ts', import.meta.url), {
      type: 'module',
      name: 'yiwang-live',
    });
    worker.port.addEventListener('message', (event: MessageEvent<LiveMessage>) => receive(event.data));
    worker.port.start();
    order = (what) => worker.port.postMessage(what);
  }
  window.addEventListener('pagehide', () => order?.('leave'));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  window.addEventListener('online', () => order?.('wake'));
  return undefined;
}

function subscribe(listener: () => void): () => void {
  onState.add(listener);
  return () => onState.delete(listener);
}
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, () => state);
export const useLag = (): number | undefined => useSyncExternalStore(subscribe, () => lag);

export function useLive(handler: (message: LiveMessage) => void): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    const own = (message: LiveMessage): void => run(message);
    onMessage.add(own);
    return () => {
      onMessage.delete(own);
    };
  }, []);
}
