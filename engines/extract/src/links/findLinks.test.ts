import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSections } from '../sections/findSections.ts';
import { findStatements } from '../statements/findStatements.ts';
import { findLinks } from './findLinks.ts';

const linksOf = (done: string, toDo: string) => {
  const report = `一、2030年工作回顾\n${done}\n二、2031年工作安排\n${toDo}\n`;
  const statements = [...findStatements(report, findSections(report))];
  const valueOf = (id: string) => statements.find((statement) => statement.id === id)?.value;
  return findLinks(statements).map(({ fact, target }) => [valueOf(fact), valueOf(target)]);
};

test('a fact and a target of one metric and one kind of number are linked', () => {
  assert.deepEqual(linksOf('全市生产总值1200亿元、增长5%。', '生产总值增长6%以上。'), [[5, 6]]);
  assert.deepEqual(linksOf('新增绿地3平方公里。', '新增绿地100万平方米。'), [[3, 100]]);
});

test('other metrics, other kinds of numbers and conditions are not', () => {
  assert.deepEqual(linksOf('科技企业总数2万家。', '新增科技企业800家。'), []);
  assert.deepEqual(linksOf('出口增长5%。', '出口占全国比重达5%。'), []);
});
