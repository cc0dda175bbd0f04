import type { LiveMessage } from './liveMessage.ts';

export interface Feed {
  readonly wake: () => void;
  readonly close: () => void;
}

/**
 * One EventSource on /api/live. The browser reconnects by itself with Last-Event-ID, but gives up for good when it is
 * answered with an error (401 after a session's end, 503 in a restart): then we start anew after 3 s.
 */
export function openFeed(tell: (message: LiveMessage) => void): Feed {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let broken = false;

  function start(): void {
    clearTimeout(timer);
    source?.close();
    const opened = new EventSource('/api/live');
    source = opened;
    opened.addEventListener('open', () => {
      tell({ kind: 'state', state: 'live' });
      if (broken) tell({ kind: 'reset' });
      broken = false;
    });
    opened.addEventListener('error', () => {
      tell({ kind: 'state', state: 'offline' });
      if (opened.readyState !== EventSource.CLOSED) return;
      broken = true;
      timer = setTimeout(start, 3000);
    });
    opened.addEventListener('batch', (event: MessageEvent<string>) =>
      tell({ kind: 'batch', batch: JSON.parse(event.data) }),
    );
    opened.addEventListener('reset', () => tell({ kind: 'reset' }));
  }
  start();
  return {
    wake: () => {
      if (source?.readyState !== EventSource.OPEN) start();
    },
    close: () => {
      clearTimeout(timer);
      source?.close();
    },
  };
}
