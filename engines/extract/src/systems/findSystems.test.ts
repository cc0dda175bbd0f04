import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../reading.ts';
import { findSystems } from './findSystems.ts';

/** Processor time, which a busy machine doesn't lengthen. */
function millisecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const names = (text: string) => [...findSystems(text, [])].map((each) => each.name);
const only = (text: string) => {
  const found = [...findSystems(text, [])];
  equal(found.length, 1, `one name expected in ${text}: ${found.map((each) => each.name).join(' ')}`);
  return found[0]!;
};

test('a system is listed once, with every place that names it, quotes aside', () => {
  const text = '示例市上线“清风在线”。\n清风在线累计受理事项20万件。今年升级清风在线。';
  const found = only(text);
  equal(found.name, '清风在线');
  equal(found.category, 'platform');
  deepEqual(
    found.mentions.map(({ start, end }) => text.slice(start, end)),
    ['清风在线', '清风在线', '清风在线'],
  );
  deepEqual(found.span, found.mentions[0]);
});

test('a system is filed under the innermost section where it is first named', () => {
  const text = '一、回顾\n(一)治理\n推行湾长制。';
  const section = (path: string, start: number): Section => ({
    path,
    start,
    end: text.length,
    level: 1,
    title: '',
    heading: { start, end: start + 4 },
    kind: null,
    period: null,
  });
  const [found] = findSystems(text, [section('一/(一)', 5), section('一', 0)]);
  equal(found?.section, '一/(一)');
});

test('a part of a longer name is listed where it stands by itself', () => {
  const text = '建设校园大脑+未来学校。\n新办未来学校30所。';
  const part = [...findSystems(text, [])].find((each) => each.name === '未来学校');
  equal(part?.span.start, text.indexOf('未来学校30'));
  equal(part?.mentions.length, 2);
});

test('a document is no system, whatever its title says', () => {
  deepEqual(names('印发《示例市智慧渔港体系建设行动计划》。'), []);
});

test('no name crosses a comma, and a comma within a number parts nothing', () => {
  deepEqual(names('加强海岛监测,机制更活'), []);
  deepEqual(names('完善覆盖1,200个村的山洪预警系统。'), ['山洪预警系统']);
});

test('a text without names gives none', () => {
  deepEqual(names(''), []);
  deepEqual(names('示例市生产总值增长6.5%,城镇新增就业3万人。'), []);
  deepEqual(names('The city builds a platform.\n\n\t'), []);
});

test('offsets are indices of the text as given and ids rise from y1', () => {
  const text = '🏙推行湾长制。健全暴雨预警叫应机制。';
  const found = [...findSystems(text, [])];
  deepEqual(
    found.map((each) => [each.id, text.slice(each.span.start, each.span.end)]),
    [
      ['y1', '湾长制'],
      ['y2', '暴雨预警叫应机制'],
    ],
  );
});

test('any string is read without a fault, in order, within its bounds', () => {
  const letters = [
    '“',
    '”',
    '、',
    '的',
    '和',
    '+',
    '一',
    '网',
    '通',
    '办',
    '机制',
    '体系',
    '构建',
    '推进',
    '(',
    ')',
    '《',
    '》',
    ',',
    '。',
    '\n',
    '3',
    '改革',
    '工程',
    '等',
    '入选',
    '城市',
    '监督',
    '零',
    '跑动',
    '🏙',
    'a',
  ];
  let seed = 20260203;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next(60) }, () => letters[next(letters.length)]).join('');
    let before = -1;
    for (const each of findSystems(text, [])) {
      ok(each.name.length >= 2 && each.name.length <= 60, text);
      ok(each.confidence > 0 && each.confidence <= 1, text);
      ok(each.mentions.length > 0, text);
      for (const { start, end } of each.mentions) ok(start >= 0 && start < end && end <= text.length, text);
      before = Math.max(before, each.span.start);
    }
  }
});

test('what is found in two texts is found in the one after the other', () => {
  const first = '推行湾长制,构建“2468”体系。\n';
  const second = '深化一港一策,建设智慧渔港监管平台。\n';
  deepEqual(names(first + second), [...names(first), ...names(second)]);
});

test('time grows with the length of the text, also for lines made to be slow', () => {
  const slow = [
    '零跑动、',
    '监督和',
    '一二三四',
    '三圈',
    '“”',
    '构建的',
    '数字',
    '15分钟文',
    '人大监督',
    '湾长制、',
    '推行湾长制,',
    '三网融合',
    '甲机制,',
    '“甲乙”等机制。',
    '+甲',
    '第一',
    '(',
    '《',
  ];
  for (const unit of slow) {
    const line = `${unit.repeat(Math.floor(390 / unit.length))}。`;
    const once = millisecondsOf(() => [...findSystems(line.repeat(30), [])].length);
    const tenfold = millisecondsOf(() => [...findSystems(line.repeat(300), [])].length);
    ok(tenfold < 40 * once + 400, `${unit}: ${once} ms, ten times as long: ${tenfold} ms`);
  }
});
