import assert from 'node:assert/strict';
import test from 'node:test';
import { readPredicate } from './readPredicate.ts';

const read = (clause: string, expectsOutcome = false) => {
  const found = readPredicate(clause, { expectsOutcome });
  return found === undefined ? undefined : [found.modifier, found.verb, found.object];
};

const examples: readonly [rule: string, clause: string, verb: string, object: string][] = [
  ['加快 before a verb is its modifier', '加快建设示例新港', '建设', '示例新港'],
  ['加快 before a noun is the verb', '加快示例新港建设', '加快', '示例新港建设'],
  ['深化 yields to a plain verb', '深化落实河长制', '落实', '河长制'],
  ['深化 keeps a noun that looks like a verb', '深化改革攻坚', '深化', '改革攻坚'],
  ['坚持 before a verb is its modifier', '坚持办好渔民实事', '办好', '渔民实事'],
  ['坚持 keeps an apposition', '坚持发展航运这个方向', '坚持', '发展航运这个方向'],
  ['the means stand before the verb', '以智慧航道引领港区升级', '引领', '港区升级'],
  ['the verb of the means is not the predicate', '在推进疏浚中做好航标养护', '做好', '航标养护'],
  ['whom it is for stands before the verb', '为渔民提供气象服务', '提供', '气象服务'],
  ['a place stands before the verb', '在老港区建设一批泊位', '建设', '一批泊位'],
  ['把 puts the object first', '把惠民实事办实办好', '办实办好', '惠民实事'],
  ['把 … 到 names the goal', '把安全理念贯穿到航运全过程', '贯穿', '安全理念'],
  ['将 puts the object first', '市级财政将渡口纳入补助范围', '纳入', '渡口'],
  ['让 is a verb', '让渔民更有盼头', '让', '渔民更有盼头'],
  ['a subject may stand before 要', '各港区要完善应急预案', '完善', '应急预案'],
  ['a deed may be what is spoken of', '制定航线要听取船员意见', '听取', '船员意见'],
  ['short verbs with their objects are said as one', '着力保供水稳粮价', '保供水稳粮价', ''],
  ['以渔促旅、以渔兴港 is one verb', '以渔促旅、以渔兴港', '以渔促旅、以渔兴港', ''],
  ['确保 joins a verb', '确保建成示例船闸', '确保建成', '示例船闸'],
  ['确保 is the verb of a state', '确保航道畅通', '确保', '航道畅通'],
  ['a manner that ends in 式 is a modifier', '组团式推进港区更新', '推进', '港区更新'],
  ['what is brought into use is a promise', '示例船闸基本建成', '建成', '示例船闸'],
];

for (const [rule, clause, verb, object] of examples)
  test(`${rule}: ${clause}`, () => assert.deepEqual(read(clause)?.slice(1), [verb, object]));

test('the modifier is what stands before the verb', () => {
  assert.equal(read('始终坚定不移守好示例湖')?.[0], '始终坚定不移');
});

test('what becomes of a subject is a promise only among the expected targets', () => {
  assert.deepEqual(read('城乡差距持续缩小', true), ['持续', '缩小', '城乡差距']);
  assert.equal(read('城乡差距持续缩小'), undefined);
});

test('a statement of what is promises nothing', () => {
  for (const clause of ['港口是城市的门户', '创新能力显著增强', '以新港为纽带', '围绕建设航运中心', '物价涨幅平稳'])
    assert.equal(read(clause), undefined, clause);
});
