import assert from 'node:assert/strict';
import test from 'node:test';
import { readAdverbs } from './readAdverbs.ts';

const adverbsOf = (clause: string) => readAdverbs(clause, 0).map(({ start, end }) => clause.slice(start, end));

test('adverbials are read one after the other, the longest first', () => {
  assert.deepEqual(adverbsOf('继续坚定不移推进'), ['继续', '坚定不移']);
  assert.deepEqual(adverbsOf('积极稳妥推进'), ['积极稳妥']);
});

test('commas of enumeration may stand between them', () => {
  assert.deepEqual(adverbsOf('完整、准确、全面贯彻'), ['完整', '准确', '全面']);
});

test('地, 一企一策 and 式 make adverbials of any word', () => {
  assert.deepEqual(adverbsOf('源源不断地输送'), ['源源不断地']);
  assert.deepEqual(adverbsOf('一港一策制定'), ['一港一策']);
  assert.deepEqual(adverbsOf('菜单式推进'), ['菜单式']);
});

test('the 地 of a noun makes none', () => {
  assert.deepEqual(adverbsOf('放大湿地效应'), []);
});
