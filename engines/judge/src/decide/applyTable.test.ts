import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decision, inputData, taken } from '../test/modelOf.ts';

interface Table {
  readonly head?: string;
  readonly input?: string;
  readonly outputs?: string;
  /** One cell for the column `n`, then the results. */
  readonly rules: readonly (readonly string[])[];
}

function tabled({ head = '', input = '', outputs = '<output name="o"/>', rules }: Table, n: unknown, type = 'Any') {
  const entries = rules.map(
    ([cell = '-', ...results]) =>
      `<rule><inputEntry><text>${cell}</text></inputEntry>${results.map((one) => `<outputEntry><text>${one}</text></outputEntry>`).join('')}</rule>`,
  );
  const table = `<decisionTable ${head}><input><inputExpression><text>n</text></inputExpression>${input}</input>${outputs}${entries.join('')}</decisionTable>`;
  const { outputs: given, warnings } = taken(inputData('n', 'Any') + decision('d', table, { inputs: ['n'], type }), {
    n,
  });
  return { given, warnings: warnings.map(({ kind }) => kind) };
}

test('a value that a column does not know makes the table null, with a warning', () => {
  const table = { input: '<inputValues><text>"A", "B"</text></inputValues>', rules: [['-', '1']] };
  assert.deepEqual(tabled(table, 'A'), { given: { o: 1 }, warnings: [] });
  assert.deepEqual(tabled(table, 'C'), { given: { o: null }, warnings: ['inputType'] });
});

test('where no rule applies the defaults are given, each of its output', () => {
  const outputs =
    '<output name="a"><defaultOutputEntry><text>n + 1</text></defaultOutputEntry></output><output name="b"/>';
  assert.deepEqual(tabled({ outputs, rules: [['> 10', '1', '2']] }, 5).given, { a: 6, b: null });
});

test('a priority is the place among the output values, or among those that the type allows', () => {
  const rules = [
    ['> 0', '"low"'],
    ['> 1', '"high"'],
  ];
  const outputs = '<output name="o"><outputValues><text>"high", "low"</text></outputValues></output>';
  assert.deepEqual(tabled({ head: 'hitPolicy="PRIORITY"', outputs, rules }, 5).given, { o: 'high' });
  assert.deepEqual(tabled({ head: 'hitPolicy="OUTPUT ORDER"', outputs, rules }, 5).given, { o: ['high', 'low'] });
  assert.deepEqual(tabled({ head: 'hitPolicy="RULE ORDER"', outputs, rules }, 5).given, { o: ['low', 'high'] });
});

test('a collection is summed, counted, or its least or greatest taken', () => {
  const rules = [
    ['> 0', '2'],
    ['> 1', '3'],
    ['> 9', '100'],
  ];
  const collected = (aggregation: string) =>
    tabled({ head: `hitPolicy="COLLECT" ${aggregation}`, rules }, 5).given['o'];
  assert.deepEqual(collected(''), [2, 3]);
  assert.equal(collected('aggregation="SUM"'), 5);
  assert.equal(collected('aggregation="COUNT"'), 2);
  assert.equal(collected('aggregation="MIN"'), 2);
  assert.equal(collected('aggregation="MAX"'), 3);
});

test('any asks that all hits agree', () => {
  const rules = [
    ['> 0', '1'],
    ['> 1', '1'],
    ['> 2', '2'],
  ];
  assert.deepEqual(tabled({ head: 'hitPolicy="ANY"', rules }, 2).given, { o: 1 });
  assert.deepEqual(tabled({ head: 'hitPolicy="ANY"', rules }, 3), { given: { o: null }, warnings: ['severalRules'] });
});

test('an output of another type than its own is null with a warning', () => {
  const outputs = '<output name="o" typeRef="number"/>';
  assert.deepEqual(tabled({ outputs, rules: [['-', '"x"']] }, 1), { given: { o: null }, warnings: ['resultType'] });
});

test('an expression in a cell may speak of the value and of other names', () => {
  assert.deepEqual(tabled({ rules: [['? > n - 1 and ? &lt; n + 1', '1']] }, 5).given, { o: 1 });
});
