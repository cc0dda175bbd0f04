import type { RowKind, Span } from './rows.ts';

/** A stretch of the text that a row speaks of. `theme`: the leading words of a paragraph that name what it is about. */
export interface Mark extends Span {
  readonly row: string;
  readonly kind: RowKind | 'theme';
  readonly waiting?: boolean;
  /** Shown after its last character; absent at a second mention. */
  readonly n?: number;
}

/** A stretch that the same marks cover all along. */
export interface Segment extends Span {
  readonly marks: readonly Mark[];
  /** Those of them that begin and end here: a box is closed, a number is put. */
  readonly begins: readonly Mark[];
  readonly ends: readonly Mark[];
}

/**
 * Cuts a stretch of text where a mark begins or ends, so that marks may lie in each other (a system in a task) or cross.
 * The segments follow each other without a gap and make up the range; a mark that reaches beyond the range is cut there.
 * Time: m log m of the marks given, where no more than a few lie over one character.
 */
export function segmentsOf(range: Span, marks: readonly Mark[]): readonly Segment[] {
  const inside = marks
    .filter((mark) => mark.start < mark.end && mark.start < range.end && mark.end > range.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([range.start, range.end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, range.start));
    cuts.add(Math.min(mark.end, range.end));
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  let open: readonly Mark[] = [];
  let next = 0;
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > start);
    for (let mark = inside[next]; mark !== undefined && mark.start <= start; mark = inside[next]) {
      open = [...open, mark];
      next += 1;
    }
    segments.push({
      start,
      end,
      marks: open,
      begins: open.filter((mark) => mark.start === start),
      ends: open.filter((mark) => mark.end === end),
    });
  }
  return segments;
}
