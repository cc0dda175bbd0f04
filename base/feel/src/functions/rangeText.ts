import { findExact } from '../values/exact.ts';
import { compareValues } from '../values/compareValues.ts';
import { findDate, findDateTime, findDuration, findTime } from '../values/parseTemporal.ts';
import { unquote } from '../parse/unquote.ts';
import type { FeelRange, FeelValue } from '../values/value.ts';
import type { Definitions } from './builtin.ts';

const end = String.raw`(?:-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?|@?\s*"(?:[^"\\]|\\.)*"|(?:date and time|date|time|duration)\s*\(\s*"(?:[^"\\]|\\.)*"\s*\))`;
const shape = new RegExp(String.raw`^\s*([[(\]])\s*(${end})?\s*\.\.\s*(${end})?\s*([\])[])\s*$`, 's');
const temporal = /^(@|date and time|date|time|duration)[\s(]*("(?:[^"\\]|\\.)*")/s;

const constructors: Readonly<Record<string, (text: string) => FeelValue | undefined>> = {
  '@': (text) => findDuration(text) ?? findDate(text) ?? findDateTime(text) ?? findTime(text),
  date: findDate,
  time: findTime,
  'date and time': findDateTime,
  duration: findDuration,
};

function readEnd(text: string): FeelValue | undefined {
  const made = temporal.exec(text);
  if (made !== null) {
    const inner = unquote(made[2] ?? '');
    return inner === undefined ? undefined : constructors[made[1] ?? '']?.(inner);
  }
  return text.startsWith('"') ? unquote(text) : findExact(text);
}

/** The range of a text such as `[1..3)`: ends are literals, the low one first. Undefined where it is none (DMN 1.5, 10.3.4.1). */
function rangeOf(text: string): FeelRange | undefined {
  const parts = shape.exec(text);
  if (parts === null) return undefined;
  const [, open = '', low, high, close = ''] = parts;
  const [lowIncluded, highIncluded] = [open === '[', close === ']'];
  const [lowOpen, highOpen] = [low === undefined, high === undefined];
  if ((lowOpen && (highOpen || lowIncluded)) || (highOpen && highIncluded)) return undefined;
  const from = low === undefined ? null : readEnd(low);
  const to = high === undefined ? null : readEnd(high);
  if (from === undefined || to === undefined) return undefined;
  if (!lowOpen && !highOpen && (compareValues(from, to) ?? 1) > 0) return undefined;
  return { kind: 'range', low: from, high: to, lowIncluded, highIncluded, lowOpen, highOpen };
}

export const rangeFunctions: Definitions = {
  range: [[['from']], ([from = null]) => (typeof from === 'string' ? rangeOf(from) : undefined)],
};
