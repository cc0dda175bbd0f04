import { test } from 'node:test';
import assert from 'node:assert/strict';
import { coerce, evaluate, feelText, parseExpression, toFeel, type FeelType } from '../index.ts';

const types: Readonly<Record<string, FeelType>> = { tSite: { context: { name: 'string' } }, 'shared.tLevel': 'number' };
const holds = (source: string): unknown =>
  evaluate(parseExpression(source, { types, mistakes: 'null' }), new Map()).value;

test('instance of knows what is inside lists, contexts, ranges and functions', () => {
  const yes = [
    '[1, 2] instance of list<number>',
    '[] instance of list<string>',
    '{a: {b: 1}} instance of context<a: context<b: number>>',
    '{a: null} instance of context<a: string>',
    '[1..3] instance of range<number>',
    '[[1..3]] instance of list<range<number>>',
    '(function(a: number) a) instance of function<number> -> Any',
    '{name: "x", more: 1} instance of tSite',
    '[{name: "x"}] instance of list<tSite>',
    '5 instance of shared.tLevel',
  ];
  const no = [
    '[1, "2"] instance of list<number>',
    '{a: "x"} instance of context<a: string, b: string>',
    '["a".."b"] instance of range<number>',
    '(function(a: number) a) instance of function<> -> Any',
    'null instance of Any',
    '{} instance of tSite',
  ];
  for (const source of yes) assert.equal(holds(source), true, source);
  for (const source of no) assert.equal(holds(source), false, source);
});

test('a value is taken as another type by the standard conversions only', () => {
  const taken = (value: unknown, type: FeelType): string | undefined => {
    const coerced = coerce(toFeel(value), type);
    return coerced === undefined ? undefined : feelText(coerced);
  };
  assert.equal(taken([1], 'number'), '1');
  assert.equal(taken(1, { list: 'number' }), '[1]');
  assert.equal(taken(null, 'number'), 'null');
  assert.equal(taken('1', 'number'), undefined);
  assert.equal(taken([1, 2], 'number'), undefined);
});

test('now and today are what the evaluation is given', () => {
  const expression = parseExpression('today() - date("2031-01-01")', { clock: 'given' });
  const now = evaluate(parseExpression('date and time("2031-01-03T08:00:00Z")'), new Map()).value;
  assert.ok(now !== null && typeof now === 'object' && 'kind' in now && now.kind === 'date and time');
  assert.equal(feelText(evaluate(expression, new Map(), { now }).value), 'P2D');
  assert.equal(feelText(evaluate(expression, new Map()).value), 'null');
});
