import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decision, literal, taken, valueOf } from '../../test/modelOf.ts';

const entry = (name: string, logic: string, type = 'Any'): string =>
  `<contextEntry><variable name="${name}" typeRef="${type}"/>${logic}</contextEntry>`;

test('each entry sees the ones before it, by names with spaces too', () => {
  const logic = `<context>${entry('unit price', literal('3'))}${entry('total', literal('unit price * 2'))}</context>`;
  assert.deepEqual(taken(decision('d', logic)).outputs, { 'unit price': 3, total: 6 });
});

test('an entry without a variable is the result', () => {
  const inner = `<context>${entry('a', literal('{b: 2}'))}<contextEntry>${literal('a.b + 1')}</contextEntry></context>`;
  assert.equal(valueOf(inner), 3);
});

test('an entry of another type than its own is null with a warning', () => {
  const { outputs, warnings } = taken(decision('d', `<context>${entry('n', literal('"x"'), 'number')}</context>`));
  assert.deepEqual(outputs, { n: null });
  assert.deepEqual(
    warnings.map(({ kind, place }) => [kind, place.line]),
    [['resultType', 2]],
  );
});
