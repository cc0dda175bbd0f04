import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { plusNames } from './plusNames.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...plusNames(clause, readClause(clause, 0, clause.length))].map((each) => clause.slice(each.start, each.end));

test('three parts and more make a name, and so do two with a system among them', () => {
  deepEqual(names('坚持首问负责+限时办结+公开评议'), ['首问负责+限时办结+公开评议']);
  deepEqual(names('建设校园大脑+未来学校'), ['校园大脑+未来学校']);
  deepEqual(names('推动渔业+旅游'), []);
});

test('quotes part two compounds, and a head noun ends one and says what it is', () => {
  deepEqual(names('深化海湾大脑+未来渔村”“校园大脑+未来学校核心场景建设'), ['海湾大脑+未来渔村', '校园大脑+未来学校']);
  const clause = '建设数字门牌+网格+热线指挥平台';
  deepEqual(
    [...plusNames(clause, readClause(clause, 0, clause.length))].map((each) => each.category),
    ['platform'],
  );
});

test('sums of numbers and overlapping effects are no names', () => {
  deepEqual(names('启动首批3+30个试点'), []);
  deepEqual(names('发挥自贸区+综保区+空港叠加效应'), []);
});
