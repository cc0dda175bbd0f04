import { bigramDice } from './bigramDice.ts';
import { scoreOf, type Score } from './score.ts';

export type Figure = number | readonly number[] | null;

/** An annotated statement. A soft or an uncertain one may be read or not: it counts neither for nor against. */
export interface AnnotatedStatement {
  readonly id: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly value_si: Figure;
  readonly unit_si: string;
  readonly comparator: string;
  readonly change: string;
  readonly kind: string;
  readonly period: string | null;
  readonly metric: string;
  readonly soft?: boolean;
  readonly uncertain?: boolean;
}

/** What was read, by us or by a peer that tells less. */
export type ReadStatement = Pick<AnnotatedStatement, 'span_start' | 'span_end' | 'value_si'> &
  Partial<AnnotatedStatement>;

export type StatementField = 'unit_si' | 'comparator' | 'change' | 'kind' | 'period' | 'metric';

/** A field that was read otherwise than it was annotated. */
export interface WrongField {
  readonly annotated: AnnotatedStatement;
  readonly read: ReadStatement;
  readonly field: StatementField;
}

/** What has to be right: the value, also its unit, also one more field; or value and metric. */
export type StatementLevel =
  | 'value'
  | 'value+unit'
  | 'value+unit+comparator'
  | 'value+unit+change'
  | 'value+unit+kind'
  | 'value+unit+period'
  | 'metric';

export interface StatementScores {
  readonly annotated: number;
  readonly optional: number;
  readonly read: number;
  readonly levels: Readonly<Record<StatementLevel, Score>>;
  readonly missed: readonly AnnotatedStatement[];
  readonly surplus: readonly ReadStatement[];
  readonly wrong: readonly WrongField[];
}

const tolerance = 1e-9;
const alikeEnough = 0.6;

/**
 * Scores statements by the rules of the annotation: a row that was read may meet an annotated one when their spans overlap and all annotated
 * values are among its values, as many of them. Annotated rows are met in their order, each by the best that is left: the right unit first,
 * then the likest metric. All levels but the metric's need the right unit.
 */
export function scoreStatements(
  annotated: readonly AnnotatedStatement[],
  read: readonly ReadStatement[],
): StatementScores {
  const pairs = pairUp(annotated, read);
  const metBy = new Map([...pairs].map(([row, met]) => [met, row]));
  const optional = annotated.filter(isOptional);
  const required = annotated.filter((row) => !isOptional(row));
  const counted = read.filter((row) => {
    const met = metBy.get(row);
    return met === undefined ? !optional.some((one) => overlap(one, row)) : !isOptional(met);
  });
  const good = (right: (row: AnnotatedStatement, met: ReadStatement) => boolean): Score => {
    const hits = required.filter((row) => {
      const met = pairs.get(row);
      return met !== undefined && right(row, met);
    });
    return scoreOf(hits.length, required.length, counted.length);
  };
  const withUnit = (field: StatementField): Score =>
    good((row, met) => isRight('unit_si', row, met) && isRight(field, row, met));
  return {
    annotated: required.length,
    optional: optional.length,
    read: counted.length,
    levels: {
      value: good(() => true),
      'value+unit': withUnit('unit_si'),
      'value+unit+comparator': withUnit('comparator'),
      'value+unit+change': withUnit('change'),
      'value+unit+kind': withUnit('kind'),
      'value+unit+period': withUnit('period'),
      metric: good((row, met) => isRight('metric', row, met)),
    },
    missed: required.filter((row) => !pairs.has(row)),
    surplus: counted.filter((row) => !metBy.has(row)),
    wrong: required.flatMap((row) => {
      const met = pairs.get(row);
      return met === undefined
        ? []
        : fields.filter((field) => !isRight(field, row, met)).map((field) => ({ annotated: row, read: met, field }));
    }),
  };
}

const fields: readonly StatementField[] = ['unit_si', 'comparator', 'change', 'kind', 'period', 'metric'];

function isRight(field: StatementField, row: AnnotatedStatement, met: ReadStatement): boolean {
  return field === 'metric'
    ? bigramDice(row.metric, met.metric ?? '') >= alikeEnough
    : (met[field] ?? null) === row[field];
}

const isOptional = ({ soft, uncertain }: AnnotatedStatement): boolean => soft === true || uncertain === true;

function pairUp(
  annotated: readonly AnnotatedStatement[],
  read: readonly ReadStatement[],
): ReadonlyMap<AnnotatedStatement, ReadStatement> {
  const pairs = new Map<AnnotatedStatement, ReadStatement>();
  const used = new Set<ReadStatement>();
  for (const row of annotated) {
    let best: { readonly met: ReadStatement; readonly worth: number } | undefined;
    for (const met of read) {
      if (used.has(met) || !overlap(row, met) || !sameFigure(row.value_si, met.value_si)) continue;
      const worth = (isRight('unit_si', row, met) ? 2 : 0) + bigramDice(row.metric, met.metric ?? '');
      if (best === undefined || worth > best.worth) best = { met, worth };
    }
    if (best === undefined) continue;
    used.add(best.met);
    pairs.set(row, best.met);
  }
  return pairs;
}

function overlap(a: Pick<AnnotatedStatement, 'span_start' | 'span_end'>, b: typeof a): boolean {
  return a.span_start < b.span_end && b.span_start < a.span_end;
}

function sameFigure(annotated: Figure, read: Figure): boolean {
  const [wanted, there] = [valuesOf(annotated), valuesOf(read)];
  const equal = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
  return wanted.length === there.length && wanted.every((value) => there.some((one) => equal(value, one)));
}

function valuesOf(figure: Figure): readonly number[] {
  if (figure === null) return [];
  return typeof figure === 'number' ? [figure] : figure;
}
