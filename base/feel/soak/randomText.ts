/** A seeded generator: a failing input can be had again from its seed and number. */
export type Random = (below: number) => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    // Mulberry32: every 32-bit seed gives another sequence.
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) | 0;
  };
}

const pick = <T>(random: Random, items: readonly [T, ...T[]]): T => items[random(items.length)] ?? items[0];

const soup =
  '1 0.5 -1 1e400 1e6144 .5 "a" "\\u00e9 " "(a+)+b" true null 水位 name site ? item partial + - * / ** = != < <= > >= and or not( ( ) [ ] { } , : .. . in if then else for return some every satisfies between instance of number list<number> range<number> function(x) x date( duration("P1D") @"2024-01-31" @"999999999-12-31" sum( min( sort( flatten( string( substring( matches( replace( split( range( before( context put( for i in 1..9 return == && ， （ // /* */ \\ " @ 🙂'.split(
    ' ',
  ) as [string, ...string[]];

const numbers = [
  '0',
  '1',
  '-1',
  '2',
  '3.5',
  '0.1',
  '1e20',
  '1e-20',
  '9007199254740993',
  '水位',
  'site.level',
  '1e6144',
] as const;
const texts = [
  '""',
  '"a"',
  '"abc"',
  '"一网通办"',
  '"a,b;c"',
  '"2024-02-29"',
  'name',
  '"^(a|b)*$"',
  '"[a-z]+"',
  '"\\\\d{2}"',
] as const;
const days = ['@"2024-01-31"', 'date("2024-02-29")', 'date(-5, 1, 1)', '@"999999999-12-31"', 'asOf'] as const;
const moments = [
  '@"2024-01-31T23:59:59Z"',
  '@"2024-03-31T02:30:00@Europe/Paris"',
  'date and time(asOf, @"10:00:00")',
] as const;
const durations = ['@"P1D"', '@"PT36H"', '@"-P1Y2M"', '@"P999999Y"', 'duration("PT0.5S")'] as const;

type Sort =
  'number' | 'text' | 'truth' | 'day' | 'moment' | 'duration' | 'list' | 'context' | 'range' | 'function' | 'any';

const sorts: readonly [Sort, ...Sort[]] = [
  'number',
  'text',
  'truth',
  'day',
  'moment',
  'duration',
  'list',
  'context',
  'range',
  'function',
];

/** A text that is FEEL by its grammar, of parts that mostly fit each other. */
function expression(random: Random, sort: Sort, depth: number): string {
  // Now and then a part of another sort than is asked: the evaluator has to live with it.
  const wanted = sort === 'any' || random(12) === 0 ? pick(random, sorts) : sort;
  if (depth <= 0) return leaf(random, wanted);
  const inner = (of: Sort): string => expression(random, of, depth - 1);
  switch (random(10)) {
    case 0:
      return leaf(random, wanted);
    case 1:
      return `if ${inner('truth')} then ${inner(wanted)} else ${inner(wanted)}`;
    case 2:
      return `(${inner(wanted)})`;
    case 3:
      return `${pick(random, ['[', '[null, '])}${inner(wanted)}, ${inner(wanted)}][${pick(random, ['1', '-1', '2', 'item != null', inner('number'), inner('truth')])}]`;
    case 4:
      return `{a: ${inner(wanted)}, b: ${inner('any')}}.a`;
    case 5:
      return `(function(x, y) ${inner(wanted)})(${inner('any')}, ${inner('any')})`;
    default:
      return composed(random, wanted, inner);
  }
}

function leaf(random: Random, sort: Sort): string {
  if (random(15) === 0) return 'null';
  switch (sort) {
    case 'number':
      return pick(random, numbers);
    case 'text':
      return pick(random, texts);
    case 'truth':
      return pick(random, ['true', 'false', 'site.open']);
    case 'day':
      return pick(random, days);
    case 'moment':
      return pick(random, moments);
    case 'duration':
      return pick(random, durations);
    case 'list':
      return pick(random, ['[]', '[1, 2, 3]', '["b", "a"]', 'sites', '[[1], [2, [3]]]', '[null]']);
    case 'context':
      return pick(random, ['{}', '{a: 1}', 'site', '{"a b": "x", c: null}']);
    case 'range':
      return pick(random, ['[1..5]', '(0..1]', '(< 3)', '["a".."c"]', '(!= 2)', '[asOf..@"2031-01-01"]']);
    case 'function':
      return pick(random, ['function(a, b) a < b', 'function(x: number) x + 1', 'abs', 'function() null']);
    case 'any':
      return 'null';
  }
}

function composed(random: Random, sort: Sort, inner: (of: Sort) => string): string {
  const n = (): string => inner('number');
  const s = (): string => inner('text');
  const l = (): string => inner('list');
  switch (sort) {
    case 'number':
      return pick(random, [
        `${n()} ${pick(random, ['+', '-', '*', '/', '**'])} ${n()}`,
        `-(${n()})`,
        `${pick(random, ['abs', 'floor', 'sqrt', 'exp', 'log', 'string length', 'count', 'sum', 'mean', 'stddev', 'day of year'])}(${inner('any')})`,
        `${pick(random, ['decimal', 'round up', 'modulo', 'round half down', 'min', 'max'])}(${n()}, ${n()})`,
        `${inner('day')}.${pick(random, ['year', 'month', 'weekday'])}`,
        `number(${s()})`,
        `${inner('duration')} / ${inner('duration')}`,
      ]);
    case 'text':
      return pick(random, [
        `${s()} + ${s()}`,
        `string(${inner('any')})`,
        `substring(${s()}, ${n()}, ${n()})`,
        `replace(${s()}, ${s()}, ${s()})`,
        `${pick(random, ['upper case', 'lower case', 'day of week'])}(${inner('any')})`,
        `string join(${l()}, ${s()})`,
        `substring before(${s()}, ${s()})`,
      ]);
    case 'truth':
      return pick(random, [
        `${inner('any')} ${pick(random, ['=', '!=', '<', '<=', '>', '>='])} ${inner('any')}`,
        `${n()} ${pick(random, ['<', '>=', '='])} ${n()}`,
        `${inner('truth')} ${pick(random, ['and', 'or'])} ${inner('truth')}`,
        `not(${inner('truth')})`,
        `${inner('any')} in ${inner('range')}`,
        `${n()} in (${n()}, ${inner('range')}, > ${n()})`,
        `${n()} between ${n()} and ${n()}`,
        `${pick(random, ['some', 'every'])} q in ${l()} satisfies ${inner('truth')}`,
        `matches(${s()}, ${s()})`,
        `${inner('any')} instance of ${pick(random, ['number', 'list<number>', 'context<a: number>', 'range<number>', 'function<number>->Any', 'Any'])}`,
        `${pick(random, ['before', 'during', 'overlaps', 'coincides', 'is'])}(${inner('range')}, ${inner('range')})`,
        `list contains(${l()}, ${inner('any')})`,
      ]);
    case 'day':
      return pick(random, [
        `${inner('day')} + ${inner('duration')}`,
        `${inner('day')} - ${inner('duration')}`,
        `date(${inner('moment')})`,
        `date(${s()})`,
      ]);
    case 'moment':
      return pick(random, [
        `${inner('moment')} + ${inner('duration')}`,
        `date and time(${inner('day')}, time(${inner('moment')}))`,
      ]);
    case 'duration':
      return pick(random, [
        `${inner('moment')} - ${inner('moment')}`,
        `${inner('day')} - ${inner('day')}`,
        `${inner('duration')} * ${n()}`,
        `years and months duration(${inner('day')}, ${inner('day')})`,
      ]);
    case 'list':
      return pick(random, [
        `[${inner('any')}, ${inner('any')}]`,
        `for i in ${pick(random, ['1..5', '3..-3', l(), inner('range')])} return ${inner('any')}`,
        `for i in 1..4, j in 1..i return ${pick(random, ['i * j', 'partial', inner('number')])}`,
        `${pick(random, ['reverse', 'flatten', 'distinct values', 'sort', 'mode', 'concatenate'])}(${l()})`,
        `${pick(random, ['append', 'remove', 'index of', 'union'])}(${l()}, ${inner('any')})`,
        `sort(${l()}, ${inner('function')})`,
        `for i in 1..99999, j in ${l()} return ${inner('number')}`,
        `split(${s()}, ${s()})`,
        `${l()}[${inner('truth')}]`,
        `sites.level`,
        `sites[level > ${n()}]`,
        `get entries(${inner('context')})`,
      ]);
    case 'context':
      return pick(random, [
        `{a: ${inner('any')}, b: ${inner('any')}}`,
        `context put(${inner('context')}, ${s()}, ${inner('any')})`,
        `context merge([${inner('context')}, ${inner('context')}])`,
        `sites[1]`,
      ]);
    case 'range':
      return pick(random, [
        `[${n()}..${n()}]`,
        `(${pick(random, ['<', '>=', '=', '!='])} ${inner('any')})`,
        `range(${s()})`,
      ]);
    case 'function':
      return `function(x, y) ${inner('truth')}`;
    case 'any':
      return inner(pick(random, sorts));
  }
}

/** Cuts, doubles, swaps or replaces pieces. */
function mutated(random: Random, text: string): string {
  let result = text;
  for (let times = 1 + random(4); times > 0 && result !== ''; times -= 1) {
    const at = random(result.length);
    const to = at + 1 + random(6);
    switch (random(4)) {
      case 0:
        result = result.slice(0, at) + result.slice(to);
        break;
      case 1:
        result = result.slice(0, to) + result.slice(at);
        break;
      case 2:
        result = `${result.slice(0, at)}${pick(random, soup)}${result.slice(at)}`;
        break;
      default:
        result = `${result.slice(0, at)}${String.fromCodePoint(32 + random(random(2) === 0 ? 95 : 0x3000))}${result.slice(to)}`;
    }
  }
  return result;
}

/** One input: words without order, an expression by the grammar, or one of these broken. */
export function randomText(random: Random): string {
  switch (random(8)) {
    case 0:
      return Array.from({ length: 1 + random(10) }, () => pick(random, soup)).join(random(4) === 0 ? '' : ' ');
    case 1:
    case 2:
      return mutated(random, expression(random, 'any', 1 + random(4)));
    default:
      return expression(random, 'any', 1 + random(5));
  }
}
