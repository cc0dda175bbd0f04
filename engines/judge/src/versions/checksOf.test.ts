import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { firms } from '../register/fixtures/firms.ts';
import type { CityRule } from '../rules/cityRule.ts';
import type { RuleTest } from '../suite/ruleTest.ts';
import { checksOf } from './checksOf.ts';

const dmn = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="补贴" namespace="https://example.com/subsidy">
  <itemDefinition name="tFirm">
    <itemComponent name="employees"><typeRef>number</typeRef></itemComponent>
    <itemComponent name="street"><typeRef>string</typeRef></itemComponent>
  </itemDefinition>
  <inputData id="firm" name="firm"><variable name="firm" typeRef="tFirm"/></inputData>
  <decision id="eligible" name="符合条件"><variable name="符合条件" typeRef="boolean"/>
    <informationRequirement><requiredInput href="#firm"/></informationRequirement>
    <literalExpression><text>${body}</text></literalExpression>
  </decision>
</definitions>`;

const rule: CityRule = {
  code: 'subsidy',
  name: { zh: '补贴', en: 'subsidy' },
  organisation: 'o',
  example: true,
  matching: { register: 'firms', eligible: 'eligible' },
  versions: [{ number: 1, from: '2025-01-01', model: readDecisionModel(dmn('true'), 'subsidy.dmn') }],
};

function ruleTest(name: string, employees: number, expect: boolean, asOf?: string): RuleTest {
  const place = { file: 'subsidy.tests.yaml', line: 1, column: 1 };
  const given = { firm: { employees, street: '一街' } };
  const day = asOf === undefined ? {} : { asOf };
  return { name: { zh: name, en: name }, given, decision: 'eligible', expect, place, ...day };
}

test('a version is held against the columns and the tests of the days from its first on', async () => {
  const tests = [
    ruleTest('large', 200, true),
    ruleTest('small', 20, false),
    ruleTest('as it was', 20, true, '2025-06-01'),
  ];
  const checks = checksOf({ rule, register: firms, tests });
  const failing = async (body: string): Promise<string[]> => {
    const model = checks.read(dmn(body), 'subsidy-2.dmn');
    checks.lower(model, '2031-03-01');
    return (await checks.test(model, '2031-03-01')).map(({ name }) => name.en);
  };
  assert.deepEqual(await failing('firm.employees &gt;= 100'), []);
  assert.deepEqual(await failing('firm.employees &gt;= 10'), ['small']);
  await assert.rejects(
    failing('string length(firm.street) &gt; 3'),
    (error) => isFault(error, 'judge.notColumnar') && error.params['file'] === 'subsidy-2.dmn',
  );
});
