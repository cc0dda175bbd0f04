import assert from 'node:assert/strict';
import test from 'node:test';
import { governs, readVerb } from './readVerb.ts';

const verbOf = (clause: string) => {
  const verb = readVerb(clause, 0);
  return verb !== undefined && governs(clause, verb) ? verb.text : undefined;
};

for (const [clause, verb] of [
  ['培育和形成一批航运企业', '培育和形成'],
  ['做大做强港口经济', '做大做强'],
  ['举办好示例湖音乐节', '举办好'],
  ['建立健全巡河制度', '建立健全'],
  ['防范化解渡口风险', '防范化解'],
  ['引进、培养和用好船员', '引进、培养和用好'],
  ['推动形成河湖共治局面', '推动形成'],
  ['支持建设示例船坞', '支持建设'],
] as const)
  test(`the verb of ${clause} is ${verb}`, () => assert.equal(verbOf(clause), verb));

for (const [clause, verb] of [
  ['实施提升渡口服务行动', '实施'],
  ['塑造吸引游客的优势', '塑造'],
  ['强化服务保障', '强化'],
  ['控制化肥用量', '控制'],
  ['纠正性别歧视', '纠正'],
  ['推进好房子建设', '推进'],
] as const)
  test(`the verb of ${clause} is ${verb} alone`, () => assert.equal(verbOf(clause), verb));

test('a word that is a verb or a noun is a verb before an object', () => {
  assert.equal(verbOf('发展夜航经济'), '发展');
  assert.equal(verbOf('保障渔民权益'), '保障');
});

test('it is a noun before a noun that it qualifies, and before more of its kind', () => {
  for (const clause of ['发展方式全面转变', '服务水平', '治理体系现代化', '改革创新', '养老设施', '保障性住房'])
    assert.equal(verbOf(clause), undefined, clause);
});
