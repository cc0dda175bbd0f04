import { test } from 'node:test';
import assert from 'node:assert/strict';
import { explainMany, statesOf } from './explainMany.ts';
import { firmModel, firms } from './fixtures/firmModel.ts';
import { preparePolicies } from './preparePolicies.ts';

const policies = Object.entries({
  far: 'firm.research >= 50000000',
  open: 'firm.employees >= 20',
  nearer: 'firm.research >= 5000000',
  openToo: 'firm.employees < 300 and firm.revenue > 0',
  got: 'firm.highTech',
  near: 'firm.research >= 6000000 and firm.highTech',
}).map(([code, text]) => ({ code, model: firmModel({ id: 'eligible', text }), eligible: 'eligible' }));
const prepared = preparePolicies(policies, firms);
const input = { firm: { research: 4_800_000, highTech: true, employees: null, revenue: null } };

test('policies come qualified first, then the nearest misses, then those that need data', () => {
  const { policies: explained } = explainMany(prepared, input);
  assert.deepEqual(
    explained.map(({ policy, explanation }) => [policy, explanation.state]),
    [
      ['got', 'qualified'],
      ['nearer', 'almost'],
      ['near', 'almost'],
      ['open', 'needsData'],
      ['openToo', 'needsData'],
      ['far', 'notQualified'],
    ],
  );
});

test('the states alone are the same, in the order of the policies', () => {
  assert.deepEqual(statesOf(prepared, input), [
    'notQualified',
    'needsData',
    'almost',
    'needsData',
    'qualified',
    'almost',
  ]);
});

test('what policies say alike is one condition', () => {
  assert.equal(prepared.leaves, 7);
});

test('the question to ask is the one that settles the most policies', () => {
  const { question } = explainMany(prepared, input);
  assert.deepEqual(
    [question?.column, question?.text.zh],
    ['firm.employees', '请先提供：员工人数。4 种可能中有 3 种可以就此得出结论。'],
  );
});
