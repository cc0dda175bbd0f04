import type { Clock } from '@yiwang/clock';
import { enqueueAll } from '@yiwang/jobs';
import type { Database, Sql } from '@yiwang/postgres';
import { recordObservations, type Observation, type Recorded } from '@yiwang/sense';
import { applyLatest, type Change, type Indicator } from '@yiwang/vitals';
import type { Metrics } from '../http/metrics.ts';
import { notifyChanges } from '../live/notifyChanges.ts';
import { retryDeadlock } from './retryDeadlock.ts';

/** The queue of crossings that wait to be judged. */
export const judgeQueue = 'flow.judge';

/** Takes observations in: what `source` (`device:200006`) sent through a door. Acknowledged means stored, with all that follows. */
export type Intake = (source: string, door: string, observations: readonly Observation[]) => Promise<Recorded>;

export interface IntakeOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly indicators: readonly Indicator[];
  /** Book of batches that span districts. */
  readonly city: string;
}

/**
 * Observations → vital signs (感知 → 体征). One transaction holds the observations, their newest values, the signs, the
 * crossings of a band, and a job for each crossing: after a crash either all of it is there, or the sender hears no answer and
 * sends again, which changes nothing where it was there.
 */
export function createIntake({ db, clock, metrics, indicators, city }: IntakeOptions): Intake {
  return async (source, door, observations) => {
    const regions = new Set(observations.map(({ region }) => region));
    const [only] = regions;
    const region = regions.size === 1 && only !== undefined ? only : city;
    const end = metrics.flow.startTimer({ step: 'sense-to-vitals' });
    const recorded = await retryDeadlock(() =>
      db.transaction(async (tx) => {
        const done = await recordObservations(tx, clock, { region, source, observations });
        await followLatest(tx, clock, indicators, done.latest);
        return done;
      }),
    );
    end();
    metrics.observations.inc({ door, outcome: 'recorded' }, recorded.recorded);
    metrics.observations.inc({ door, outcome: 'repeated' }, recorded.repeated);
    return recorded;
  };
}

/** Moves the signs to new latest values, puts each crossing up to be judged, and tells who watches: in the caller's transaction. */
export async function followLatest(
  tx: Sql,
  clock: Clock,
  indicators: readonly Indicator[],
  latest: readonly Change[],
): Promise<void> {
  const crossings = await applyLatest(tx, clock, indicators, latest);
  await enqueueAll(
    tx,
    crossings.map((crossing) => ({
      region: crossing.region,
      queue: judgeQueue,
      key: crossing.id,
      payload: { crossing: crossing.id },
    })),
  );
  await notifyChanges(tx, {
    signs: latest.map((change) => [change.region, change.observedProperty] as const),
    things: latest.map((change) => [change.region, change.thing] as const),
    crossings: crossings.map((crossing) => [crossing.region, crossing.id] as const),
  });
}
