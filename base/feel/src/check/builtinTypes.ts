import { joinAll } from './joinTypes.ts';
import { kindOfType, type FeelType } from './type.ts';

type ResultType = FeelType | ((given: readonly FeelType[]) => FeelType);

const itemOf = (type: FeelType | undefined): FeelType => {
  if (type === undefined || type === 'any' || type === 'null') return 'any';
  return typeof type === 'object' && 'list' in type ? type.list : type;
};

/** Of a list, or of the items as arguments. */
const spreadItem = (given: readonly FeelType[]): FeelType =>
  given.length === 1 ? itemOf(given[0]) : joinAll(given.map((type) => type));

const sameList = (given: readonly FeelType[]): FeelType => ({ list: itemOf(given[0]) });
const listWith =
  (index: number) =>
  (given: readonly FeelType[]): FeelType => ({ list: joinAll([itemOf(given[0]), given[index] ?? 'any']) });
const listOfAll = (given: readonly FeelType[]): FeelType => ({ list: joinAll(given.map(itemOf)) });

/** A temporal value or a number keeps its kind. */
const sameKind = (given: readonly FeelType[]): FeelType => {
  const [first = 'any'] = given;
  return typeof first === 'string' ? first : itemOf(first);
};

const flat = (type: FeelType): FeelType => (typeof type === 'object' && 'list' in type ? flat(type.list) : type);

function entriesType([context]: readonly FeelType[]): FeelType {
  const value =
    typeof context === 'object' && 'context' in context && Object.keys(context.context).length > 0
      ? joinAll(Object.values(context.context))
      : 'any';
  return { list: { context: { key: 'string', value } } };
}

/** What each built-in gives when it gives anything but null (DMN 1.5, 10.3.4). */
const results: Readonly<Record<string, ResultType>> = {
  string: 'string',
  number: 'number',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'years and months duration': 'years and months duration',
  'string length': 'number',
  'upper case': 'string',
  'lower case': 'string',
  contains: 'boolean',
  'starts with': 'boolean',
  'ends with': 'boolean',
  'substring before': 'string',
  'substring after': 'string',
  substring: 'string',
  'string join': 'string',
  matches: 'boolean',
  replace: 'string',
  split: { list: 'string' },
  min: spreadItem,
  max: spreadItem,
  count: 'number',
  sum: 'number',
  product: 'number',
  mean: 'number',
  median: 'number',
  stddev: 'number',
  mode: { list: 'number' },
  all: 'boolean',
  any: 'boolean',
  and: 'boolean',
  or: 'boolean',
  'list contains': 'boolean',
  append: (given) => ({ list: joinAll([itemOf(given[0]), ...given.slice(1)]) }),
  concatenate: listOfAll,
  union: listOfAll,
  'distinct values': sameList,
  flatten: (given) => ({ list: flat(given[0] ?? 'any') }),
  reverse: sameList,
  'index of': { list: 'number' },
  sublist: sameList,
  'insert before': listWith(2),
  remove: sameList,
  'list replace': listWith(2),
  sort: sameList,
  decimal: 'number',
  round: 'number',
  floor: 'number',
  ceiling: 'number',
  'round up': 'number',
  'round down': 'number',
  'round half up': 'number',
  'round half down': 'number',
  abs: sameKind,
  modulo: 'number',
  sqrt: 'number',
  log: 'number',
  exp: 'number',
  odd: 'boolean',
  even: 'boolean',
  not: 'boolean',
  'day of year': 'number',
  'day of week': 'string',
  'month of year': 'string',
  'week of year': 'number',
  now: 'date and time',
  today: 'date',
  is: 'boolean',
  before: 'boolean',
  after: 'boolean',
  meets: 'boolean',
  'met by': 'boolean',
  overlaps: 'boolean',
  'overlaps before': 'boolean',
  'overlaps after': 'boolean',
  finishes: 'boolean',
  'finished by': 'boolean',
  includes: 'boolean',
  during: 'boolean',
  starts: 'boolean',
  'started by': 'boolean',
  coincides: 'boolean',
  range: 'range',
  'get entries': entriesType,
  context: { context: {} },
  'context merge': { context: {} },
  'context put': { context: {} },
};

/** The type of a built-in's result with arguments of such types, in the order of its parameters. */
export function builtinResult(name: string, given: readonly FeelType[]): FeelType {
  const result = Object.hasOwn(results, name) ? results[name] : undefined;
  if (result === undefined) return 'any';
  return typeof result === 'function' ? result(given) : result;
}

/** The type of a built-in that is passed on as a value. */
export function builtinType(name: string, parameters: readonly string[]): FeelType {
  const result = builtinResult(name, []);
  return {
    function: { parameters: parameters.map(() => 'any'), result: kindOfType(result) === 'null' ? 'any' : result },
  };
}
