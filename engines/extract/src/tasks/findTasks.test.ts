import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { Section } from '../reading.ts';
import { paragraphsOf } from '../sections/paragraphs.ts';
import { findTasks } from './findTasks.ts';

function targets(text: string, over: Partial<Section> = {}): Section {
  const heading = { start: 0, end: 0 };
  return {
    path: '三',
    level: 1,
    title: '',
    start: 0,
    end: text.length,
    heading,
    kind: 'target',
    period: '2030',
    ...over,
  };
}

const tasksOf = (text: string) => [...findTasks(text, [targets(text)])];
const verbsOf = (text: string) => tasksOf(text).map(({ verb }) => verb);

test('each clause of a sentence that promises something is a task with its verb, object and modifier', () => {
  const text = '大力发展夜航经济,建立健全河湖巡护机制,让示例市的孩子就近入学。';
  assert.deepEqual(
    tasksOf(text).map(({ verb, object, modifier, span }) => [verb, object, modifier, text.slice(span.start, span.end)]),
    [
      ['发展', '夜航经济', '大力', '大力发展夜航经济'],
      ['建立健全', '河湖巡护机制', '', '建立健全河湖巡护机制'],
      ['让', '示例市的孩子就近入学', '', '让示例市的孩子就近入学'],
    ],
  );
});

test('a task carries its section, theme and period', () => {
  const text = '(一)建设示例新城。\n完善排水管网。\n';
  const theme = targets(text, { path: '三/(一)', level: 2, title: '建设示例新城', kind: null, period: null });
  const [heading, task] = [...findTasks(text, [targets(text), theme])];
  assert.equal(heading?.span.start, 3, 'the marker is no part of the task');
  assert.deepEqual([task?.section, task?.theme, task?.period], ['三/(一)', '建设示例新城', '2030']);
});

test('a sentence that a page break cuts is read as one', () => {
  const text = '大力推动示例湖流域的生态环境保护，稳\n定渔业生产和渔民收入。';
  assert.deepEqual(verbsOf(text), ['推动', '稳定']);
});

test('what was done is no task', () => {
  const text = '完善排水管网,新港口建设加快推进。';
  assert.deepEqual([...findTasks(text, [targets(text, { kind: 'fact' })])], []);
  assert.deepEqual(verbsOf('过去五年,我们完善排水管网,打造示例样板。'), []);
});

test('what holds a quantity is a statement, not a task', () => {
  assert.deepEqual(verbsOf('新建公园12个,完善公园管护机制,建成学校二十所,深化三大行动。'), ['完善', '深化']);
  assert.deepEqual(verbsOf('全面建成地铁九期、通车里程达到88公里。'), ['建成']);
});

test('what was asked of the city is no task, what follows it is', () => {
  assert.deepEqual(verbsOf('牢记保护好示例湖,建设宜居城市的重要指示,守好一湖清水。'), ['守好']);
});

test('means, circumstances, principles and the closing call are no tasks', () => {
  assert.deepEqual(verbsOf('以示例港为载体,围绕打造航运中心,拓展远洋航线。'), ['拓展']);
  assert.deepEqual(verbsOf('今年工作的总体要求是:坚持稳中求进,推动高质量发展。加强统计监督。'), ['加强']);
  assert.deepEqual(verbsOf('让我们更加紧密地团结起来,奋力谱写示例市新篇章!'), []);
});

test('how firmly a task is meant is its modality', () => {
  assert.deepEqual(
    tasksOf('力争建成示例大桥。确保粮食安全。完善医保制度。').map(({ modality }) => modality),
    ['力争', '确保', undefined],
  );
});

function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => (state = (state * 48271) % 2147483647) % limit;
}

/** How many tasks there are, each checked. */
function holdTheirVerbs(text: string): number {
  const paragraphs = [...paragraphsOf(text)];
  const tasks = tasksOf(text);
  let last = 0;
  for (const { span, verb } of tasks) {
    const said = text.slice(span.start, span.end);
    assert.ok(span.start >= last && span.end > span.start, 'in order');
    assert.ok(said.replaceAll(/[\s\u200b]+/gu, '').includes(verb), 'with its verb');
    assert.ok(
      paragraphs.some(({ start, end }) => start <= span.start && span.end <= end),
      'in one paragraph',
    );
    last = span.end;
  }
  return tasks.length;
}

test('the tasks of random splices of sentences lie in order, each in its paragraph, and hold their verb', () => {
  const parts =
    '加快 建设 示例新城 和 ， 。 , \n “ ” ( ) 《 》 、 的 以 把 让 牢记 要求 : 12个 持续 提升 服务 水平 要 将 三是 😀 \u3000 \u200b'.split(
      ' ',
    );
  const random = randomFrom(7);
  for (let round = 0; round < 300; round += 1)
    holdTheirVerbs(Array.from({ length: random(120) }, () => parts[random(parts.length)]).join(''));
});

test('a text without an end of sentence takes time linear in its length', () => {
  const text = '加快建设示例新城和,以“把将持续'.repeat(60_000);
  const begun = performance.now();
  assert.ok(tasksOf(text).length > 0);
  assert.ok(performance.now() - begun < 10_000);
});

const report = path.resolve(import.meta.dirname, '../../../../../shared/reports/hangzhou-2022.txt');

test(
  'the tasks of a real report, whole and cut at random, hold their verb and lie in order',
  {
    skip: !existsSync(report) && 'shared/reports is absent',
  },
  () => {
    const text = readFileSync(report, 'utf8');
    assert.ok(holdTheirVerbs(text) > 300);
    const random = randomFrom(11);
    for (let round = 0; round < 100; round += 1) {
      const from = random(text.length);
      const to = from + random(2_000);
      holdTheirVerbs(
        text.slice(0, random(2_000)) + text.slice(from, to) + text.slice(random(text.length)).slice(0, 500),
      );
    }
  },
);
