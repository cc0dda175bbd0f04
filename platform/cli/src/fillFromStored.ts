import type { Database } from '@yiwang/postgres';
import { findObservations } from '@yiwang/sense';
import { retryDeadlock } from '@yiwang/server';
import { fillHistory, type Change, type Indicator } from '@yiwang/vitals';

const page = 20_000;
const minute = 60_000;
/** No observation is older. */
const earliest = new Date('1950-01-01T00:00:00Z');
/** Values of the page before that go first again: they tell the light that the next one starts from. */
const overlap = 100;

export interface StoredSeries {
  readonly region: string;
  readonly thing: string;
  readonly datastream: string;
  readonly observedProperty: string;
  /** Not included. */
  readonly before: Date;
}

/**
 * Fills the signs' samples from what is stored of a datastream, whatever the order that it came in, page by page in bounded
 * memory. Pages end on a whole minute, for a sample that is there is not written again.
 * @returns how many values there were
 */
export async function fillFromStored(
  db: Database,
  indicators: readonly Indicator[],
  { region, thing, datastream, observedProperty, before }: StoredSeries,
): Promise<number> {
  // A running platform writes samples of the same signs: the minute that is now may be locked.
  const fill = (changes: readonly Change[]) =>
    retryDeadlock(() => db.transaction((tx) => fillHistory(tx, indicators, changes)));
  let from = earliest;
  let tail: readonly Change[] = [];
  let count = 0;
  for (;;) {
    const found = await findObservations(db, { region, datastream, from, to: before, most: page });
    const full = found.length === page;
    const cut = full ? Math.floor((found.at(-1)?.phenomenonTime.getTime() ?? 0) / minute) * minute : Infinity;
    const whole = found.filter(({ phenomenonTime }) => phenomenonTime.getTime() < cut);
    const values = whole.length === 0 ? found : whole; // more than a page within one minute
    const changes = values.map((value) => ({ region, thing, observedProperty, ...value }));
    if (changes.length > 0) await fill([...tail, ...changes]);
    count += changes.length;
    tail = changes.slice(-overlap);
    const last = values.at(-1);
    if (!full || last === undefined) return count;
    from = new Date(last.phenomenonTime.getTime() + 1);
  }
}
