import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { decision, literal, taken, valueOf } from '../../test/modelOf.ts';

const binding = (name: string, text: string): string =>
  `<binding><parameter name="${name}"/>${literal(text)}</binding>`;
const call = (...bindings: readonly string[]): string =>
  `<invocation>${literal('function(a: number, b: number) a - b')}${bindings.join('')}</invocation>`;

test('arguments are bound by name, in any order', () => {
  assert.equal(valueOf(call(binding('b', '1'), binding('a', '5'))), 4);
});

test('other parameters than the function has, or an argument of another type, make the call null with a warning', () => {
  for (const logic of [
    call(binding('a', '1')),
    call(binding('a', '1'), binding('c', '1')),
    call(binding('a', '1'), binding('b', '"x"')),
    `<invocation>${literal('1')}</invocation>`,
  ]) {
    const { value, warnings } = taken(decision('d', logic));
    assert.equal(value, null);
    assert.equal(warnings.length, 1, logic);
  }
});

test('a parameter that is bound twice is refused', () => {
  assert.throws(
    () => valueOf(call(binding('a', '1'), binding('a', '2'))),
    (error) => isFault(error, 'judge.malformed'),
  );
});
