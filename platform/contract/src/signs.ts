import { Type, type Static } from 'typebox';
import { Comparator, RowId } from './reports.ts';
import { Bilingual, Code, Instant, Light, RegionCode, Uuid } from './scalar.ts';

/** A vital sign (体征) of a district or of the city, now or at an earlier minute. */
export const Sign = Type.Object({
  indicator: Code,
  name: Bilingual,
  unit: Type.String(),
  region: RegionCode,
  value: Type.Union([Type.Number(), Type.Null()]),
  decimals: Type.Integer(),
  at: Type.Union([Instant, Type.Null()]),
  light: Light,
  band: Type.Object({ low: Type.Union([Type.Number(), Type.Null()]), high: Type.Union([Type.Number(), Type.Null()]) }),
  /** `report`: the row of the work report that the target was read in, where that report is kept. */
  target: Type.Optional(
    Type.Object({
      value: Type.Number(),
      comparator: Type.Optional(Comparator),
      text: Bilingual,
      source: Bilingual,
      report: Type.Optional(Type.Object({ id: Uuid, row: RowId })),
    }),
  ),
  simulated: Type.Boolean(),
  /** The last hours in equal steps, oldest first; null where nothing was measured. */
  spark: Type.Array(Type.Union([Type.Number(), Type.Null()])),
  organisation: Type.String(),
});
export type Sign = Static<typeof Sign>;

/** ?region&at: a region, one's own unless told, now or at an earlier minute. */
export const WhenQuery = Type.Object(
  { region: Type.Optional(RegionCode), at: Type.Optional(Instant) },
  { additionalProperties: false },
);

/** ?region&from&to */
export const SpanQuery = Type.Object(
  { region: Type.Optional(RegionCode), from: Type.Optional(Instant), to: Type.Optional(Instant) },
  { additionalProperties: false },
);

/** GET /api/signs?region&at */
export const SignList = Type.Object({ at: Instant, signs: Type.Array(Sign) });
export type SignList = Static<typeof SignList>;

/** GET /api/signs/:indicator?at answers a SignList too: the sign in the city and in each district that one may see. */
export const SignSeriesPath = Type.Object({ indicator: Code });

/** GET /api/signs/:indicator/series?region&from&to */
export const SignSeries = Type.Object({
  indicator: Code,
  region: RegionCode,
  points: Type.Array(Type.Object({ at: Instant, mean: Type.Number(), min: Type.Number(), max: Type.Number() })),
});
export type SignSeries = Static<typeof SignSeries>;

/** GET /api/things?at: what stands on the map; x and y in map units of City.map. */
export const MapThing = Type.Object({
  id: Uuid,
  region: RegionCode,
  name: Bilingual,
  kind: Code,
  indicator: Code,
  longitude: Type.Number(),
  latitude: Type.Number(),
  x: Type.Number(),
  y: Type.Number(),
  value: Type.Union([Type.Number(), Type.Null()]),
  unit: Type.String(),
  at: Type.Union([Instant, Type.Null()]),
  light: Light,
  simulated: Type.Boolean(),
});
export type MapThing = Static<typeof MapThing>;
export const ThingList = Type.Object({ at: Instant, things: Type.Array(MapThing) });
export type ThingList = Static<typeof ThingList>;
