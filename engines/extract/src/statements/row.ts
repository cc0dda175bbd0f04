import type { Statement } from '../reading.ts';

/** A statement before its section, period and id are known. */
export type Row = Omit<Statement, 'id' | 'kind' | 'section' | 'theme' | 'period' | 'ambiguity'>;
