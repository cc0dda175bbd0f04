import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { runRuleTests } from './runRuleTests.ts';

const place = { file: 'a.tests.yaml', line: 1, column: 1 };
const name = { zh: '例', en: 'a case' };
const model = readDecisionModel(
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
  <inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
  <decision id="half" name="half"><variable name="half" typeRef="number"/>
    <informationRequirement id="r1"><requiredInput href="#n"/></informationRequirement>
    <literalExpression id="e1"><text>if n &gt; 10 then n / 2 else n</text></literalExpression></decision>
  <decision id="day" name="day"><variable name="day" typeRef="date"/>
    <literalExpression id="e2"><text>date("2031-01-01")</text></literalExpression></decision>
  <decision id="size" name="size"><variable name="size" typeRef="string"/>
    <informationRequirement id="r2"><requiredInput href="#n"/></informationRequirement>
    <decisionTable id="t" hitPolicy="UNIQUE"><input id="i"><inputExpression><text>n</text></inputExpression></input><output id="o" name="size"/>
      <rule id="small"><inputEntry><text>&lt;= 10</text></inputEntry><outputEntry><text>"small"</text></outputEntry></rule>
      <rule id="large"><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"large"</text></outputEntry></rule>
    </decisionTable></decision>
</definitions>`,
  'm.dmn',
);
const run = (...cases: readonly { given?: Record<string, unknown>; decision: string; expect: unknown }[]) =>
  runRuleTests(
    model,
    cases.map((one) => ({ given: {}, ...one, name, place })),
    '2031-01-01',
  );

test('what comes out is compared exactly, dates and long numbers as texts too', () => {
  const { results } = run(
    { decision: 'half', given: { n: 11 }, expect: 5.5 },
    { decision: 'half', given: { n: 11 }, expect: '5.5' },
    { decision: 'half', given: { n: 11 }, expect: '5.50000000000000000001' },
    { decision: 'day', expect: '2031-01-01' },
    { decision: 'day', expect: '2031-01-02' },
    { decision: 'size', given: { n: 1 }, expect: 'small' },
    { decision: 'size', given: { n: 1 }, expect: { size: 'large' } },
    { decision: 'nothing', expect: null },
  );
  assert.deepEqual(
    results.map(({ passed }) => passed),
    [true, true, false, true, false, true, false, false],
  );
  assert.deepEqual(results[6]?.differences, [
    { zh: 'size 应为 "large"，得 "small"', en: 'size is "small", "large" expected' },
  ]);
});

test('rows that no test uses, and conditions never seen both ways, are named', () => {
  const { coverage } = run(
    { decision: 'size', given: { n: 1 }, expect: 'small' },
    { decision: 'half', given: { n: 1 }, expect: 1 },
  );
  assert.deepEqual(
    [coverage.rows, coverage.branches],
    [
      { covered: 1, all: 2 },
      { covered: 1, all: 2 },
    ],
  );
  assert.deepEqual(
    coverage.missed.map(({ message }) => message.en),
    ['no test uses row 2 of “size”', '“n > 10” was never true'],
  );
  const whole = run(
    { decision: 'size', given: { n: 1 }, expect: 'small' },
    { decision: 'size', given: { n: 11 }, expect: 'large' },
    { decision: 'half', given: { n: 1 }, expect: 1 },
    { decision: 'half', given: { n: 12 }, expect: 6 },
  );
  assert.deepEqual(whole.coverage.missed, []);
});
