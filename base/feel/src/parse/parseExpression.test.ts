import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { evaluate, parseExpression, parseUnaryTests } from '../index.ts';

const refused = (source: string, code: string, place?: { line: number; column: number }, part = '') =>
  assert.throws(
    () =>
      parseExpression(source, {
        variables: { 水位: 'number', name: 'string' },
        origin: { file: 'r.dmn', line: 10, column: 5 },
      }),
    (error) => {
      if (!isFault(error, code)) throw error;
      assert.ok(error.message.includes(part), error.message);
      if (place !== undefined)
        assert.deepEqual([error.params['line'], error.params['column']], [place.line, place.column]);
      return true;
    },
    source,
  );

test('a syntax error names file, line and column', () => {
  refused('1 +', 'feel.syntax', { line: 10, column: 8 });
  refused('1 +\n  (2', 'feel.syntax');
  refused('', 'feel.syntax');
});

test('an unknown name comes with the nearest known one', () => {
  refused('nme = "x"', 'feel.unknownName', { line: 10, column: 5 }, '“name”');
  refused('1 +\n水味', 'feel.unknownName', { line: 11, column: 1 }, '“水位”');
  refused('string lenght("a")', 'feel.unknownName', undefined, '“string length”');
});

test('a field that a declared type does not have comes with the nearest one', () => {
  const site = { context: { district: 'string', level: 'number', at: 'date' } } as const;
  const refuses = (source: string, column: number, near: string): void =>
    assert.throws(
      () => parseExpression(source, { variables: { site, sites: { list: site }, any: 'any' } }),
      (error) =>
        isFault(error, 'feel.unknownField') && error.params['column'] === column && error.message.includes(near),
      source,
    );
  refuses('site.levl > 1', 6, '“level”');
  refuses('sites[levl > 1]', 7, '“level”');
  refuses('sites[1].levl', 10, '“level”');
  refuses('site.at.yaer', 9, '“year”');
  for (const source of ['any.levl', '{a: 1}.b', '[{a: 1}, {b: 2}][b = 2]', 'sites[level > 1].district', 'site.at.year'])
    parseExpression(source, { variables: { site, sites: { list: site }, any: 'any' } });
});

test('an operation on types that can not fit is refused', () => {
  refused('水位 > "0.5"', 'feel.typeMistake', { line: 10, column: 5 });
  refused('name * 2', 'feel.typeMistake');
  assert.throws(
    () => parseUnaryTests('"red"', { variables: { '?': 'number' } }),
    (error) => isFault(error, 'feel.typeMistake'),
  );
});

test('wrong arguments and refused functions are faults with their place', () => {
  refused('abs(1, 2)', 'feel.wrongArguments');
  refused('now()', 'feel.unsupported');
  refused('function(x) external {java: {class: "X"}}', 'feel.unsupported');
  refused(
    'function(x) external {java: {class: "java.lang.Math", method signature: "cosh(double)"}}',
    'feel.noExternalFunction',
    { line: 10, column: 26 },
    'Math.cos(double)',
  );
  refused('水位 instance of numbr', 'feel.unknownType', { line: 10, column: 20 }, '“number”');
});

test('long and deep texts are refused in bounded time', () => {
  refused('1'.repeat(70_000), 'feel.tooLarge');
  refused('('.repeat(300) + '1' + ')'.repeat(300), 'feel.tooLarge');
  refused('1' + ' + 1'.repeat(300), 'feel.tooLarge');
  refused('-'.repeat(400) + '1', 'feel.tooLarge');
  refused(`[${Array(30_000).fill('1').join(',')}]`, 'feel.tooLarge');
});

/** A small generator of our own, so that a failing input can be had again from its seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces =
  '1 0.5 -1 1e400 "a" "\\u00e9 " true null 水位 name ? item partial + - * / ** = != < <= > >= and or not( ( ) [ ] { } , : .. . in if then else for return some every satisfies between instance of number list<number> function(x) x date( duration("P1D") @"2024-01-31" sum( min( sort( flatten( string( substring( for i in 1..9 return'.split(
    ' ',
  );

test('no text crashes the parser or the evaluator other than by a fault', () => {
  const next = random(20_261_122);
  let evaluated = 0;
  for (let round = 0; round < 4000; round += 1) {
    const source = Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)]).join(
      next(4) === 0 ? '' : ' ',
    );
    const parse = next(3) === 0 ? parseUnaryTests : parseExpression;
    try {
      const expression = parse(source, { variables: { 水位: 'number', name: 'string' }, mistakes: 'null' });
      evaluate(
        expression,
        new Map<string, null | string>([
          ['name', 'x'],
          ['水位', null],
        ]),
        { tested: null, maxSteps: 20_000 },
      );
      evaluated += 1;
    } catch (error) {
      if (!isFault(error)) throw new assert.AssertionError({ message: `${JSON.stringify(source)}: ${String(error)}` });
    }
  }
  assert.ok(evaluated > 100, `only ${evaluated} texts were evaluated`);
});
