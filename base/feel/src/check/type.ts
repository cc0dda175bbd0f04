/** A FEEL type; `any` is compatible with everything. Null is a value of every type. */
export type FeelType = SimpleType | ListType | ContextType | RangeType | FunctionType;

export type SimpleType =
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
  /** Of ends of any type. */
  | 'range'
  /** Of any parameters. */
  | 'function';

export interface ListType {
  readonly list: FeelType;
}
export interface ContextType {
  readonly context: Readonly<Record<string, FeelType>>;
}
export interface RangeType {
  readonly range: FeelType;
}
export interface FunctionType {
  readonly function: { readonly parameters: readonly FeelType[]; readonly result: FeelType };
}

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

/** For suggestions. */
export const typeNames: readonly string[] = Object.keys(named);

/** The built-in type of a name; undefined where FEEL has none. */
export function findType(name: string): FeelType | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** Which sort of value a type holds, without what is inside it. */
export function kindOfType(type: FeelType): SimpleType | 'list' | 'context' {
  if (typeof type === 'string') return type;
  if ('list' in type) return 'list';
  if ('context' in type) return 'context';
  return 'range' in type ? 'range' : 'function';
}

/** How a type is written to the reader. */
export function typeText(type: FeelType): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list<${typeText(type.list)}>`;
  if ('range' in type) return `range<${typeText(type.range)}>`;
  if ('function' in type) {
    return `function<${type.function.parameters.map(typeText).join(', ')}> -> ${typeText(type.function.result)}`;
  }
  const entries = Object.entries(type.context);
  if (entries.length === 0) return 'context';
  return `context<${entries.map(([key, inner]) => `${key}: ${typeText(inner)}`).join(', ')}>`;
}
