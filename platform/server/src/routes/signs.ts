import { SignList, SignSeries, SignSeriesPath, SpanQuery, ThingList, WhenQuery } from '@yiwang/contract';
import { findSeries, findThingsState } from '@yiwang/vitals';
import { serverFaults as faults } from '../faults.ts';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { findTargetReports } from '../signs/findTargetReports.ts';
import { listSigns } from '../signs/listSigns.ts';
import { readSpan, readWhen } from '../when.ts';

/** As many points as a chart of a page's width can show. */
const seriesPoints = 240;

/** Vital signs (体征), their series, and the things on the map. */
export function addSignRoutes(http: Http, { db, clock, city, access, indicators }: Platform): void {
  http.get(
    '/api/signs',
    {
      config: { action: 'screen.read' },
      schema: {
        summary: 'The vital signs (体征) of a region',
        querystring: WhenQuery,
        response: { 200: SignList },
        tags: ['signs'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { region = who.region } = request.query;
      access.require(request, who, 'screen.read', { region, organisation: who.organisation });
      const at = readWhen(request.query.at, clock);
      const reports = await findTargetReports(db, city.code, indicators);
      return {
        at: (at ?? clock.now()).toISOString(),
        signs: await listSigns(db, clock, region, { indicators, simulated: city.simulated, at, reports }),
      };
    },
  );

  http.get(
    '/api/signs/:indicator',
    {
      config: { action: 'screen.read' },
      schema: {
        summary: 'One sign in the city and each district',
        params: SignSeriesPath,
        querystring: WhenQuery,
        response: { 200: SignList },
        tags: ['signs'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const own = indicators.filter(({ code }) => code === request.params.indicator);
      if (own.length === 0) throw faults.notFound({ what: request.params.indicator });
      const at = readWhen(request.query.at, clock);
      const reports = await findTargetReports(db, city.code, own);
      const options = { indicators: own, simulated: city.simulated, at, reports };
      const sees = access.seesRegion(who, 'screen.read');
      const regions = [city.code, ...city.regions.map(({ code }) => code)].filter(sees);
      const signs = await Promise.all(regions.map((region) => listSigns(db, clock, region, options)));
      return { at: (at ?? clock.now()).toISOString(), signs: signs.flat() };
    },
  );

  http.get(
    '/api/signs/:indicator/series',
    {
      config: { action: 'screen.read' },
      schema: {
        summary: 'A sign over time',
        params: SignSeriesPath,
        querystring: SpanQuery,
        response: { 200: SignSeries },
        tags: ['signs'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { indicator } = request.params;
      if (!indicators.some(({ code }) => code === indicator)) throw faults.notFound({ what: indicator });
      const { region = who.region } = request.query;
      access.require(request, who, 'screen.read', { region, organisation: who.organisation });
      const { from, to } = readSpan(request.query, clock, { hours: 24 });
      const points = await findSeries(db, region, indicator, from, to, seriesPoints);
      return {
        indicator,
        region,
        points: points.flatMap(({ at, mean, min, max }) =>
          mean === null || min === null || max === null ? [] : [{ at: at.toISOString(), mean, min, max }],
        ),
      };
    },
  );

  http.get(
    '/api/things',
    {
      config: { action: 'screen.read' },
      schema: {
        summary: 'The stations on the map with their values',
        querystring: WhenQuery,
        response: { 200: ThingList },
        tags: ['signs'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { region = who.region } = request.query;
      access.require(request, who, 'screen.read', { region, organisation: who.organisation });
      const at = readWhen(request.query.at, clock);
      const states = await findThingsState(db, clock, region, at === undefined ? {} : { at });
      const shares = new Set(indicators.filter(({ aggregation }) => aggregation === 'share').map(({ code }) => code));
      const units = new Map(indicators.map(({ code, unit }) => [code, unit]));
      return {
        at: (at ?? clock.now()).toISOString(),
        things: states
          .filter(({ indicator }) => !shares.has(indicator))
          .map((thing) => {
            const [x, y] = city.map.place(thing.region, thing.longitude, thing.latitude);
            return {
              id: thing.id,
              region: thing.region,
              name: thing.name,
              kind: thing.kind,
              indicator: thing.indicator,
              longitude: thing.longitude,
              latitude: thing.latitude,
              x,
              y,
              value: thing.value,
              unit: units.get(thing.indicator) ?? '',
              at: thing.at?.toISOString() ?? null,
              light: thing.light,
              simulated: thing.simulated,
            };
          }),
      };
    },
  );
}
