import { Type, type Static } from 'typebox';
import { Bilingual, Instant, Light, LightCounts, Network, OrganisationPath, RegionCode, Uuid } from './scalar.ts';
import { CaseSummary } from './cases.ts';
import { Sign } from './signs.ts';

/** A thing that happened, for the live list and the map. */
export const LiveEvent = Type.Object({
  id: Type.String(),
  at: Instant,
  kind: Type.Union([Type.Literal('crossing'), Type.Literal('case')]),
  light: Light,
  title: Bilingual,
  region: RegionCode,
  place: Type.String(),
  organisationName: Type.Union([Bilingual, Type.Null()]),
  case: Type.Union([Type.Object({ region: RegionCode, id: Uuid }), Type.Null()]),
});
export type LiveEvent = Static<typeof LiveEvent>;

/** GET /api/screen?region&at: the one screen (一屏), now or at an earlier minute. */
export const Screen = Type.Object({
  at: Instant,
  live: Type.Boolean(),
  signs: Type.Array(Sign),
  signsInBand: Type.Integer(),
  cases: Type.Array(Type.Object({ network: Network, counts: LightCounts })),
  districts: Type.Array(
    Type.Object({
      region: RegionCode,
      counts: LightCounts,
      signs: LightCounts,
      dutyOrganisation: OrganisationPath,
      dutyName: Bilingual,
    }),
  ),
  /** The one thing to act on first, and who can; null when nothing waits. */
  first: Type.Union([
    Type.Object({ case: CaseSummary, overMinutes: Type.Union([Type.Integer(), Type.Null()]) }),
    Type.Null(),
  ]),
  events: Type.Array(LiveEvent),
  /** The book whose checkpoint was last signed. */
  checkpoint: Type.Union([
    Type.Object({ region: RegionCode, size: Type.Integer(), at: Instant, verified: Type.Boolean() }),
    Type.Null(),
  ]),
  calendar: Type.Object({ version: Type.String(), workday: Type.Boolean() }),
});
export type Screen = Static<typeof Screen>;

/** GET /api/timeline?from&to: for the time slider; five-minute steps. */
export const Timeline = Type.Object({
  from: Instant,
  to: Instant,
  stepMinutes: Type.Integer(),
  steps: Type.Array(
    Type.Object({
      at: Instant,
      crossings: Type.Integer(),
      opened: Type.Integer(),
      closed: Type.Integer(),
      over: Type.Integer(),
    }),
  ),
});
export type Timeline = Static<typeof Timeline>;

/**
 * GET /api/live: server-sent events. `id` resumes by Last-Event-ID; `event: batch`, data = LiveBatch. What can't be
 * resumed any more comes as `event: reset`: fetch the screen again.
 */
export const LiveBatch = Type.Object({
  at: Instant,
  signs: Type.Array(
    Type.Object({ region: RegionCode, indicator: Type.String(), value: Type.Number(), at: Instant, light: Light }),
  ),
  things: Type.Array(Type.Object({ id: Uuid, value: Type.Number(), at: Instant, light: Light })),
  events: Type.Array(LiveEvent),
  /** Cases that changed; fetch what is shown of them. */
  cases: Type.Array(Type.Object({ region: RegionCode, id: Uuid })),
});
export type LiveBatch = Static<typeof LiveBatch>;
