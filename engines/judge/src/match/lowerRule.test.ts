import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { changeEntity } from '../register/changeEntity.ts';
import { firms as wide } from '../register/fixtures/firms.ts';
import { registerDatabase } from '../register/fixtures/registerDatabase.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import type { Register } from '../register/register.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { lowerRule } from './lowerRule.ts';
import { startMatching } from './startMatching.ts';
import { city, morning } from './fixtures/matchingSetUp.ts';

/** With bounds within which fifteen hundredths of a number are still exact. */
const firms: Register = {
  ...wide,
  columns: wide.columns.map((column) =>
    column.name === 'research' ? ({ ...column, min: 0, max: 1e12 } as typeof column) : column,
  ),
};

const dmn = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="补贴" namespace="https://example.com/subsidy">
  <itemDefinition name="tFirm">
    <itemComponent name="employees"><typeRef>number</typeRef></itemComponent>
    <itemComponent name="research"><typeRef>number</typeRef></itemComponent>
    <itemComponent name="founded"><typeRef>date</typeRef></itemComponent>
  </itemDefinition>
  <inputData id="firm" name="firm"><variable name="firm" typeRef="tFirm"/></inputData>
  <inputData id="asOf" name="asOf"><variable name="asOf" typeRef="date"/></inputData>
  <decision id="eligible" name="符合条件"><variable name="符合条件" typeRef="boolean"/>
    <informationRequirement><requiredInput href="#firm"/></informationRequirement>
    <informationRequirement><requiredInput href="#asOf"/></informationRequirement>
    <literalExpression><text>${body}</text></literalExpression>
  </decision>
  <decision id="amount" name="金额"><variable name="金额" typeRef="number"/>
    <informationRequirement><requiredInput href="#firm"/></informationRequirement>
    <literalExpression><text>min(firm.research * 0.15, 1000000)</text></literalExpression>
  </decision>
</definitions>`;

function rule(body: string): CityRule {
  return {
    code: 'subsidy',
    name: { zh: '补贴', en: 'subsidy' },
    organisation: 'o',
    example: true,
    matching: { register: 'firms', eligible: 'eligible', amount: 'amount' },
    versions: [{ number: 1, from: '2025-01-01', model: readDecisionModel(dmn(body), 'subsidy.dmn') }],
  };
}

test('a DMN model is matched as it is written, as of the day', async (t) => {
  const db = await registerDatabase(t, firms);
  const change = { region: '990101', name: '模拟企业', actor: 'account:1', reason: '录入' };
  for (const [code, founded] of [
    ['YOUNG', '2030-01-01'],
    ['OLD', '2020-01-01'],
  ] as const) {
    const values = { employees: 100, research: '200.1', founded };
    await db.transaction((tx) => changeEntity(tx, morning(), firms, { ...change, code, values }));
  }
  const rules = [rule('firm.employees &gt;= 100 and firm.founded &gt; asOf - duration("P5Y")')];
  const matching = await startMatching(db, morning(), { region: city, register: firms, rules });
  t.after(() => matching.stop());
  await matching.ready();
  assert.deepEqual(matching.state().problems, []);
  assert.deepEqual(await matching.totals(), [
    { policy: 'subsidy', region: '990101', matched: 1, amount: '30.015', lacking: 0 },
  ]);
});

test('a model that can not become columns is refused with its place', () => {
  const broken = rule('string length(string(firm.founded)) &gt; 3');
  assert.throws(
    () => lowerRule(broken.versions[0]!.model, broken, firms, '2031-03-01'),
    (error) => isFault(error, 'judge.notColumnar') && error.params['file'] === 'subsidy.dmn',
  );
});
