/** A FEEL type as far as the checker needs it; `any` is compatible with everything. */
export type FeelType =
  | 'any'
  | 'null'
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'years and months duration'
  | 'days and time duration'
  | 'range'
  | 'function'
  | { readonly list: FeelType }
  | { readonly context: Readonly<Record<string, FeelType>> };

const named: Readonly<Record<string, FeelType>> = {
  Any: 'any',
  any: 'any',
  Null: 'null',
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  list: { list: 'any' },
  context: { context: {} },
  range: 'range',
  function: 'function',
};

/** The built-in type of a name; undefined where FEEL has none. */
export function findType(name: string): FeelType | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** How a type is written to the reader. */
export function typeText(type: FeelType): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list<${typeText(type.list)}>`;
  return 'context';
}
