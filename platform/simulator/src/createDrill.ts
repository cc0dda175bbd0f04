import type { Clock } from '@yiwang/clock';
import type { Datastream, Observation, Thing } from '@yiwang/sense';
import type { Change } from '@yiwang/vitals';
import { drillStations, type DrillRegion, type Station } from './drillThings.ts';
import { quietValue } from './quietValue.ts';
import { floodAt, rainAt, type Storm } from './storm.ts';

export interface DrillOptions {
  /** The same seed, regions and times give the same drill. */
  readonly seed: number;
  readonly regions: readonly DrillRegion[];
  /** Read once, for the start of the story, and when a point is handled. */
  readonly clock: Clock;
  /** Values a second, over all stations in turn; 200 unless told. */
  readonly ratePerSecond?: number;
  /** Where the storm comes; the first region unless told. */
  readonly storyRegion?: string;
  /** From the start until the water leaves its band; 40 unless told. */
  readonly storyAfterSeconds?: number;
  /** The upper limit of the band that the water leaves, in metres; 0.15 unless told. */
  readonly storyLimit?: number;
  /** Until the water falls by itself when nobody handles it; 30 unless told. */
  readonly storyMinutes?: number;
  /** Path of the organisation that answers for a kind of station; `drill` unless told. */
  readonly organisationOf?: (kind: string, region: string) => string;
}

/** A seeded city feed for drills (演练); everything in it is marked as simulated. */
export interface Drill {
  readonly things: readonly Thing[];
  readonly datastreams: readonly Datastream[];
  /** The point whose water will leave its band. */
  readonly storyThing: string;
  /** What came since the last call, up to `at`; after a pause the last five seconds only. */
  next(at: Date): Observation[];
  /** Quiet values of the past, from `from` until before `to`, each station once in `stepSeconds` (300 unless told). */
  backfill(from: Date, to: Date, stepSeconds?: number): Observation[];
  /** The same values by thing and observed property, as the signs take them. */
  changesOf(observations: readonly Observation[]): Change[];
  /** Someone has seen to this thing: where the story is on, it ends. */
  handled(thing: string): void;
}

const mostCatchUpMs = 5000;
/** Stays below a band's common limit of 30 mm/h: the drill is about the water. */
const heaviestRain = 24;

export function createDrill(options: DrillOptions): Drill {
  const { seed, regions, clock, ratePerSecond = 200, storyLimit = 0.15, organisationOf = () => 'drill' } = options;
  const stations = drillStations(seed, regions, organisationOf);
  const storyRegion = options.storyRegion ?? regions[0]?.code;
  const story = stations.find(({ kind, thing }) => kind.kind === 'flooding-point' && thing.region === storyRegion);
  const streams = new Map(stations.map(({ datastream }) => [datastream.id, datastream]));
  const startsAt = clock.now().getTime();
  let storm: Storm = {
    startsAt,
    afterSeconds: options.storyAfterSeconds ?? 40,
    lastsMinutes: options.storyMinutes ?? 30,
    handledAt: undefined,
  };
  const stepMs = 1000 / ratePerSecond;
  let nextSlot = Math.ceil(startsAt / stepMs);

  const valueAt = (station: Station, at: number): number => {
    const quiet = quietValue(station, at);
    if (station === story) return quiet + (storyLimit - quiet) * floodAt(storm, at);
    if (station.kind.kind === 'rain-gauge' && station.thing.region === storyRegion) {
      return quiet + heaviestRain * (0.85 + (station.seed % 100) / 1000) * rainAt(storm, at);
    }
    return quiet;
  };
  const observe = (station: Station, at: number, value: number): Observation => ({
    region: station.thing.region,
    datastream: station.datastream.id,
    phenomenonTime: new Date(at),
    result: Number(value.toFixed(station.kind.decimals)),
  });

  return {
    things: stations.map(({ thing }) => thing),
    datastreams: stations.map(({ datastream }) => datastream),
    storyThing: story?.thing.id ?? '',
    next(until) {
      const end = Math.floor(until.getTime() / stepMs);
      nextSlot = Math.max(nextSlot, Math.floor((until.getTime() - mostCatchUpMs) / stepMs));
      const observations: Observation[] = [];
      for (; nextSlot <= end; nextSlot++) {
        const station = stations[nextSlot % stations.length];
        const at = Math.floor(nextSlot * stepMs);
        if (station !== undefined) observations.push(observe(station, at, valueAt(station, at)));
      }
      return observations;
    },
    backfill(from, to, stepSeconds = 300) {
      const observations: Observation[] = [];
      for (let at = from.getTime(); at < to.getTime(); at += stepSeconds * 1000) {
        for (const station of stations) observations.push(observe(station, at, quietValue(station, at)));
      }
      return observations;
    },
    changesOf(observations) {
      return observations.flatMap(({ region, datastream, phenomenonTime, result }) => {
        const stream = streams.get(datastream);
        if (stream === undefined) return [];
        const { thing, observedProperty } = stream;
        return [{ region, thing, observedProperty, phenomenonTime, result }];
      });
    },
    handled(thing) {
      const now = clock.now().getTime();
      if (thing !== story?.thing.id || storm.handledAt !== undefined || now < startsAt + storm.afterSeconds * 1000)
        return;
      storm = { ...storm, handledAt: now };
    },
  };
}
