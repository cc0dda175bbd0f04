import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import {
  evaluate,
  feelText,
  findDate,
  kindOf,
  kindOfType,
  parseExpression,
  parseUnaryTests,
  toFeel,
  type FeelContext,
  type FeelValue,
  type Variables,
} from '../src/index.ts';

const site: Variables[string] = { context: { name: 'string', level: 'number', open: 'boolean' } };
const variables: Variables = { 水位: 'number', name: 'string', site, sites: { list: site }, asOf: 'date' };
const sites = [
  { name: '内涝点', level: 0.62, open: true },
  { name: 'x', level: null, open: false },
];
const values: FeelContext = new Map<string, FeelValue>([
  ['水位', toFeel(0.62)],
  ['name', '一网'],
  ['site', toFeel(sites[0])],
  ['sites', toFeel(sites)],
  ['asOf', findDate('2030-06-30') ?? null],
]);

/** What came of a text: the fault's code where it was refused, else `value`, `null` or `too much work`. */
export type Outcome = string;

/**
 * Reads and evaluates a text by every way there is.
 * @throws an assertion where something other than a fault is thrown, a value is not of the type its node was given, or
 * the evaluation with a trace differs from the one without.
 */
export function checkText(text: string, asTests: boolean): Outcome {
  const what = JSON.stringify(text);
  try {
    const expression = (asTests ? parseUnaryTests : parseExpression)(text, { variables, mistakes: 'null' });
    const options = { tested: values.get('水位') ?? null, maxSteps: 30_000 };
    const plain = evaluate(expression, values, options);
    const traced = evaluate(expression, values, {
      ...options,
      trace: (node, value) => {
        const type = kindOfType(expression.types.get(node) ?? 'any');
        const kind = kindOf(value);
        const part = text.slice(node.from, node.to);
        if (type !== 'any' && kind !== 'null') assert.equal(kind, type, `${what}: the type of ${part}`);
      },
    });
    assert.equal(feelText(traced.value), feelText(plain.value), what);
    assert.equal(traced.warnings.length, plain.warnings.length, what);
    return plain.value === null ? 'null' : 'value';
  } catch (error) {
    if (isFault(error)) return error.code;
    if (error instanceof assert.AssertionError) throw error;
    throw new assert.AssertionError({ message: `${what}: ${String(error)}` });
  }
}
