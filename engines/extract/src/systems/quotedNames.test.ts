import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { quotedNames } from './quotedNames.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...quotedNames(clause, readClause(clause, 0, clause.length))]
    .map((each) => each.name ?? clause.slice(each.start, each.end))
    .toReversed();

test('a quoted phrase is a name where what follows says so', () => {
  deepEqual(names('深化“潮汐办”改革'), ['潮汐办']);
  deepEqual(names('“海岛义警”“渔嫂议事”等应用入选全省最佳'), ['海岛义警', '渔嫂议事']);
  deepEqual(names('弘扬“敢闯”精神'), []);
  deepEqual(names('完善“渔嫂议事”、海上热线等机制'), ['渔嫂议事']);
});

test('plan periods, numbers and mottos in quotes are no names', () => {
  deepEqual(names('落实“十五五”规划改革'), []);
  deepEqual(names('做好“六稳”工作'), []);
});

test('digits in quotes are a name together with what they count', () => {
  deepEqual(names('构建“2468”体系'), ['“2468”体系']);
  deepEqual(names('实现“6040”目标'), ['“6040”目标']);
  deepEqual(names('壮大“27X”先进制造业集群'), ['“27X”先进制造业集群']);
});

test('two names that lost their outer quotes are parted', () => {
  deepEqual(names('加快潮汐办”“渔排办改革'), ['潮汐办', '渔排办']);
  deepEqual(names('实施扩容”“提质行动'), ['扩容行动', '提质'].slice(0, 2));
});
