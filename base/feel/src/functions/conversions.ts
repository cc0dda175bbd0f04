import { spendText } from '../evaluate/equalWithin.ts';
import { maxText } from '../evaluate/run.ts';
import { findExact, findInteger, isExact, exactText } from '../values/exact.ts';
import { dateOf, dateTimeOf, makeDate, monthsBetween } from '../values/farYear.ts';
import { findDate, findDateTime, findDuration, findTime, makeTime } from '../values/parseTemporal.ts';
import { isTagged, type FeelDate, type FeelValue, type YearsMonths, type Zone } from '../values/value.ts';
import { valueText } from '../values/valueText.ts';
import type { Definitions } from './builtin.ts';

export const conversionFunctions: Definitions = {
  string: [
    [['from']],
    ([from = null], run) => {
      const text = valueText(from);
      if (text !== null) spendText(run, text);
      return text === null || text.length <= maxText ? text : undefined;
    },
  ],
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
  'years and months duration': [[['from', 'to']], ([from = null, to = null]) => wholeMonths(from, to)],
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
  return from.kind === 'date and time' ? dateOf(from) : undefined;
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
    return dateTimeOf(from.kind === 'date' ? from : dateOf(from), time.plain, time.zone);
  }
  if (typeof from === 'string') return findDateTime(from);
  if (!isTagged(from)) return undefined;
  if (from.kind === 'date and time') return from;
  if (from.kind !== 'date') return undefined;
  return dateTimeOf(from, undefined, { at: 'offset', seconds: 0 });
}

function wholeMonths(from: FeelValue, to: FeelValue): YearsMonths | undefined {
  const [start, end] = [dayOf(from), dayOf(to)];
  if (start === undefined || end === undefined) return undefined;
  return { kind: 'years and months duration', months: monthsBetween(start, end) };
}

function dayOf(value: FeelValue): FeelDate | undefined {
  if (!isTagged(value)) return undefined;
  if (value.kind === 'date') return value;
  return value.kind === 'date and time' ? dateOf(value) : undefined;
}
