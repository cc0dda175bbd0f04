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

export const marksIn = (pane: ParentNode, id: string): NodeListOf<HTMLElement> =>
  pane.querySelectorAll<HTMLElement>(`[data-rows~="${id}"]`);
export const rowIn = (pane: ParentNode, id: string): HTMLElement | null =>
  pane.querySelector<HTMLElement>(`[data-row="${id}"]`);

/** Takes the attribute from all that has it and gives it to the marks and rows of these ids. */
export function lightRows(pane: ParentNode, attribute: 'data-hot' | 'data-pin', ids: readonly string[]): void {
  for (const one of pane.querySelectorAll(`[${attribute}]`)) one.removeAttribute(attribute);
  for (const id of ids) {
    for (const mark of marksIn(pane, id)) mark.setAttribute(attribute, '');
    rowIn(pane, id)?.setAttribute(attribute, '');
  }
}

/** Brings an element into the middle of what scrolls, unless it is in view. */
export function bringIntoView(element: Element | null | undefined, pane: Element): void {
  if (element === null || element === undefined) return;
  const seen = pane.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  // a pane that does not scroll by itself (phone, print) is as high as its text: then the window is what scrolls
  const top = Math.max(seen.top, 0) + 40;
  const bottom = Math.min(seen.bottom, innerHeight) - 12;
  if (place.height > 0 && place.top >= top && place.bottom <= bottom) return;
  element.scrollIntoView({ block: 'center' });
}
