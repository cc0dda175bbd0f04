import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { evaluate, feelText, parseExpression } from '../index.ts';

/** A context whose entries a, b, … each hold the one before twice, by an expression of two places. */
const doubled = (first: string, twice: (name: string) => string, times: number): string =>
  Array.from({ length: times + 1 }, (_, index) =>
    index === 0 ? `n0: ${first}` : `n${index}: ${twice(`n${index - 1}`)}`,
  ).join(', ');

const long = doubled(`"${'x'.repeat(1000)}"`, (name) => `${name} + ${name}`, 10);
const lists = doubled('[1, 1]', (name) => `[${name}, ${name}]`, 40);

const endless: Readonly<Record<string, string>> = {
  'upper case of a megabyte, often': `{${long}, r: for i in 1..1000 return upper case(n10)}`,
  'two long texts compared, often': `{${long}, s: n10 + "", t: "" + n10, r: for i in 1..100000 return s = t}`,
  'a text of a thousand megabytes': `{${long}, l: for i in 1..1000 return n10, r: string(l)}`,
  'long lists compared, often':
    '{l: for i in 1..9000 return i, m: for i in 1..9000 return i, r: for i in 1..9000 return l = m}',
  'a list of 2^40 items made flat': `{${lists}, r: flatten(n40)}`,
  'a list of 2^40 items of a type': `{${lists}, r: n40 instance of ${'list<'.repeat(25)}Any${'>'.repeat(25)}}`,
  'a range of ranges, compared': `{${doubled('(= 1)', (name) => `(= [${name}, ${name}])`, 40)}, r: string(n40)}`,
  'exponentials by the thousand': 'for i in 1..100000 return exp(i / 7)',
  'quotients of thousands of digits': 'for i in 1..100000 return modulo(1e6000, 7.3)',
  'a built-in passed as a value and called often':
    '{f: distinct values, l: for i in 1..1000 return i, r: for j in 1..100000 return f(l)}',
  'a function that calls itself': '(function(f) f(f))(function(f) f(f))',
  'three loops in each other': 'for i in 1..1000, j in 1..1000, k in 1..1000 return i',
  'texts that grow by replacing': `{${long}, r: replace(n10, "x", "yyyy")}`,
};

for (const [what, source] of Object.entries(endless)) {
  test(`${what} ends with a fault`, () => {
    assert.throws(
      () => evaluate(parseExpression(source, { mistakes: 'null' }), new Map()),
      (error) => isFault(error, 'feel.tooMuchWork'),
    );
  });
}

test('what stays within bounds is computed', () => {
  const text = (source: string): string => feelText(evaluate(parseExpression(source), new Map()).value);
  assert.equal(text('count(for i in 1..50000 return i * 2)'), '50000');
  assert.equal(text('modulo(1e40, 7)'), '4');
  assert.equal(
    text(
      '(function(f, n) if n = 0 then 0 else 1 + f(f, n - 1))(function(f, n) if n = 0 then 0 else 1 + f(f, n - 1), 100)',
    ),
    '100',
  );
});
