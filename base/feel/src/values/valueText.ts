import { exactText, isExact } from './exact.ts';
import { yearOf } from './farYear.ts';
import {
  isContext,
  isList,
  type DaysTime,
  type FeelContext,
  type FeelList,
  type FeelDate,
  type FeelDateTime,
  type FeelRange,
  type FeelValue,
  type YearsMonths,
  type Zone,
} from './value.ts';
import { enterParts, leaveParts, passText, startWalk, type Walk } from './walk.ts';

/** The text that FEEL's string() gives; null for null. */
export function valueText(value: FeelValue): string | null {
  if (value === null) return null;
  return typeof value === 'string' ? value : nested(value);
}

/** The value as FEEL would write it, strings quoted: for traces and reasons. */
export function nested(value: FeelValue, walk?: Walk): string {
  if (value === null) return 'null';
  if (typeof value === 'string') {
    if (walk !== undefined) passText(walk, value);
    return JSON.stringify(value);
  }
  if (typeof value === 'boolean') return String(value);
  if (isExact(value)) return exactText(value);
  if (isList(value) || isContext(value)) return partsText(value, walk ?? startWalk());
  switch (value.kind) {
    case 'date':
      return dayText(value);
    case 'time':
      return value.plain.toString() + zoneText(value.zone);
    case 'date and time':
      return dayText(value) + zoneText(value.zone);
    case 'years and months duration':
      return monthsText(value);
    case 'days and time duration':
      return daysText(value);
    case 'range':
      return rangeText(value, walk ?? startWalk());
    case 'function':
      return `function(${value.parameters.join(', ')})`;
  }
}

function partsText(value: FeelList | FeelContext, walk: Walk): string {
  enterParts(walk, isList(value) ? value.length : value.size);
  const text = isList(value)
    ? `[${value.map((item) => nested(item, walk)).join(', ')}]`
    : `{${[...value].map(([key, item]) => `${keyText(key)}: ${nested(item, walk)}`).join(', ')}}`;
  leaveParts(walk);
  return text;
}

function rangeText(range: FeelRange, walk: Walk): string {
  enterParts(walk, 2);
  const [low, high] = [nested(range.low, walk), nested(range.high, walk)];
  leaveParts(walk);
  if (range.operator !== undefined) return `(${range.operator} ${low})`;
  if (range.lowOpen) return `(${range.highIncluded ? '<=' : '<'} ${high})`;
  if (range.highOpen) return `(${range.lowIncluded ? '>=' : '>'} ${low})`;
  return `${range.lowIncluded ? '[' : '('}${low}..${high}${range.highIncluded ? ']' : ')'}`;
}

const keyText = (key: string): string => (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key));

/** At least four digits of a year, and no sign before a positive one, which Temporal writes +012345. */
function dayText(value: FeelDate | FeelDateTime): string {
  const year = yearOf(value);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}${value.plain.toString().replace(/^[+-]?\d+/, '')}`;
}

function zoneText(zone: Zone): string {
  if (zone.at === 'local') return '';
  if (zone.at === 'zone') return `@${zone.id}`;
  if (zone.seconds === 0) return 'Z';
  const total = Math.abs(zone.seconds);
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, ...(total % 60 === 0 ? [] : [total % 60])];
  return (zone.seconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function monthsText({ months }: YearsMonths): string {
  const total = Math.abs(months);
  const [years, rest] = [Math.floor(total / 12), total % 12];
  const body = `${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
  return `${months < 0 ? '-' : ''}P${body === '' ? '0M' : body}`;
}

function daysText({ nanoseconds }: DaysTime): string {
  const total = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const seconds = total / 1_000_000_000n;
  const fraction = String(total % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const [days, hours, minutes, rest] = [
    seconds / 86_400n,
    (seconds / 3600n) % 24n,
    (seconds / 60n) % 60n,
    seconds % 60n,
  ];
  const secondsText = rest === 0n && fraction === '' ? '' : `${rest}${fraction === '' ? '' : `.${fraction}`}S`;
  const clock = `${hours === 0n ? '' : `${hours}H`}${minutes === 0n ? '' : `${minutes}M`}${secondsText}`;
  const body = `${days === 0n ? '' : `${days}D`}${clock === '' ? '' : `T${clock}`}`;
  return `${nanoseconds < 0n ? '-' : ''}P${body === '' ? 'T0S' : body}`;
}
