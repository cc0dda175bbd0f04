/**
 * Which row is pointed at is shown on both sides at once: `data-hot` on the row and on its marks. It is put on the elements
 * themselves, since drawing 4,000 rows and their marks anew for each move of the mouse takes 60 times as long.
 */
export function rowIdAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const mark = target.closest('[data-rows]');
  if (mark !== null) return mark.getAttribute('data-rows')?.split(' ').at(-1);
  return target.closest('[data-row]')?.getAttribute('data-row') ?? undefined;
}

export const rowIn = (pane: ParentNode, id: string): HTMLElement | null =>
  pane.querySelector<HTMLElement>(`[data-row="${id}"]`);

/** Each row's marks in the text, found once: looking for them among 30,000 elements took 7 ms a move. */
export function markIndex(pane: ParentNode | null): ReadonlyMap<string, readonly HTMLElement[]> {
  const index = new Map<string, HTMLElement[]>();
  for (const mark of pane?.querySelectorAll<HTMLElement>('[data-rows]') ?? []) {
    for (const id of mark.getAttribute('data-rows')?.split(' ') ?? []) {
      const marks = index.get(id);
      if (marks === undefined) index.set(id, [mark]);
      else marks.push(mark);
    }
  }
  return index;
}

/** Takes the attribute from what had it and gives it to these; answers what has it now. */
export function light(
  attribute: 'data-hot' | 'data-pin',
  before: readonly Element[],
  now: readonly Element[],
): readonly Element[] {
  for (const one of before) one.removeAttribute(attribute);
  for (const one of now) one.setAttribute(attribute, '');
  return now;
}

/** Brings an element into the middle of what scrolls, unless it is in view. True where it was in view. */
export function bringIntoView(element: Element | null | undefined, pane: Element): boolean {
  if (element === null || element === undefined) return false;
  const seen = pane.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  // a pane that does not scroll by itself (phone, print) is as high as its text: then the window is what scrolls
  const top = Math.max(seen.top, 0) + 40;
  const bottom = Math.min(seen.bottom, innerHeight) - 12;
  if (place.height > 0 && place.top >= top && place.bottom <= bottom) return true;
  element.scrollIntoView({ block: 'center' });
  return false;
}
