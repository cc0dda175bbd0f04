import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { themeOf } from './themeOf.ts';
import type { ThemeCode } from './themes.ts';
import { themes } from './themes.ts';

const headings: readonly (readonly [ThemeCode, string])[] = [
  ['economy', '稳投资促消费成效初显'],
  ['innovation', '推动海洋科技创新走在前列'],
  ['industry', '壮大船舶制造业集群'],
  ['business', '为港航企业减负松绑,优化营商环境'],
  ['digital', '以数字化改革提升政务服务'],
  ['city', '加快轨道交通和城市更新'],
  ['countryside', '扎实推进渔村振兴和农业现代化'],
  ['environment', '打好近海污染防治攻坚战'],
  ['livelihood', '办好人民满意的教育'],
  ['culture', '擦亮海洋文化名片'],
  ['safety', '守牢海上安全生产底线'],
  ['opening', '建设对外开放新高地'],
  ['government', '持续加强政府自身建设'],
  ['general', '各位代表'],
];

test('every field is told from a heading of its own', () => {
  for (const [theme, words] of headings) equal(themeOf(words), theme, words);
  equal(new Set(headings.map(([theme]) => theme)).size, themes.length);
});

test('metrics tell their field as headings do', () => {
  equal(themeOf('数字经济核心产业增加值'), 'industry');
  equal(themeOf('市区PM2.5平均浓度'), 'environment');
  equal(themeOf('城镇登记失业率'), 'livelihood');
  equal(themeOf('城乡居民收入倍差'), 'livelihood');
  equal(themeOf('代表建议办理满意率'), 'government');
});

test('of two fields that weigh the same the one named last is meant', () => {
  equal(themeOf('以数字化改革优化营商环境'), 'business');
  equal(themeOf('以营商环境优化倒逼数字化改革'), 'digital');
});

test('health of the economy is no medicine, and an ecology of innovation no nature', () => {
  equal(themeOf('促进经济平稳健康发展'), 'economy');
  equal(themeOf('营造科创最优生态'), 'innovation');
});

test('nothing said is general, and a long text costs no more than its beginning', () => {
  equal(themeOf(''), 'general');
  equal(themeOf('🏙'), 'general');
  const started = performance.now();
  equal(themeOf('教育'.repeat(5_000_000)), 'livelihood');
  ok(performance.now() - started < 500);
});
