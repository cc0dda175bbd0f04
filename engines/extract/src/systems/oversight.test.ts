import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { oversight } from './oversight.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...oversight(clause, readClause(clause, 0, clause.length))].map((each) => clause.slice(each.start, each.end));

test('supervision of a kind, inspections and officials in court are mechanisms', () => {
  deepEqual(names('自觉接受人大法律监督、政协民主监督'), ['人大法律监督、政协民主监督']);
  deepEqual(names('抓好省级生态环保督察问题整改'), ['生态环保督察']);
  deepEqual(names('行政机关负责人出庭应诉率98%'), ['行政机关负责人出庭应诉']);
  deepEqual(names('加强市场监督管理'), []);
});
