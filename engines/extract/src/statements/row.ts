import type { Change, Comparator, Span } from '../reading.ts';

/** A statement before its section, period and id are known. */
export interface Row {
  readonly metric: string;
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  readonly valueSi: number | readonly number[] | null;
  readonly unitSi: string;
  readonly comparator: Comparator;
  readonly change: Change;
  readonly span: Span;
  readonly quote: Span;
  readonly confidence: number;
  readonly cue?: string;
  readonly modality?: string;
  readonly qualifier?: string;
  readonly baseline?: string;
  readonly direction?: 'up' | 'down';
  readonly from?: number;
  readonly to?: number;
  readonly distributive?: readonly [number, number];
  readonly range?: readonly [number, number];
  readonly per?: string;
  readonly reference?: string;
  readonly streak?: boolean;
  readonly annualised?: boolean;
  readonly role?: 'condition';
  readonly soft?: boolean;
}
