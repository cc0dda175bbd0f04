import { isDeepStrictEqual } from 'node:util';
import { serverFaults as faults } from '../faults.ts';
import { findSession } from '../identity/findSession.ts';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';

/** Tabs, a wall and a phone of one person; more is a page that reconnects in a loop. */
const mostOfOneAccount = 20;

/** GET /api/live: what changes, as server-sent events. */
export function addLiveRoute(http: Http, { db, clock, live, access }: Platform): void {
  http.get(
    '/api/live',
    {
      config: { action: 'screen.read' },
      schema: {
        summary: 'Server-sent events: LiveBatch',
        tags: ['screen'],
      },
    },
    async (request, reply) => {
      const who = signedInOf(request);
      if (live.connectionsOf(who.account) >= mostOfOneAccount) throw faults.tooManyLive({ limit: mostOfOneAccount });
      const token = request.sessionToken;
      reply.hijack();
      const { raw } = reply;
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) raw.setHeader(name, value);
      }
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 2000\n\n');
      const header = request.headers['last-event-id'];
      const leave = live.join({
        account: who.account,
        sight: {
          region: access.seesRegion(who, 'screen.read'),
          case: (place) => access.may(who, 'case.read', place),
        },
        // Other rights since: the connection ends, and the one that follows sees by the new ones.
        stillOpen: async () =>
          token !== undefined && isDeepStrictEqual({ ...(await findSession(db, clock, token)) }, { ...who }),
        lastEventId: typeof header === 'string' && header.length <= 80 ? header : undefined,
        pipe: {
          get waiting() {
            return raw.writableLength;
          },
          write: (text) => void raw.write(text),
          end: () => void raw.end(),
          cut: () => void raw.destroy(),
        },
      });
      raw.on('close', leave);
      raw.on('error', leave);
      if (raw.destroyed) leave(); // hung up while the session was looked up: it won't say so again
    },
  );
}
