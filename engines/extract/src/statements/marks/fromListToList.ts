import type { Quantity } from '../../tokens/quantity.ts';
import type { Mark } from './mark.ts';

/**
 * 甲、乙分别从771家、481家增加到1076家、636家: as many values before as after; each metric goes from its own to its own.
 * Gives the marks with such pairs joined, each in the place of its first value.
 */
export function joinLists(text: string, marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (let at = 0; at < marks.length;) {
    const size = pairedSize(text, marks, at);
    if (size === 0) {
      const mark = marks[at];
      if (mark !== undefined) joined.push(mark);
      at += 1;
      continue;
    }
    const end = marks[at + 2 * size - 1]?.end ?? 0;
    for (let index = at; index < at + size; index += 1) {
      const from = marks[index];
      const to = marks[index + size];
      if (from !== undefined && to !== undefined) joined.push(pair(from, to, end));
    }
    at += 2 * size;
  }
  return joined;
}

const fromHere = /[由从](?:每[人月年户亩天](?:每[月年天])?|(?:19|20)\d\d年[初末底]?的?)?$/;

function pairedSize(text: string, marks: readonly Mark[], at: number): number {
  const first = marks[at];
  if (
    first === undefined ||
    first.role !== 'value' ||
    !fromHere.test(text.slice(Math.max(0, first.start - 12), first.start))
  )
    return 0;
  // 由30户90人减至2户5人: without a mark between them, only where each has a unit of its own.
  const each = /分别/.test(text.slice(Math.max(0, first.start - 14), first.start));
  let size = 1;
  for (; marks[at + size]?.role === 'value'; size += 1) {
    const before = marks[at + size - 1];
    const next = marks[at + size];
    if (before === undefined || next === undefined || !/^[、和与]?$/.test(text.slice(before.end, next.start))) break;
    if (!each && next.start === before.end && before.quantity.unit === next.quantity.unit) break;
  }
  const last = marks[at + size - 1];
  const second = marks[at + size];
  if (size < 2 || last === undefined || second === undefined) return 0;
  if (!/^[^，。；、\d]{0,8}(?:至|到|为)$/.test(text.slice(last.end, second.start))) return 0;
  const complete = Array.from({ length: size }, (_, index) => marks[at + size + index]).every(
    (mark, index) => mark !== undefined && mark.quantity.unit === marks[at + index]?.quantity.unit,
  );
  return complete ? size : 0;
}

function pair(from: Mark, to: Mark, until: number): Mark {
  const quantity: Quantity = {
    ...to.quantity,
    start: from.quantity.start,
    values: [from.quantity.values[0] ?? 0, to.quantity.values[0] ?? 0],
  };
  return { role: 'change', quantity, start: from.start, end: from.end, until };
}
