import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleModes } from './sampleModes.ts';

const screens = Array.from({ length: 10 }, (_, index) => `/${index}`);

test('a sample has each screen once, and each language, theme, text size and density', () => {
  const sample = sampleModes(screens, false);
  assert.deepEqual(
    sample.map(({ screen }) => screen),
    screens,
  );
  for (const [key, many] of Object.entries({ language: 2, theme: 2, text: 2, density: 3 })) {
    assert.equal(new Set(sample.map(({ mode }) => mode[key])).size, many, key);
  }
});

test('the whole has each screen in each of the 24 modes', () => {
  assert.equal(sampleModes(screens, true).length, 240);
});
