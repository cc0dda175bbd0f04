import { openFeed, type Feed } from './openFeed.ts';
import type { LiveMessage, LiveOrder, LiveState } from './liveMessage.ts';

/** One connection for all tabs: seven tabs with their own would use up the six that HTTP/1.1 allows and hang. */
const ports = new Set<MessagePort>();
let feed: Feed | undefined;
let state: LiveState = 'connecting';

function tell(message: LiveMessage): void {
  if (message.kind === 'state') state = message.state;
  for (const port of ports) port.postMessage(message);
}

self.addEventListener('connect', (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  if (port === undefined) return;
  ports.add(port);
  port.addEventListener('message', (order: MessageEvent<LiveOrder>) => {
    if (order.data === 'wake') feed?.wake();
    else ports.delete(port);
    if (ports.size > 0) return;
    feed?.close();
    feed = undefined;
  });
  port.start();
  feed ??= openFeed(tell);
  const hello: LiveMessage = { kind: 'state', state };
  port.postMessage(hello);
});
