import { useEffect, useEffectEvent, useState, type ReactElement, type ReactNode } from 'react';
import { useReportWords } from './reportWords.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** The whole window takes files while the page is on screen, and says so while one hangs over it. */
export function DropZone(props: {
  /** Absent where the account may not add: then a file falls through to the browser's own. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly children: ReactNode;
}): ReactElement {
  const { r } = useReportWords();
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent((files: readonly File[]) => props.onFiles?.(files));
  const mayAdd = props.onFiles !== undefined;
  useEffect(() => {
    if (!mayAdd) return undefined;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // leaving the window has no related target; going from one element to the next has
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [mayAdd]);
  return (
    <>
      {props.children}
      {isOver && <div className="letgo">{r('letGo')}</div>}
    </>
  );
}
