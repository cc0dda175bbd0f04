import type { Ambiguity, Change, Comparator, Statement, StatementKind } from '../reading.ts';

/** A statement as the annotated reports write it: one line of JSON, its fields in snake_case, with the words that it was read from. */
export interface StatementRow {
  readonly id: string;
  readonly section: string;
  readonly theme: string | null;
  readonly kind: StatementKind;
  readonly period: string | null;
  readonly metric: string;
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  readonly value_si: number | readonly number[] | null;
  readonly unit_si: string;
  readonly comparator: Comparator;
  readonly change: Change;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly span: string;
  readonly span_start: number;
  readonly span_end: number;
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
  /** The place can be read in more than one way: as it stands, as it was read, and how else it can be read. */
  readonly ambiguity?: string;
  readonly uncertain?: true;
  readonly literal?: string;
  readonly reading?: string;
  readonly alternatives?: readonly AlternativeReading[];
}

export interface AlternativeReading {
  readonly reading: string;
  readonly confidence: number;
  readonly statements: readonly Pick<StatementRow, 'metric' | 'value' | 'unit' | 'value_si' | 'unit_si'>[];
}

/** @param ambiguity the one that the statement names, where it names one */
export function statementRow(text: string, statement: Statement, ambiguity?: Ambiguity): StatementRow {
  const { id, section, theme, kind, period, metric, value, unit, valueSi, unitSi, comparator, change } = statement;
  const { span, quote, confidence } = statement;
  return {
    id,
    section,
    theme,
    kind,
    period,
    metric,
    value,
    unit,
    value_si: valueSi,
    unit_si: unitSi,
    comparator,
    change,
    quote: text.slice(quote.start, quote.end),
    start: quote.start,
    end: quote.end,
    span: text.slice(span.start, span.end),
    span_start: span.start,
    span_end: span.end,
    confidence,
    ...optionalOf(statement),
    ...(statement.ambiguity === undefined ? {} : { ambiguity: statement.ambiguity, uncertain: true }),
    ...(ambiguity === undefined ? {} : readingsOf(text, ambiguity)),
  };
}

const optional = [
  'cue',
  'modality',
  'qualifier',
  'baseline',
  'direction',
  'from',
  'to',
  'distributive',
  'range',
  'per',
  'reference',
  'streak',
  'annualised',
  'role',
  'soft',
] as const satisfies readonly (keyof Statement & keyof StatementRow)[];

/** The fields that the text need not have, in their order; only those that it has. */
function optionalOf(statement: Statement): Partial<StatementRow> {
  return Object.fromEntries(
    optional.flatMap((field) => (statement[field] === undefined ? [] : [[field, statement[field]]])),
  );
}

function readingsOf(text: string, { span, readings }: Ambiguity): Partial<StatementRow> {
  const [first, ...others] = readings;
  if (first === undefined) return {};
  return {
    literal: text.slice(span.start, span.end),
    reading: first.text,
    alternatives: others.map(({ text: reading, confidence, statements }) => ({
      reading,
      confidence,
      statements: statements.map(({ metric, value, unit, valueSi, unitSi }) => ({
        metric,
        value,
        unit,
        value_si: valueSi,
        unit_si: unitSi,
      })),
    })),
  };
}
