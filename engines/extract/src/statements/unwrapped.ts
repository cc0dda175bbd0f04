/** A paragraph's words without the line breaks and the blanks beside its numbers, and where each place stands in the words as given. */
export interface Unwrapped {
  readonly words: string;
  /** The place of the character that stands at `at` here. */
  readonly placeOf: (at: number) => number;
}

const lineBreak = '[ \\t\\u3000\\u00a0\\u200b\\r]{0,8}\\n\\s{0,40}';
const blanks = '[ \\t\\u3000\\u00a0\\u200b]{1,4}';
const taken = new RegExp(
  `${lineBreak}|(?<=[0-9])${blanks}(?=[一-龥%％‰，、。；])|(?<=[一-龥，、。；：（“”])${blanks}(?=[0-9])`,
  'g',
);

/**
 * Takes out line breaks and the blanks around them: a page that was set in lines may part 71.53亿 from its 元. So may a word processor,
 * which sets 320 公里 with a blank.
 */
export function unwrapped(words: string): Unwrapped {
  if (!/[\n \t\u3000\u00a0\u200b]/.test(words)) return { words, placeOf: (at) => at };
  const kept: string[] = [];
  /** Where each kept line begins, here and in the words as given. */
  const lines: { readonly here: number; readonly there: number }[] = [{ here: 0, there: 0 }];
  let from = 0;
  let length = 0;
  for (const found of words.matchAll(taken)) {
    kept.push(words.slice(from, found.index));
    length += found.index - from;
    from = found.index + found[0].length;
    lines.push({ here: length, there: from });
  }
  kept.push(words.slice(from));
  return { words: kept.join(''), placeOf: (at) => placeIn(lines, at) };
}

function placeIn(lines: readonly { readonly here: number; readonly there: number }[], at: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.here ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  const line = lines[low] ?? { here: 0, there: 0 };
  return line.there + at - line.here;
}
