import { test } from 'node:test';
import assert from 'node:assert/strict';
import { literal, valueOf } from '../../test/modelOf.ts';

test('the items of a boxed list may be boxes themselves', () => {
  assert.deepEqual(valueOf(`<list>${literal('1')}<list>${literal('2')}</list></list>`), [1, [2]]);
});

test('a list of another type than its own is null', () => {
  const strings = '<itemDefinition name="tTexts" isCollection="true"><typeRef>string</typeRef></itemDefinition>';
  assert.equal(valueOf(`<list typeRef="tTexts">${literal('1')}</list>`, strings), null);
});
