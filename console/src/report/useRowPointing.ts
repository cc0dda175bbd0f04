import { useEffect, useEffectEvent, type RefObject } from 'react';
import { rowIdAt } from './pointRow.ts';

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, a, label, .opt, .correct, .corr') !== null;

export type Side = 'text' | 'rows';

/** Tells which row the mouse or the focus is on, and which was clicked, on the text's side and on the rows'. */
export function useRowPointing(
  pane: RefObject<HTMLElement | null>,
  side: Side,
  on: {
    readonly point: (id: string | undefined, side: Side) => void;
    readonly pin: (id: string, side: Side) => void;
  },
): void {
  const point = useEffectEvent((id: string | undefined) => on.point(id, side));
  const pin = useEffectEvent((id: string) => on.pin(id, side));
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    let last: string | undefined;
    const show = (id: string | undefined): void => {
      if (id === last) return;
      last = id;
      point(id);
    };
    const onOver = ({ target }: Event): void => show(rowIdAt(target));
    const onLeave = (): void => show(undefined);
    const onClick = ({ target }: Event): void => {
      const isSelecting = getSelection()?.isCollapsed === false;
      const linked = target instanceof Element ? target.closest('[data-go]')?.getAttribute('data-go') : undefined;
      const id = linked ?? rowIdAt(target);
      if (id !== undefined && !isSelecting && !isControl(target)) pin(id);
    };
    // not `pointerover`: what scrolls under a mouse at rest is not pointed at
    element.addEventListener('pointermove', onOver);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('focusin', onOver);
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('pointermove', onOver);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('focusin', onOver);
      element.removeEventListener('click', onClick);
    };
  }, [pane]);
}
