import { createContext, use } from 'react';
import type { CorrectionRequest } from '@yiwang/contract';
import type { StatementRow, TaskRow } from './rows.ts';

/** What can be done to a row on screen; apart from the rows, so that an order under way does not draw them all anew. */
export interface RowActions {
  readonly busy: boolean;
  readonly mayCorrect: boolean;
  readonly error: Error | null;
  readonly choose: (row: StatementRow, reading: number) => void;
  readonly save: (row: StatementRow | TaskRow, order: Omit<CorrectionRequest, 'row'>) => void;
  readonly giveBack: (row: StatementRow | TaskRow) => void;
  readonly closeForm: () => void;
}
export const RowActionsContext = createContext<RowActions | undefined>(undefined);

export function useRowActions(): RowActions {
  const actions = use(RowActionsContext);
  if (actions === undefined) throw new TypeError('useRowActions outside of a report');
  return actions;
}
