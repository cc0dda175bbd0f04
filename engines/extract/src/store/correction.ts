import type { Change, Comparator, Statement, StatementKind } from '../reading.ts';

/** The fields of a statement or a task that a person may put right. */
export interface CorrectedFields {
  readonly kind?: StatementKind;
  readonly metric?: string;
  readonly value?: Statement['value'];
  readonly unit?: string;
  readonly comparator?: Comparator;
  readonly change?: Change;
  readonly period?: string | null;
  readonly verb?: string;
  readonly object?: string;
}

/** One row put right by hand, and what proves it. */
export interface Correction {
  readonly id: string;
  readonly row: string;
  /** Null: the row was taken out. Empty: back to the machine's. */
  readonly fields: CorrectedFields | null;
  readonly reason: string;
  /** account:100012 */
  readonly by: string;
  readonly at: Date;
  /** Id of the ledger entry. */
  readonly entry: string;
}

/** Which of an ambiguity's readings a person took. */
export interface Choice {
  readonly ambiguity: string;
  /** Its place among the readings, from 0. */
  readonly reading: number;
}

export const statementFields = ['kind', 'metric', 'value', 'unit', 'comparator', 'change', 'period'] as const;
export const taskFields = ['period', 'verb', 'object'] as const;
