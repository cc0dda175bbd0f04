import type { MessageParams } from '@yiwang/messages';
import type { MatchTable } from './matchTable.ts';

/** What goes to the thread. */
export interface TableCall {
  readonly id: number;
  readonly method: keyof MatchTable;
  readonly args: readonly unknown[];
}

/** What comes back. */
export type TableAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly fault: { readonly code: string; readonly params: MessageParams } }
  | { readonly id: number; readonly error: string };

/** The table as it is seen from another thread: the same methods, each answered later. */
export type RemoteTable = {
  readonly [M in keyof MatchTable]: (...args: Parameters<MatchTable[M]>) => Promise<ReturnType<MatchTable[M]>>;
};
