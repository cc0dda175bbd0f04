import { useSyncExternalStore, type ReactElement } from 'react';
import { useWords } from '../words/useWords.ts';

interface Note {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}
let notes: readonly Note[] = [];
let made = 0;
const listeners = new Set<() => void>();

function put(next: readonly Note[]): void {
  notes = next;
  for (const listener of listeners) listener();
}
const drop = (id: number): void => put(notes.filter((note) => note.id !== id));

/** Says for six seconds what was done, with its undo where there is one. */
export function toast(text: string, undo?: () => void): void {
  made += 1;
  const id = made;
  put([...notes, { id, text, ...(undo === undefined ? {} : { undo }) }]);
  setTimeout(() => drop(id), 6000);
}

export function Toasts(): ReactElement {
  const { t } = useWords();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notes,
  );
  return (
    <output className="toasts">
      {shown.map((note) => (
        <div key={note.id} className="toast">
          {note.text}
          {note.undo !== undefined && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                note.undo?.();
                drop(note.id);
              }}
            >
              {t('undo')}
            </button>
          )}
        </div>
      ))}
    </output>
  );
}
