import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { diffVersions } from './diffVersions.ts';

const modelOf = (least: string, rows: readonly (readonly [id: string, cell: string, result: string])[]) =>
  readDecisionModel(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
  <inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
  <decision id="who" name="谁可以申请 | Who may apply"><variable name="who" typeRef="boolean"/>
    <informationRequirement id="r1"><requiredInput href="#n"/></informationRequirement>
    <literalExpression id="e"><text>n &gt;= ${least}</text></literalExpression></decision>
  <decision id="much" name="金额 | Amount"><variable name="much" typeRef="number"/>
    <informationRequirement id="r2"><requiredInput href="#n"/></informationRequirement>
    <decisionTable id="t" hitPolicy="FIRST"><input id="i" label="人数（人） | Staff (people)"><inputExpression><text>n</text></inputExpression></input><output id="o" name="much"/>
    ${rows.map(([id, cell, result]) => `<rule id="${id}"><inputEntry><text>${cell}</text></inputEntry><outputEntry><text>${result}</text></outputEntry></rule>`).join('')}
    </decisionTable></decision>
</definitions>`,
    'm.dmn',
  );

const before = modelOf('5', [
  ['a', '[0..10)', '100'],
  ['b', '-', '0'],
]);

test('nothing differs between a version and itself', () => {
  assert.deepEqual(diffVersions(before, before), []);
});

test('an expression, a cell and a result are told with what they were', () => {
  const after = modelOf('6', [
    ['a', '[0..12)', '200'],
    ['b', '-', '0'],
  ]);
  assert.deepEqual(diffVersions(before, after), [
    { zh: '谁可以申请：n >= 5 → n >= 6', en: 'Who may apply: n >= 5 → n >= 6' },
    { zh: '金额：第 1 行 人数 [0..10) → [0..12)', en: 'Amount: row 1, Staff [0..10) → [0..12)' },
    { zh: '金额：第 1 行结果 100 → 200', en: 'Amount: row 1, result 100 → 200' },
  ]);
});

test('rows that come and go are told, one that only moved is not', () => {
  const after = modelOf('5', [
    ['b', '-', '0'],
    ['c', '1', '7'],
  ]);
  assert.deepEqual(
    diffVersions(before, after).map(({ en }) => en),
    ['Amount: row 1 is gone', 'Amount: row 2 is new'],
  );
});
