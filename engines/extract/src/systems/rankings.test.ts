import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { rankings } from './rankings.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...rankings(clause, readClause(clause, 0, clause.length))].map((each) => clause.slice(each.start, each.end));

test('a title that somebody outside gives is a list', () => {
  deepEqual(names('连续3年蝉联全国最美海岛城市'), ['全国最美海岛城市']);
  deepEqual(names('入选国家首批4个蓝碳交易试点'), ['蓝碳交易试点']);
  deepEqual(names('入选海员眼中最友好的港口城市'), ['海员眼中最友好的港口城市']);
});

test('the strongest so many are a list', () => {
  deepEqual(names('新增民营企业500强2家'), ['民营企业500强']);
  deepEqual(names('培育世界一流强企'), []);
});

test('a place among the hundred strongest, and a title that was kept', () => {
  deepEqual(names('三湾区跻身全国百强区'), ['全国百强区']);
  deepEqual(names('通过国家海洋城市复评'), ['国家海洋城市']);
  deepEqual(names('第3次荣获“全国海防模范城”称号'), ['全国海防模范城']);
});

test('becoming the first city that passed a number is no list', () => {
  deepEqual(names('成为首个总量突破2万亿元的城市'), []);
});
