import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleReading } from './test/exampleReading.ts';
import { topicOf, withTopics } from './topicOf.ts';

const [first] = exampleReading.sections;
const section = (level: number, title: string, start: number, end: number) => {
  assert.ok(first);
  return { ...first, level, title, start, end };
};
const sections = withTopics([
  section(1, '加强生态文明建设', 0, 100),
  section(2, '各位代表', 10, 60),
  section(3, '办好人民满意的教育', 20, 40),
]);

test('a row’s own words tell its topic before any heading does', () => {
  assert.equal(topicOf('市区PM2.5平均浓度', 25, sections), 'environment');
});

test('else the nearest heading does that tells one', () => {
  assert.equal(topicOf('总数', 25, sections), 'livelihood');
  assert.equal(topicOf('总数', 50, sections), 'environment');
  assert.equal(topicOf('总数', 100, sections), 'general');
});

test('a section that has its topic keeps it where the title is not known', () => {
  assert.equal(withTopics([{ ...section(1, '', 0, 9), topic: 'culture' }])[0]?.topic, 'culture');
});
