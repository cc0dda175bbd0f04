import type { ReadRows } from './readRows.ts';
import { idsByPlace } from './rowPlaces.ts';

/**
 * The ids that changed when a text was read anew, old to new: by a later version of the machine, or from the text where only the
 * figures were known. What was corrected follows its row by its place in the text. A row that is gone gets an id that no row has, so
 * that its correction never falls on another one.
 */
export function movedIds(before: ReadRows, after: ReadRows): ReadonlyMap<string, string> {
  const now = idsByPlace(after);
  const old = idsByPlace(before);
  const taken = new Set(now.values());
  const numbers = [...taken, ...old.values()].map((id) => Number(id.slice(1)));
  let next = numbers.reduce((most, one) => Math.max(most, one), 0) + 1;
  const moved = new Map<string, string>();
  for (const [place, id] of old) {
    const there = now.get(place);
    if (there === undefined ? taken.has(id) : there !== id) moved.set(id, there ?? `${id.slice(0, 1)}${next++}`);
  }
  return moved;
}
