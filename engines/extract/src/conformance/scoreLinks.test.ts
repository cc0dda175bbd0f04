import { test } from 'node:test';
import assert from 'node:assert/strict';
import { scoreLinks } from './scoreLinks.ts';

const link = { metric: '示例指数', fact: 100, target: 900 };
const hits = (fact: number, target: number): number => scoreLinks([link], [{ fact, target }]).hits;

test('both ends may be off by three characters, and neither by more', () => {
  assert.equal(hits(103, 897), 1);
  assert.equal(hits(104, 900), 0);
  assert.equal(hits(100, 896), 0);
  assert.equal(hits(900, 100), 0, 'a fact is no target');
});
