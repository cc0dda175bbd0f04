import { test } from 'node:test';
import assert from 'node:assert/strict';
import { toFeel } from '@yiwang/feel';
import type { DecisionModel, DecisionTable } from '../model.ts';
import { decision, inputData, modelOf } from '../test/modelOf.ts';
import { decide } from './decide.ts';
import { findRuleIndex } from './ruleIndex.ts';

/** Forty rows of one code each, and rows that say more. */
function tableOf(policy: string, more: readonly string[]): string {
  const cells = [...Array.from({ length: 40 }, (_, index) => `"c${index}"`), ...more];
  const rules = cells.map(
    (cell, index) =>
      `<rule><inputEntry><text>-</text></inputEntry><inputEntry><text>${cell}</text></inputEntry><outputEntry><text>${index}</text></outputEntry></rule>`,
  );
  const input = (name: string): string => `<input><inputExpression><text>${name}</text></inputExpression></input>`;
  return `<decisionTable hitPolicy="${policy}">${input('n')}${input('code')}<output name="o"/>${rules.join('')}</decisionTable>`;
}

const more = ['"c3", "c5"', 'not("c5")', '-', 'true', 'null', '"c" + "7"'];
const model = modelOf(
  inputData('n', 'number') +
    inputData('code', 'Any') +
    decision('d', tableOf('RULE ORDER', more), { inputs: ['n', 'code'] }),
);

function tableIn({ decisions }: DecisionModel): DecisionTable {
  const logic = decisions[0]?.logic;
  assert.ok(logic?.kind === 'decisionTable');
  return logic;
}

test('a decision is the same with the index and without, whatever the value', () => {
  for (const code of ['c3', 'c5', 'c7', 'c39', 'none', '', true, false, null, 5, ['c3'], { c3: 1 }]) {
    const input = { n: 1, code };
    // A traced run looks at every rule.
    assert.deepEqual(
      decide(model, 'd', input, { trace: 'none' }).outputs,
      decide(model, 'd', input).outputs,
      JSON.stringify(code),
    );
  }
});

test('the column with most texts is taken, and rules that say more stay among the candidates', () => {
  const index = findRuleIndex(tableIn(model));
  assert.equal(index?.column, 1);
  assert.deepEqual(index?.candidates('c5'), [5, 40, 41, 42, 44, 45]);
  assert.deepEqual(index?.candidates(toFeel(5)), [41, 42, 44, 45]);
});

test('a short table, or one of numbers, has none', () => {
  const numbers = tableOf('FIRST', []).replaceAll('"c', '').replaceAll('"</text>', '</text>');
  const other = modelOf(
    inputData('n', 'number') + inputData('code', 'Any') + decision('d', numbers, { inputs: ['n', 'code'] }),
  );
  assert.equal(findRuleIndex(tableIn(other)), undefined);
});
