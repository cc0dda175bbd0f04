import { Screen, SpanQuery, Timeline, WhenQuery } from '@yiwang/contract';
import { serverFaults as faults } from '../faults.ts';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { readScreen } from '../screen/readScreen.ts';
import { readTimeline } from '../screen/readTimeline.ts';
import { readSpan, readWhen } from '../when.ts';

const mostTimelineDays = 7;

/** The one screen (一屏) and its time slider. */
export function addScreenRoutes(http: Http, platform: Platform): void {
  const { db, clock, city, access } = platform;
  http.get(
    '/api/screen',
    {
      config: { action: 'screen.read' },
      schema: {
        summary: 'The one screen (一屏), now or at an earlier minute',
        querystring: WhenQuery,
        response: { 200: Screen },
        tags: ['screen'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { region = who.region } = request.query;
      access.require(request, who, 'screen.read', { region, organisation: who.organisation });
      const at = readWhen(request.query.at, clock);
      const rows = (alias: string, first: number) => access.rows(who, 'case.read', alias, first);
      return readScreen(platform, { region, at, rows });
    },
  );
  http.get(
    '/api/timeline',
    {
      config: { action: 'screen.read' },
      schema: {
        summary: 'What happened, in steps, for the time slider',
        querystring: SpanQuery,
        response: { 200: Timeline },
        tags: ['screen'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { region = who.region } = request.query;
      access.require(request, who, 'screen.read', { region, organisation: who.organisation });
      const { from, to } = readSpan(request.query, clock, { hours: 6 });
      if (to.getTime() - from.getTime() > mostTimelineDays * 86_400_000) {
        throw faults.badRequest({
          where: 'querystring',
          reason: `a timeline has ${mostTimelineDays} days at the most`,
        });
      }
      const pattern = region === city.code ? `${region.slice(0, 4)}%` : region;
      const rows = (alias: string, first: number) => access.rows(who, 'case.read', alias, first);
      return readTimeline(db, pattern, from, to, rows);
    },
  );
}
