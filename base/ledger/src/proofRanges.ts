/** The leaves from `start` up to, not including, `end`: one subtree of the RFC 6962 tree. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The largest power of two that is smaller than `size`; `size` > 1. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The subtrees whose roots are the audit path of a leaf, nearest first (RFC 6962 §2.1.1, PATH). */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** The subtrees whose roots prove that the first `from` leaves of `to` are the older tree (RFC 6962 §2.1.2, PROOF). */
export function consistencyRanges(from: number, to: number): Range[] {
  if (from === 0 || from === to) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, to];
  while (from !== end) {
    const middle = start + split(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** A range as complete subtrees, largest first: height and index of each. */
export function completeSubtrees({ start, end }: Range): { readonly height: number; readonly index: number }[] {
  const parts: { height: number; index: number }[] = [];
  for (let at = start; at < end;) {
    let height = 0;
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= end) height++;
    parts.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return parts;
}
