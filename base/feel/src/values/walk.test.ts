import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { equalValues, evaluate, feelText, fromFeel, parseExpression, type FeelValue } from '../index.ts';

/** Lists of two of the one before. */
function doubled(levels: number): FeelValue {
  let value: FeelValue = null;
  for (let level = 0; level < levels; level += 1) value = [value, value];
  return value;
}

function nestedLists(levels: number): FeelValue {
  let value: FeelValue = null;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

const refuses = (action: () => unknown): void => assert.throws(action, (error) => isFault(error, 'feel.tooMuchWork'));

test('a value of 2^60 parts, or of 100,000 levels, is refused when it is written or compared', () => {
  for (const value of [doubled(60), nestedLists(100_000)]) {
    refuses(() => fromFeel(value));
    refuses(() => feelText(value));
  }
  refuses(() => equalValues(doubled(60), doubled(60)));
  refuses(() => equalValues(nestedLists(100_000), nestedLists(100_000)));
  assert.equal(equalValues(doubled(10), doubled(10)), true);
});

test('a value equals itself without being walked through', () => {
  const value = doubled(60);
  assert.equal(equalValues(value, value), true);
});

test('an expression that doubles a list again and again ends with a fault', () => {
  const steps = Array.from({ length: 40 }, (_, index) => `x${index + 1}: [x${index}, x${index}]`).join(', ');
  refuses(() => evaluate(parseExpression(`{x0: 1, ${steps}, y: string(x40)}`), new Map()));
});
