import type { Ambiguity, AmbiguousReading, Statement } from '../reading.ts';
import { siOf } from '../tokens/units.ts';
import { findSplit, isOutOfScale, type Split } from './lostMeasureWord.ts';
import { twoThings } from './togetherOrEach.ts';

/** The statements with the likeliest reading of each ambiguous place in them, and the places with all their readings. */
export interface Disambiguated {
  readonly statements: readonly Statement[];
  readonly ambiguities: readonly Ambiguity[];
}

/** As sure as a reading can be that rests on what is likely. */
const likely = 0.8;
/** A、B and one number say the sum more often than each: 合计 in four of five, by the annotated report. */
const together = 0.8;

/**
 * Finds the places that can be read in more than one way; none is picked silently.
 * @param before how many were found before these statements
 */
export function findAmbiguities(text: string, found: readonly Statement[], before = 0): Disambiguated {
  const statements: Statement[] = [];
  const ambiguities: Ambiguity[] = [];
  found.forEach((statement, index) => {
    const id = `a${String(before + ambiguities.length + 1)}`;
    const readings = readingsOf(text, found, statement, index, id);
    if (readings === undefined) {
      statements.push(statement);
      return;
    }
    ambiguities.push({ id, span: statement.span, readings });
    statements.push(...(readings[0]?.statements ?? []));
  });
  return { statements, ambiguities };
}

function readingsOf(
  text: string,
  found: readonly Statement[],
  statement: Statement,
  index: number,
  id: string,
): AmbiguousReading[] | undefined {
  const literal = text.slice(statement.span.start, statement.span.end);
  const split = findSplit(statement, literal, inSuspectList(found, index));
  if (split !== undefined) return lostWord(statement, literal, split, id);
  const things = twoThings(statement);
  return things === undefined ? undefined : sumOrEach(statement, literal, things, id);
}

/** In characters: statements that are farther from each other tell nothing about each other. */
export const neighbourhood = 40;

/** Whether a neighbour in the same unit, with only the next metric between, is out of scale: the list has lost the word throughout. */
function inSuspectList(found: readonly Statement[], index: number): boolean {
  const own = found[index];
  return [-2, -1, 0, 1, 2].some((step) => {
    const other = found[index + step];
    if (own === undefined || other === undefined || other.unit !== own.unit) return false;
    return Math.abs(other.span.start - own.span.start) < neighbourhood && isOutOfScale(other);
  });
}

function lostWord(statement: Statement, literal: string, split: Split, id: string): AmbiguousReading[] {
  const at = statement.span.start + String(split.count).length;
  const count: Statement = {
    ...statement,
    value: split.count,
    unit: split.countUnit,
    valueSi: split.count,
    unitSi: split.countUnit,
    metric: `${statement.metric}${split.countUnit}数`,
    span: { start: statement.span.start, end: at },
    confidence: likely,
    ambiguity: id,
  };
  const rest: Statement = {
    ...statement,
    id: `${statement.id}b`,
    value: split.rest,
    ...siOf(split.rest, statement.unit),
    span: { start: at, end: statement.span.end },
    confidence: likely,
    ambiguity: id,
  };
  return [
    {
      text: split.text,
      confidence: likely,
      reason: {
        zh: `按原文读作${literal}，与同类数字相差悬殊，疑漏一个“${split.countUnit}”字。`,
        en: `${literal} as it stands is out of scale; a measure word (${split.countUnit}) was probably lost.`,
      },
      statements: [count, rest],
    },
    {
      text: literal,
      confidence: round(1 - likely),
      reason: { zh: '照原文。', en: 'As the text stands.' },
      statements: [{ ...statement, confidence: round(1 - likely), ambiguity: id }],
    },
  ];
}

function sumOrEach(
  statement: Statement,
  literal: string,
  [first, second]: readonly [string, string],
  id: string,
): AmbiguousReading[] {
  const each = (metric: string, suffix: string): Statement => ({
    ...statement,
    id: `${statement.id}${suffix}`,
    metric,
    confidence: round(1 - together),
    ambiguity: id,
  });
  return [
    {
      text: `合计${literal}`,
      confidence: together,
      reason: {
        zh: '一个数，两项相加；这样的写法多数如此。',
        en: 'One number for both together, as such wording mostly means.',
      },
      statements: [{ ...statement, confidence: Math.min(statement.confidence, together), ambiguity: id }],
    },
    {
      text: `各${literal}`,
      confidence: round(1 - together),
      reason: { zh: '两项各有这么多。', en: 'Each of the two has as many.' },
      statements: [each(first, ''), each(second, 'b')],
    },
  ];
}

const round = (value: number): number => Math.round(value * 100) / 100;
