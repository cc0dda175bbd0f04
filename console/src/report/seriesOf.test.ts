import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, placeOf, roundSteps, seriesOf } from './seriesOf.ts';

const point = (kind: 'fact' | 'target', period: string | null, valueSi: number | number[] | null) => ({
  report: 'r',
  statement: 's1',
  kind,
  period,
  value: valueSi,
  unit: '%',
  valueSi,
  comparator: 'eq' as const,
});
const of = (points: ReturnType<typeof point>[]) =>
  seriesOf({ metric: '研发投入强度', change: 'level', unitSi: '%', points });

test('facts and targets are two lines by year, a span of years stands at its end', () => {
  const { facts, targets } = of([
    point('fact', '2017-2021', 3.2),
    point('fact', '2019', 2.9),
    point('target', '2022', 3.4),
  ]);
  assert.deepEqual(
    facts.map(({ year, value }) => [year, value]),
    [
      [2019, 2.9],
      [2021, 3.2],
    ],
  );
  assert.equal(targets[0]?.year, 2022);
});

test('a line joins single years of one place with one value each, and nothing where a year has two', () => {
  const { facts } = of([point('fact', '2016-2020', 60), point('fact', '2020', 11), point('fact', '2021', 12)]);
  const lines = linesOf(facts, () => '示例市');
  assert.deepEqual(
    lines.map((line) => line.map(({ year }) => year)),
    [[2020, 2021]],
  );
  assert.deepEqual(linesOf(of([point('fact', '2020', 11), point('fact', '2020', 1186)]).facts, String), []);
});

test('reports of two places are two lines, of two years of one place one', () => {
  assert.equal(placeOf('2026年示例市政府工作报告'), placeOf('示例市政府工作报告'));
  const { facts } = of([point('fact', '2020', 11), { ...point('fact', '2021', 12), report: 'other' }]);
  assert.equal(linesOf(facts, (report) => report).length, 2);
});

test('what is no single number or has no year is not drawn, and what two reports say alike is drawn once', () => {
  const { facts } = of([
    point('fact', null, 3),
    point('fact', '2021', [1, 2]),
    point('fact', '2021', null),
    point('fact', '2021', 3.2),
    point('fact', '2021', 3.2),
  ]);
  assert.equal(facts.length, 1);
});

test('the steps of an axis are round and hold all values', () => {
  assert.deepEqual(roundSteps(2.9, 3.4), [2.8, 3, 3.2, 3.4]);
  assert.deepEqual(roundSteps(20, 97), [0, 20, 40, 60, 80, 100]);
  assert.equal(roundSteps(1, 6000)[0], 0, 'nothing below zero is drawn where nothing is');
  const [first = 0, ...rest] = roundSteps(5, 5);
  assert.ok(first < 5 && (rest.at(-1) ?? 0) >= 5);
});
