import { test } from 'node:test';
import assert from 'node:assert/strict';
import { literal, valueOf } from '../../test/modelOf.ts';

const iterated = (kind: string, part: string, source: string, body: string): unknown =>
  valueOf(`<${kind} iteratorVariable="x"><in>${literal(source)}</in><${part}>${literal(body)}</${part}></${kind}>`);

test('for gives a list, and sees the results so far', () => {
  assert.deepEqual(iterated('for', 'return', '[1, 2, 3]', 'x * 2'), [2, 4, 6]);
  assert.deepEqual(iterated('for', 'return', '[1, 2, 3]', 'x + count(partial)'), [1, 3, 5]);
});

test('some and every are decided by one item, and unknown if one is unknown', () => {
  assert.equal(iterated('some', 'satisfies', '[1, null, 3]', 'x > 2'), true);
  assert.equal(iterated('some', 'satisfies', '[1, null]', 'x > 2'), null);
  assert.equal(iterated('every', 'satisfies', '[1, null]', 'x > 2'), false);
  assert.equal(iterated('every', 'satisfies', '[]', 'x > 2'), true);
});

test('an answer that is no boolean, or nothing to iterate over, makes the whole null', () => {
  assert.equal(iterated('some', 'satisfies', '[1, 2]', 'if x = 2 then true else "x"'), null);
  assert.equal(iterated('every', 'satisfies', 'null', 'true'), null);
  assert.equal(iterated('for', 'return', 'null', 'x'), null);
});
