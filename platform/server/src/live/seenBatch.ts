import type { LiveBatch } from '@yiwang/contract';

/** What one account may see of a batch; undefined when that is nothing. Regions of things come beside the batch. */
export interface LoadedBatch {
  readonly batch: LiveBatch;
  /** Region by thing, which the wire form leaves out. */
  readonly regionOfThing: ReadonlyMap<string, string>;
}

export function seenBatch(
  { batch, regionOfThing }: LoadedBatch,
  sees: (region: string) => boolean,
): LiveBatch | undefined {
  const seen: LiveBatch = {
    at: batch.at,
    signs: batch.signs.filter(({ region }) => sees(region)),
    things: batch.things.filter(({ id }) => sees(regionOfThing.get(id) ?? '')),
    events: batch.events.filter(({ region }) => sees(region)),
    cases: batch.cases.filter(({ region }) => sees(region)),
  };
  const size = seen.signs.length + seen.things.length + seen.events.length + seen.cases.length;
  return size === 0 ? undefined : seen;
}
