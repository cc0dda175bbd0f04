import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everydayViews as counted } from '@yiwang/contract';
import { everydayViews, saidOf } from './queueViews.ts';

test('the views of every day ask for what the server counts for them', () => {
  assert.deepEqual(
    everydayViews.map(({ id, filters }) => [id, filters]),
    counted.map(({ id, filters }) => [
      id,
      Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)])),
    ]),
  );
});

test('a view keeps the filters that say something, and nothing else of the address', () => {
  assert.deepEqual(saidOf({ light: 'due', text: '', region: undefined, colour: 'red' }), { light: 'due' });
});
