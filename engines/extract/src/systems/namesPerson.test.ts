import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { findSystems } from './findSystems.ts';
import { namesPerson } from './namesPerson.ts';

test('a phrase with a person in it is told by surname and title', () => {
  equal(namesPerson('王某某工作法'), true);
  equal(namesPerson('李某同志先进经验推广机制'), true);
  equal(namesPerson('海岛应急救援体系'), false);
  equal(namesPerson('方案比选机制'), false);
});

test('no person is listed, whatever the head of the phrase', () => {
  deepEqual([...findSystems('推广“王某某工作法”模式,学习赵某同志联系群众机制。', [])], []);
});
