import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createTextIndex } from './textIndex.ts';

test('texts keep the ordinal that they first got, however many come', () => {
  const index = createTextIndex();
  const texts = Array.from({ length: 20_000 }, (_, n) => `企业${n * 7}${'x'.repeat(n % 40)}`);
  assert.deepEqual(
    texts.map((text) => index.placeText(text)),
    texts.map((_, n) => n),
  );
  for (let n = 0; n < texts.length; n += 97) {
    assert.equal(index.placeText(texts[n]!), n);
    assert.equal(index.find(texts[n]!), n);
    assert.equal(index.textAt(n), texts[n]);
  }
  assert.equal(index.find('not there'), -1);
  assert.equal(index.find('y'.repeat(5000)), -1);
  assert.equal(index.placeText(''), 20_000);
  assert.equal(index.textAt(20_000), '');
});
