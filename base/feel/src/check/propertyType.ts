import { kindOfType, type FeelType } from './type.ts';

const dateParts: Readonly<Record<string, FeelType>> = {
  year: 'number',
  month: 'number',
  day: 'number',
  weekday: 'number',
};
const timeParts: Readonly<Record<string, FeelType>> = {
  hour: 'number',
  minute: 'number',
  second: 'number',
  'time offset': 'days and time duration',
  timezone: 'string',
};
const parts: Readonly<Record<string, Readonly<Record<string, FeelType>>>> = {
  date: dateParts,
  time: timeParts,
  'date and time': { ...dateParts, ...timeParts },
  'years and months duration': { years: 'number', months: 'number' },
  'days and time duration': { days: 'number', hours: 'number', minutes: 'number', seconds: 'number' },
  range: { 'start included': 'boolean', 'end included': 'boolean' },
};

/** The type of `source.name`: a field of a context, of each item of a list, or a part of a temporal value or a range (DMN 1.5, tables 65 and 66). */
export function propertyType(source: FeelType, name: string): FeelType {
  if (typeof source === 'object') {
    if ('list' in source) return { list: propertyType(source.list, name) };
    if ('context' in source) return Object.hasOwn(source.context, name) ? (source.context[name] ?? 'any') : 'any';
    if ('range' in source && (name === 'start' || name === 'end')) return source.range;
  }
  const known = parts[kindOfType(source)];
  return known !== undefined && Object.hasOwn(known, name) ? (known[name] ?? 'any') : 'any';
}
