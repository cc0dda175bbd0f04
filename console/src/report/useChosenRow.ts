import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useKey } from '../keys/useKey.ts';
import { toast } from '../parts/toast.tsx';
import { setSearch } from '../route/router.ts';
import { useHere } from '../app/session.ts';
import type { Paragraph } from './paragraphsOf.ts';
import { bringIntoView, light, markIndex, rowIn } from './pointRow.ts';
import { useReportWords } from './reportWords.ts';
import type { Row } from './rows.ts';
import type { RowTableHandle } from './RowTable.tsx';
import { useRowPointing, type Side } from './useRowPointing.ts';

interface ChosenRow {
  readonly pinned: string | undefined;
  /** The row whose form is open. */
  readonly edited: string | undefined;
  readonly setEdited: (id: string | undefined) => void;
  readonly table: RefObject<RowTableHandle | null>;
  /** Chooses a row and brings it and its mark into view. */
  readonly choose: (id: string) => void;
}

/** So long the mouse rests on a row or mark before the other side moves: passing over a line of marks moves nothing. */
const restMs = 80;
/** How often a row that an address names is brought into view again at the most, while the page is drawn. */
const mostTries = 30;
/** The browser allows an address to change 200 times in ten seconds; a held J is faster. */
const settleMs = 250;

/**
 * The row that is pointed at (by mouse or focus, while it lasts) and the one that was chosen (by click, J, K or the
 * address). Both light up in the text and in the list; the side where it was not done is brought into view.
 */
export function useChosenRow(of: {
  readonly rows: ReadonlyMap<string, Row>;
  readonly shown: readonly Row[];
  readonly paragraphs: readonly Paragraph[];
  readonly textPane: RefObject<HTMLElement | null>;
  readonly rowPane: RefObject<HTMLElement | null>;
  /** Which side is on screen where only one is. */
  readonly pane: string;
}): ChosenRow {
  const { r } = useReportWords();
  const { session } = useHere();
  const { rows, shown, textPane, rowPane } = of;
  const table = useRef<RowTableHandle>(null);
  const marks = useRef<ReadonlyMap<string, readonly HTMLElement[]>>(new Map());
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lit = useRef<Record<'data-hot' | 'data-pin', readonly Element[]>>({ 'data-hot': [], 'data-pin': [] });
  const [pinned, setPinned] = useState(() => new URLSearchParams(location.search).get('row') ?? undefined);
  const [edited, setEdited] = useState<string>();

  function withLinked(id: string | undefined): readonly string[] {
    const row = id === undefined ? undefined : rows.get(id);
    if (row === undefined) return [];
    return row.is === 'statement' ? [row.id, ...row.linked] : [row.id];
  }
  function lightUp(attribute: 'data-hot' | 'data-pin', id: string | undefined): void {
    const pane = rowPane.current;
    const elements = withLinked(id).flatMap((one) => {
      const row = pane === null ? null : rowIn(pane, one);
      return [...(marks.current.get(one) ?? []), ...(row === null ? [] : [row])];
    });
    lit.current[attribute] = light(attribute, lit.current[attribute], elements);
  }
  function showMark(id: string): boolean {
    const pane = textPane.current;
    return pane !== null && bringIntoView(marks.current.get(id)?.[0], pane);
  }
  function showRow(id: string): boolean {
    const pane = rowPane.current;
    return pane !== null && bringIntoView(table.current?.reveal(id), pane);
  }
  const point = (id: string | undefined, side: Side): void => {
    clearTimeout(resting.current);
    lightUp('data-hot', id);
    if (id === undefined) return;
    resting.current = setTimeout(() => {
      if (side === 'rows') showMark(id);
      else {
        showRow(id);
        lightUp('data-hot', id); // a far row was not drawn before
      }
    }, restMs);
  };
  const pin = (id: string, side: Side | 'keys'): void => {
    flushSync(() => {
      setPinned(id);
      if (edited !== undefined && edited !== id) setEdited(undefined);
    });
    if (side !== 'rows' || !isDrawn(rowPane.current, id)) showRow(id);
    if (side !== 'text') showMark(id);
    if (side === 'keys') table.current?.reveal(id)?.querySelector('button')?.focus({ preventScroll: true });
  };
  useRowPointing(textPane, 'text', { point, pin });
  useRowPointing(rowPane, 'rows', { point, pin });

  useEffect(() => () => clearTimeout(resting.current), []);
  useEffect(() => {
    marks.current = markIndex(textPane.current);
  }, [textPane, of.paragraphs]);
  // marks that were drawn anew have lost it
  const lightPinned = useEffectEvent(() => lightUp('data-pin', pinned));
  useEffect(() => lightPinned(), [pinned, of.paragraphs]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (new URLSearchParams(location.search).get('row') !== (pinned ?? null)) setSearch({ row: pinned });
    }, settleMs);
    return () => clearTimeout(timer);
  }, [pinned]);
  // the address may name a row, and a side that comes into sight shows the chosen one
  const showBoth = useEffectEvent((): boolean => {
    if (pinned === undefined) return true;
    const row = showRow(pinned);
    return showMark(pinned) && row;
  });
  useEffect(() => {
    const hands = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inView = 0;
    let tries = 0;
    // what is drawn above them may be higher than was thought: until they stay in view, or somebody scrolls
    const show = (): void => {
      tries += 1;
      inView = showBoth() ? inView + 1 : 0;
      if (inView < 2 && tries < mostTries) timer = setTimeout(show, restMs * 2);
    };
    const frame = requestAnimationFrame(show); // a far row can be drawn only once this drawing is over
    const stop = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      hands.abort();
    };
    for (const kind of ['wheel', 'pointerdown', 'keydown', 'touchmove'])
      addEventListener(kind, stop, { signal: hands.signal, passive: true });
    return stop;
  }, [of.pane]);

  const at = shown.findIndex(({ id }) => id === pinned);
  const step = (by: number): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
    if (next !== undefined) pin(next.id, 'keys');
  };
  useKey('nextRow', () => step(1));
  useKey('previousRow', () => step(at === -1 ? 1 : -1));
  useKey('correct', () => {
    const row = pinned === undefined ? shown[0] : rows.get(pinned);
    if (row === undefined) return;
    if (!session.actions.includes('report.correct')) return toast(r('mayNotCorrect'));
    if (row.is === 'system') return toast(r('cannotCorrect'));
    pin(row.id, 'keys');
    setEdited(row.id);
    return undefined;
  });
  useKey(
    'unpin',
    () => {
      if (edited === undefined) return setPinned(undefined);
      flushSync(() => setEdited(undefined));
      return pin(edited, 'keys');
    },
    pinned !== undefined || edited !== undefined,
  );
  return { pinned, edited, setEdited, table, choose: (id) => pin(id, 'keys') };
}

const isDrawn = (pane: HTMLElement | null, id: string): boolean => pane?.querySelector(`[data-row="${id}"]`) !== null;
