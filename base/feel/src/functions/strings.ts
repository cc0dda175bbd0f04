import { maxText, spend, type Run } from '../evaluate/run.ts';
import { spendText } from '../evaluate/equalWithin.ts';
import { exactOf, findWhole, isExact } from '../values/exact.ts';
import { isList, type FeelValue } from '../values/value.ts';
import type { Definition, Definitions } from './builtin.ts';

const oneText = (name: string, body: (text: string) => FeelValue): Definition => [
  [[name]],
  ([text], run) => {
    if (typeof text !== 'string') return undefined;
    spendText(run, text);
    return body(text);
  },
];

const twoTexts = (body: (text: string, other: string) => FeelValue): Definition => [
  [['string', 'match']],
  ([text, other], run) => {
    if (typeof text !== 'string' || typeof other !== 'string') return undefined;
    spendText(run, text);
    return body(text, other);
  },
];

/** Lengths and positions count characters, not UTF-16 units. */
export const stringFunctions: Definitions = {
  'string length': oneText('string', (text) => exactOf(Array.from(text).length) ?? null),
  'upper case': oneText('string', (text) => text.toUpperCase()),
  'lower case': oneText('string', (text) => text.toLowerCase()),
  contains: twoTexts((text, match) => text.includes(match)),
  'starts with': twoTexts((text, match) => text.startsWith(match)),
  'ends with': twoTexts((text, match) => text.endsWith(match)),
  'substring before': twoTexts((text, match) => {
    const at = text.indexOf(match);
    return at === -1 ? '' : text.slice(0, at);
  }),
  'substring after': twoTexts((text, match) => {
    const at = text.indexOf(match);
    return at === -1 ? '' : text.slice(at + match.length);
  }),
  substring: [
    [['string', 'start position', 'length?']],
    ([text = null, start = null, length = null], run) => {
      if (typeof text === 'string') spendText(run, text);
      return substring(text, start, length);
    },
  ],
  'string join': [[['list', 'delimiter?']], ([list = null, delimiter = null], run) => join(list, delimiter, run)],
};

function substring(text: FeelValue, start: FeelValue, length: FeelValue): FeelValue | undefined {
  if (typeof text !== 'string' || !isExact(start)) return undefined;
  const from = findWhole(start);
  const count = isExact(length) ? findWhole(length) : undefined;
  if (from === undefined || from === 0 || (length !== null && (count === undefined || count < 1))) return undefined;
  const characters = Array.from(text);
  if (Math.abs(from) > characters.length) return undefined;
  const index = from > 0 ? from - 1 : characters.length + from;
  return characters.slice(index, count === undefined ? undefined : index + count).join('');
}

function join(list: FeelValue, delimiter: FeelValue, run: Run): FeelValue | undefined {
  if (delimiter !== null && typeof delimiter !== 'string') return undefined;
  if (list === null) return undefined;
  const items: readonly FeelValue[] = isList(list) ? list : [list];
  const texts = items.filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string')) return undefined;
  const total = texts.reduce((sum, text) => sum + text.length + (delimiter ?? '').length, 0);
  spend(run, texts.length + Math.ceil(total / 64));
  return total > maxText ? undefined : texts.join(delimiter ?? '');
}
