import { useEffect, useState } from 'react';

interface NearChunks {
  readonly isNear: (chunk: number) => boolean;
  /** Draws a chunk that is out of sight, since something in it will be shown. */
  readonly bring: (chunk: number) => void;
  /** How high a chunk out of sight is: as it was last, or as long as its rows are mostly. */
  readonly heightOf: (chunk: number) => number;
}

interface Places {
  readonly near: ReadonlySet<number>;
  readonly heights: ReadonlyMap<number, number>;
}

/**
 * Which parts (`[data-chunk]`) of a long table are within 600 px of sight. On paper all are. The table's parent scrolls; where
 * it does not scroll by itself (on a phone) the window does.
 */
export function useNearChunks(table: HTMLTableElement | null, count: number, height: number): NearChunks {
  const [{ near, heights }, setPlaces] = useState<Places>({ near: new Set([0]), heights: new Map() });
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    if (table === null) return undefined;
    const pane = table.parentElement;
    const isOwn = pane !== null && getComputedStyle(pane).overflowY === 'auto';
    const observer = new IntersectionObserver(
      (entries) => {
        setPlaces((before) => {
          const after = { near: new Set(before.near), heights: new Map(before.heights) };
          for (const { target, isIntersecting, boundingClientRect } of entries) {
            const chunk = Number(target.getAttribute('data-chunk'));
            if (isIntersecting) after.near.add(chunk);
            else if (after.near.delete(chunk)) after.heights.set(chunk, boundingClientRect.height);
          }
          return after;
        });
      },
      { root: isOwn ? pane : null, rootMargin: '600px 0px' },
    );
    for (const body of table.tBodies) observer.observe(body);
    return () => observer.disconnect();
  }, [table, count]);
  useEffect(() => {
    const query = matchMedia('print');
    const onChange = (): void => setOnPaper(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return {
    isNear: (chunk) => onPaper || near.has(chunk),
    bring: (chunk) => setPlaces((before) => ({ ...before, near: new Set([...before.near, chunk]) })),
    heightOf: (chunk) => heights.get(chunk) ?? height,
  };
}
