import type { Report } from '@yiwang/contract';
import { useSyncExternalStore } from 'react';
import { sendReport } from './sendReport.ts';

/** queued → sending (percent) → reading → done | failed; a failed one can be sent again. */
export type UploadState =
  | { readonly at: 'queued' }
  | { readonly at: 'sending'; readonly percent: number }
  | { readonly at: 'reading' }
  | { readonly at: 'done'; readonly report: Report; readonly isNew: boolean }
  | { readonly at: 'failed'; readonly error: Error };
export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
}

/** Two at a time: the second travels while the server reads the first. */
const mostAtOnce = 2;

let uploads: readonly Upload[] = [];
let made = 0;
const listeners = new Set<() => void>();

function put(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}
const setState = (id: number, state: UploadState): void =>
  put(uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)));

type OnRead = (report: Report, isNew: boolean, upload: number) => void;
const onReads = new Map<number, OnRead>();

function startNext(): void {
  const underWay = uploads.filter(({ state }) => state.at === 'sending' || state.at === 'reading').length;
  const next = uploads.find(({ state }) => state.at === 'queued');
  if (next === undefined || underWay >= mostAtOnce) return;
  const { id, file } = next;
  setState(id, { at: 'sending', percent: 0 });
  sendReport(file, (percent) => setState(id, percent < 100 ? { at: 'sending', percent } : { at: 'reading' }))
    .then(
      ({ report, isNew }) => {
        setState(id, { at: 'done', report, isNew });
        onReads.get(id)?.(report, isNew, id);
      },
      (error: Error) => setState(id, { at: 'failed', error }),
    )
    .finally(startNext);
  startNext();
}

/** Sends the files in their order; they go on when the page is left. `onRead` is called for each that was read. */
export function startUploads(files: readonly File[], onRead: OnRead): void {
  const added = files.map((file) => {
    made += 1;
    onReads.set(made, onRead);
    return { id: made, file, state: { at: 'queued' as const } };
  });
  put([...uploads.filter(({ state }) => state.at !== 'done'), ...added]);
  startNext();
}

export function retryUpload(id: number): void {
  setState(id, { at: 'queued' });
  startNext();
}

export function dismissUpload(id: number): void {
  onReads.delete(id);
  put(uploads.filter((upload) => upload.id !== id));
}

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads,
  );
}
