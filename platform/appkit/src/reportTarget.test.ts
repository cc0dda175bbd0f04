import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { figuresFormat, type CityReport } from '@yiwang/extract';
import { checkApp, placeOf } from './index.ts';
import { reportTarget } from './reportTarget.ts';

type Figure = CityReport['statements'][number];

const figure: Figure = {
  id: 's1',
  kind: 'target',
  section: '三/(一)',
  period: '2030',
  metric: '示例河道水位',
  value: 3,
  unit: '米',
  valueSi: 3,
  unitSi: '米',
  comparator: 'lt',
  change: 'level',
  span: { start: 10, end: 12 },
  quote: { start: 4, end: 12 },
  confidence: 0.9,
};

function reportOf(...statements: readonly Partial<Figure>[]): CityReport {
  return {
    format: figuresFormat,
    title: '示例市政府工作报告',
    year: 2030,
    source: { hash: 'a'.repeat(64), length: 100 },
    counts: { facts: 0, targets: statements.length, systems: 0, links: 0, ambiguities: 0 },
    sections: [],
    statements: statements.map((one, index) => ({ ...figure, id: `s${index + 1}`, ...one })),
    systems: [],
    links: [],
    ambiguities: [],
  };
}

const reference = { report: 2030, metric: '河道水位' };

suite('a target that refers to the work report', () => {
  test('takes value, comparator and place from the one statement that its words name', () => {
    assert.deepEqual(reportTarget(reference, 'm', reportOf({ metric: '示例雨量' }, {})), {
      target: {
        value: 3,
        comparator: 'lt',
        text: { zh: '目标 < 3', en: 'target < 3' },
        source: { zh: '2030 年政府工作报告', en: 'Government Work Report 2030' },
        report: { hash: 'a'.repeat(64), row: 's2' },
      },
    });
  });

  test('says that it is a mean over the year where that is what it is', () => {
    const found = reportTarget({ ...reference, average: 'year' }, 'm', reportOf({}));
    assert.deepEqual('target' in found && found.target.text, { zh: '年均目标 < 3', en: 'yearly mean target < 3' });
  });

  test('is told from a fact, another year and a growth rate of the same metric', () => {
    const report = reportOf({ kind: 'fact' }, { period: '2026-2030' }, { change: 'growth_rate' }, {});
    const found = reportTarget({ ...reference, period: '2030', change: 'level' }, 'm', report);
    assert.equal('target' in found && found.target.report?.row, 's4');
  });

  test('that finds nothing, several, no single value or another unit is a problem that says what is there', () => {
    const problem = (report: CityReport, unit = 'm', metric = '河道水位'): string => {
      const found = reportTarget({ report: 2030, metric }, unit, report);
      return 'problem' in found ? found.problem.en : '';
    };
    assert.match(problem(reportOf({}), 'm', '河道 流量'), /states no such 河道 流量 \(s1 示例河道水位\)/);
    assert.match(problem(reportOf({}, {})), /2 times: s1, s2; narrow it/);
    assert.match(problem(reportOf({ value: [1, 2] })), /s1 has no single value/);
    assert.match(problem(reportOf({}), 'mm'), /the report's unit is 米, the indicator's is mm/);
  });

  test('is refused with file and line, and the folder with it', (t: TestContext) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-target-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(path.resolve(import.meta.dirname, '../../../cities/example'), folder, { recursive: true });
    const app = path.join(folder, 'apps/rain');
    const file = path.join(app, 'indicators/water-level.yaml');
    const model = readFileSync(file, 'utf8').replace(/\ntarget:[^\n]*(?:\n {2}[^\n]*)*/, '');
    for (const [target, what] of [
      ['{ report: 2029, metric: 示例 }', /no figures of 2029/],
      ['{ report: 2030, metric: 没有的指标 }', /no figures of 2030|states no such 没有的指标/],
      ['{ report: 2030 }', /metric is missing|none of the values/],
    ] as const) {
      writeFileSync(file, `${model.trimEnd()}\ntarget: ${target}\n`);
      const { app: loaded, problems } = checkApp(app);
      assert.equal(loaded, undefined);
      assert.match(problems.map(({ what: { en } }) => en).join('\n'), what);
      const line = model.trimEnd().split('\n').length + 1;
      assert.ok(problems.every((problem) => placeOf(problem).startsWith(`indicators/water-level.yaml:${line}:`)));
    }
  });
});
