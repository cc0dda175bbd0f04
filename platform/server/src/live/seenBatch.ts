import type { LiveBatch } from '@yiwang/contract';
import type { Place } from '../access/guard.ts';

/** A batch with what the wire form leaves out but who sees it depends on. */
export interface LoadedBatch {
  readonly batch: LiveBatch;
  /** Region by thing. */
  readonly regionOfThing: ReadonlyMap<string, string>;
  /** What decides who sees a case, by its id. */
  readonly placeOfCase: ReadonlyMap<string, Place>;
}

/** What one account may see. */
export interface Sight {
  readonly region: (region: string) => boolean;
  readonly case: (place: Place) => boolean;
}

/** What one account may see of a batch; undefined when that is nothing. */
export function seenBatch(loaded: LoadedBatch, sight: Sight): LiveBatch | undefined {
  const { batch, regionOfThing, placeOfCase } = loaded;
  const seesCase = (key: { readonly id: string }): boolean => {
    const place = placeOfCase.get(key.id);
    return place !== undefined && sight.case(place);
  };
  const seen: LiveBatch = {
    at: batch.at,
    signs: batch.signs.filter(({ region }) => sight.region(region)),
    things: batch.things.filter(({ id }) => sight.region(regionOfThing.get(id) ?? '')),
    events: batch.events.filter((event) => (event.case === null ? sight.region(event.region) : seesCase(event.case))),
    cases: batch.cases.filter(seesCase),
  };
  const size = seen.signs.length + seen.things.length + seen.events.length + seen.cases.length;
  return size === 0 ? undefined : seen;
}
