import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metricsOf } from './compareMetrics.ts';
import { exampleReading } from './test/exampleReading.ts';

const [first] = exampleReading.statements;
const report = (id: string, year: number, metrics: readonly (readonly [string, string | null, number])[]) => ({
  id,
  title: `${year}年`,
  year,
  statements: metrics.flatMap(([metric, period, value], n) =>
    first === undefined ? [] : [{ ...first, id: `s${n + 1}`, metric, period, value }],
  ),
});

test('a metric of at least two reports is a series, oldest period first, the commonest metric first', () => {
  const compared = metricsOf([
    report('c', 2024, [
      ['新增岗位', '2023', 4],
      ['绿道', null, 7],
    ]),
    report('a', 2022, [
      ['新增岗位', '2021', 2],
      ['只在一处', '2021', 1],
      ['绿道', '2021', 5],
    ]),
    report('b', 2023, [['全市“新增岗位”', '2022', 3]]),
  ]);
  assert.deepEqual(
    compared.metrics.map(({ metric, points }) => [metric, points.map(({ report: from, value }) => [from, value])]),
    [
      [
        '新增岗位',
        [
          ['a', 2],
          ['b', 3],
          ['c', 4],
        ],
      ],
      [
        '绿道',
        [
          ['a', 5],
          ['c', 7],
        ],
      ],
    ],
  );
  assert.deepEqual(
    compared.reports.map(({ id }) => id),
    ['c', 'a', 'b'],
  );
});
