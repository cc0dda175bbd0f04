import { useEffect, useState, type RefObject } from 'react';

/** The section whose text stands at the top of the pane: the last heading above its upper fifth. */
export function useSectionHere(pane: RefObject<HTMLElement | null>, deps: unknown): string {
  const [here, setHere] = useState('');
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      if (element.clientHeight === 0) return;
      const line = element.getBoundingClientRect().top + element.clientHeight / 5;
      let path = '';
      for (const heading of element.querySelectorAll('[data-section]')) {
        if (heading.getBoundingClientRect().top > line) break;
        path = heading.getAttribute('data-section') ?? '';
      }
      setHere(path);
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
