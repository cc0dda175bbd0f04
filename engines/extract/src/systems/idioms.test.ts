import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { idioms } from './idioms.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...idioms(clause, readClause(clause, 0, clause.length))].map(
    (each) => `${each.category} ${clause.slice(each.start, each.end)}`,
  );

test('one of something for all, one for each, many in one', () => {
  deepEqual(names('推动一网通办、一城统管'), ['network 一网通办', 'network 一城统管']);
  deepEqual(names('实现一码互联'), ['network 一码互联']);
  deepEqual(names('实行15个渔港一港一策'), ['mechanism 一港一策']);
  deepEqual(names('坚持多规合一'), ['mechanism 多规合一']);
  deepEqual(names('实现海事审批最多跑一次'), ['mechanism 最多跑一次']);
});

test('clouds and links in quotes are platforms', () => {
  deepEqual(names('推出“选海云”'), ['platform 选海云']);
  deepEqual(names('实现“三级联通”'), []);
  deepEqual(names('优化“产业链”'), []);
});

test('circles of minutes', () => {
  deepEqual(names('构建15分钟亲海休闲圈'), ['framework 15分钟亲海休闲圈']);
});

test('three or more parallel promises', () => {
  deepEqual(names('实现零证明、零等候、零差评'), ['mechanism 零证明、零等候、零差评']);
  deepEqual(names('实现零事故、零投诉'), []);
});

test('abbreviations of numbers that count things are no names', () => {
  deepEqual(names('缩小三大差距'), []);
  deepEqual(names('打造两大高地'), []);
});
