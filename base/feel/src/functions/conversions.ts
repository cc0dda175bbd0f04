import { findExact, findInteger, isExact, exactText } from '../values/exact.ts';
import { findDate, findDateTime, findDuration, findTime, makeDate, makeTime } from '../values/parseTemporal.ts';
import { isTagged, type FeelValue, type YearsMonths, type Zone } from '../values/value.ts';
import { valueText } from '../values/valueText.ts';
import type { Definitions } from './builtin.ts';

export const conversionFunctions: Definitions = {
  string: [[['from']], ([from]) => valueText(from ?? null)],
  number: [
    [['from', 'grouping separator?', 'decimal separator?']],
    ([from, grouping = null, decimal = null]) => toNumber(from ?? null, grouping, decimal),
  ],
  date: [[['from'], ['year', 'month', 'day']], (values) => toDate(values)],
  time: [[['from'], ['hour', 'minute', 'second', 'offset?']], (values) => toTime(values)],
  'date and time': [[['from'], ['date', 'time']], (values) => toDateTime(values)],
  duration: [
    [['from']],
    ([from = null]) => {
      if (typeof from === 'string') return findDuration(from);
      return isTagged(from) && from.kind.endsWith('duration') ? from : undefined;
    },
  ],
  'years and months duration': [[['from', 'to']], ([from = null, to = null]) => monthsBetween(from, to)],
};

function toNumber(from: FeelValue, grouping: FeelValue, decimal: FeelValue): FeelValue | undefined {
  if (grouping !== null && (typeof grouping !== 'string' || ![' ', ',', '.'].includes(grouping))) return undefined;
  if (decimal !== null && (typeof decimal !== 'string' || !['.', ','].includes(decimal))) return undefined;
  if (grouping !== null && grouping === decimal) return undefined;
  if (isExact(from)) return from;
  if (typeof from !== 'string') return undefined;
  const plain = grouping === null ? from : from.split(grouping).join('');
  return findExact(decimal === null ? plain : plain.split(decimal).join('.'));
}

function integers(values: readonly FeelValue[]): number[] | undefined {
  const found = values.map((value) => (isExact(value) ? findInteger(value) : undefined));
  return found.every((value) => value !== undefined) ? found : undefined;
}

function toDate(values: readonly FeelValue[]): FeelValue | undefined {
  const [from = null] = values;
  if (values.length === 3) {
    const [year, month, day] = integers(values) ?? [];
    return year === undefined || month === undefined || day === undefined ? undefined : makeDate(year, month, day);
  }
  if (typeof from === 'string') return findDate(from);
  if (!isTagged(from)) return undefined;
  if (from.kind === 'date') return from;
  return from.kind === 'date and time' ? { kind: 'date', plain: from.plain.toPlainDate() } : undefined;
}

function toTime(values: readonly FeelValue[]): FeelValue | undefined {
  const [from = null, , second = null, offset = null] = values;
  if (values.length >= 3) {
    const [hour, minute] = integers(values.slice(0, 2)) ?? [];
    if (hour === undefined || minute === undefined || !isExact(second)) return undefined;
    const zone = zoneOf(offset);
    const [whole = '', fraction = ''] = exactText(second).split('.');
    if (zone === undefined) return undefined;
    return makeTime(hour, minute, Number(whole), Number(fraction.slice(0, 9).padEnd(9, '0')), zone);
  }
  if (typeof from === 'string') return findTime(from);
  if (!isTagged(from)) return undefined;
  if (from.kind === 'time') return from;
  if (from.kind === 'date and time') return { kind: 'time', plain: from.plain.toPlainTime(), zone: from.zone };
  if (from.kind === 'date')
    return { kind: 'time', plain: new Temporal.PlainTime(), zone: { at: 'offset', seconds: 0 } };
  return undefined;
}

function zoneOf(offset: FeelValue): Zone | undefined {
  if (offset === null) return { at: 'local' };
  if (!isTagged(offset) || offset.kind !== 'days and time duration') return undefined;
  const seconds = Number(offset.nanoseconds / 1_000_000_000n);
  return Math.abs(seconds) <= 14 * 3600 ? { at: 'offset', seconds } : undefined;
}

function toDateTime(values: readonly FeelValue[]): FeelValue | undefined {
  const [from = null, time = null] = values;
  if (values.length === 2) {
    if (!isTagged(from) || !isTagged(time) || time.kind !== 'time') return undefined;
    if (from.kind !== 'date' && from.kind !== 'date and time') return undefined;
    const date = from.kind === 'date' ? from.plain : from.plain.toPlainDate();
    return { kind: 'date and time', plain: date.toPlainDateTime(time.plain), zone: time.zone };
  }
  if (typeof from === 'string') return findDateTime(from);
  if (!isTagged(from)) return undefined;
  if (from.kind === 'date and time') return from;
  if (from.kind !== 'date') return undefined;
  return { kind: 'date and time', plain: from.plain.toPlainDateTime(), zone: { at: 'offset', seconds: 0 } };
}

/** Whole months from one day to another, towards zero. */
function monthsBetween(from: FeelValue, to: FeelValue): YearsMonths | undefined {
  const [start, end] = [plainDate(from), plainDate(to)];
  if (start === undefined || end === undefined) return undefined;
  return { kind: 'years and months duration', months: start.until(end, { largestUnit: 'month' }).months };
}

function plainDate(value: FeelValue): Temporal.PlainDate | undefined {
  if (!isTagged(value)) return undefined;
  if (value.kind === 'date') return value.plain;
  return value.kind === 'date and time' ? value.plain.toPlainDate() : undefined;
}
