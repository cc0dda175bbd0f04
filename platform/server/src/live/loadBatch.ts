import type { Clock } from '@yiwang/clock';
import type { Changes } from './changes.ts';
import type { LoadedBatch } from './seenBatch.ts';

/** Makes what the keys say into a batch. */
export async function loadBatch(clock: Clock, changes: Changes): Promise<LoadedBatch> {
  const cases = changes.cases.map(([region, id]) => ({ region, id }));
  return {
    batch: { at: clock.now().toISOString(), signs: [], things: [], events: [], cases },
    regionOfThing: new Map(),
  };
}
