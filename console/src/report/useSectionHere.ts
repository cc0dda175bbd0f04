import { useEffect, useState, type RefObject } from 'react';

/** The section whose text stands at the top of the pane: the last heading above its upper fifth. */
export function useSectionHere(pane: RefObject<HTMLElement | null>, deps: unknown): string {
  const [here, setHere] = useState('');
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const headings = [...element.querySelectorAll('[data-section]')];
    let frame = 0;
    /** Halving, since each place asked for may have to be laid out first: 11 of 2,000 headings. */
    const look = (): void => {
      frame = 0;
      if (element.clientHeight === 0) return;
      const line = element.getBoundingClientRect().top + element.clientHeight / 5;
      let above = 0;
      let below = headings.length;
      while (above < below) {
        const middle = Math.floor((above + below) / 2);
        if ((headings[middle]?.getBoundingClientRect().top ?? Infinity) > line) below = middle;
        else above = middle + 1;
      }
      setHere(headings[above - 1]?.getAttribute('data-section') ?? '');
    };
    const onScroll = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    onScroll();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', onScroll);
    };
  }, [pane, deps]);
  return here;
}
