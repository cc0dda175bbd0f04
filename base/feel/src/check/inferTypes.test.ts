import { test } from 'node:test';
import assert from 'node:assert/strict';
import { parseExpression, parseUnaryTests, typeText, type Variables } from '../index.ts';

const variables: Variables = {
  firm: { context: { staff: 'number', 'founded on': 'date', sites: { list: { context: { district: 'string' } } } } },
  rows: { list: 'any' },
  asOf: 'date',
  double: { function: { parameters: ['number'], result: 'number' } },
  x: 'any',
};

const typeOf = (source: string): string => {
  const expression = parseExpression(source, { variables, mistakes: 'null' });
  return typeText(expression.types.get(expression.root) ?? 'any');
};

const cases: readonly (readonly [string, string])[] = [
  ['firm.staff * 2 + 1', 'number'],
  ['firm.founded on', 'date'],
  ['firm.founded on.year', 'number'],
  ['asOf - firm.founded on', 'days and time duration'],
  ['asOf + duration("P1D")', 'date'],
  ['duration(x)', 'any'],
  ['asOf + @"P1D"', 'date'],
  ['firm.sites', 'list<context<district: string>>'],
  ['firm.sites.district', 'list<string>'],
  ['firm.sites[district = "01"]', 'list<context<district: string>>'],
  ['firm.sites[1]', 'context<district: string>'],
  ['firm.sites[item.district = "x"][1].district', 'string'],
  ['rows[n > 1]', 'list<any>'],
  ['rows[string length(item) = n]', 'list<any>'],
  ['for s in firm.sites return string length(s.district)', 'list<number>'],
  ['for i in 1..3, j in [asOf] return j', 'list<date>'],
  ['some s in firm.sites satisfies s.district = "01"', 'boolean'],
  ['if x then 1 else null', 'number'],
  ['if x then 1 else "a"', 'any'],
  ['[1, null, 2]', 'list<number>'],
  ['{a: 1, b: a + 1}', 'context<a: number, b: number>'],
  ['{a: 1, b: {c: "x"}}.b.c', 'string'],
  ['function(a: number, b: string) a > 1', 'function<number, string> -> boolean'],
  ['double(2)', 'number'],
  ['(function(a) "x")(1)', 'string'],
  ['[1..5]', 'range<number>'],
  ['[asOf..asOf].start', 'date'],
  ['min(1, 2)', 'number'],
  ['max(firm.sites.district)', 'string'],
  ['substring(string: "abc", start position: 1)', 'string'],
  ['append([1], 2)', 'list<number>'],
  ['append([1], "a")', 'list<any>'],
  ['flatten([[1], [2]])', 'list<number>'],
  ['x instance of number', 'boolean'],
  ['x', 'any'],
];

test('every expression has the type that can be known of it', () => {
  for (const [source, expected] of cases) assert.equal(typeOf(source), expected, source);
});

test('every node of a tree has a type', () => {
  const expression = parseExpression('firm.staff > 10 and firm.sites[1].district = "01"', { variables });
  const typed = [...expression.types].map(
    ([node, type]) => `${expression.text.slice(node.from, node.to)}: ${typeText(type)}`,
  );
  assert.ok(typed.includes('firm.staff: number'));
  assert.ok(typed.includes('firm.sites[1].district: string'));
  assert.ok(typed.includes('10: number'));
});

test('the tested value gives the cells of a table their types', () => {
  const cell = parseUnaryTests('[1..3], ? * 2 > 7', { variables: { '?': 'number' } });
  const texts = [...cell.types].map(([node, type]) => `${cell.text.slice(node.from, node.to)}: ${typeText(type)}`);
  assert.ok(texts.includes('? * 2: number'), texts.join('; '));
});
