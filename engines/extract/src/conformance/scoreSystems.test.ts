import { test } from 'node:test';
import assert from 'node:assert/strict';
import { scoreSystems } from './scoreSystems.ts';

const system = { id: 's1', name: '示例码', start: 10, end: 13 };
const hits = (met: Partial<typeof system>): number => scoreSystems([system], [{ ...system, ...met }]).hits;

test('the same name, or one that holds the other, where it stands makes a hit', () => {
  assert.equal(hits({}), 1);
  assert.equal(hits({ name: '市民示例码', start: 8 }), 1);
  assert.equal(hits({ name: '示例', end: 12 }), 1);
});

test('another name, none, or another place makes no hit', () => {
  assert.equal(hits({ name: '示例网' }), 0);
  assert.equal(hits({ name: '' }), 0);
  assert.equal(hits({ start: 13, end: 16 }), 0);
});
