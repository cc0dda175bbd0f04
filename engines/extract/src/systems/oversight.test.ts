import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { oversight } from './oversight.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...oversight(clause, readClause(clause, 0, clause.length))].map((each) => clause.slice(each.start, each.end));

test('supervision of a kind, inspections and officials in court are mechanisms', () => {
  deepEqual(names('主动接受人大法律监督、社会舆论监督'), ['人大法律监督、社会舆论监督']);
  deepEqual(names('迎接省级生态环保督察'), ['生态环保督察']);
  deepEqual(names('各渔港负责人出庭应诉率98%'), ['负责人出庭应诉']);
  deepEqual(names('加强市场监督管理'), []);
});
