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

/** The names that a source can have, where that is certain; undefined where it is not, as with a context that a rule builds. */
export function knownProperties(source: FeelType, declared: ReadonlySet<FeelType>): readonly string[] | undefined {
  if (typeof source === 'object' && 'list' in source) return knownProperties(source.list, declared);
  const kind = kindOfType(source);
  if (kind === 'any' || kind === 'null') return undefined;
  if (typeof source === 'object' && 'context' in source) {
    const names = Object.keys(source.context);
    return names.length > 0 && declared.has(source) ? names : undefined;
  }
  return [...Object.keys(parts[kind] ?? {}), ...(kind === 'range' ? ['start', 'end'] : [])];
}

/** All types of contexts that the variables were declared with: they have these fields and no others. */
export function declaredContexts(types: readonly FeelType[], found = new Set<FeelType>()): ReadonlySet<FeelType> {
  for (const type of types) {
    if (typeof type !== 'object' || found.has(type)) continue;
    if ('context' in type) {
      found.add(type);
      declaredContexts(Object.values(type.context), found);
    } else if ('list' in type) declaredContexts([type.list], found);
  }
  return found;
}
