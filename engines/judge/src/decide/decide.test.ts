import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { decide, readDecisionModel } from '../index.ts';

const head =
  '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="flood" namespace="urn:example">\n' +
  '<inputData id="i1" name="water level"><variable name="water level" typeRef="number"/></inputData>\n' +
  '<inputData id="i2" name="place"><variable name="place" typeRef="string"/></inputData>\n';
const requires =
  '<informationRequirement><requiredInput href="#i1"/></informationRequirement><informationRequirement><requiredInput href="#i2"/></informationRequirement>';

interface Row {
  readonly cells: readonly [string, string];
  readonly results: readonly string[];
  readonly note?: string;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function model(policy: string, rows: readonly Row[], outputs = '<output name="grade"/>', rest = '') {
  const rules = rows.map(
    ({ cells, results, note }, index) =>
      `<rule id="r${index + 1}">${cells.map((cell) => `<inputEntry><text>${escape(cell)}</text></inputEntry>`).join('')}` +
      `${results.map((result) => `<outputEntry><text>${escape(result)}</text></outputEntry>`).join('')}` +
      `${note === undefined ? '' : `<annotationEntry><text>${note}</text></annotationEntry>`}</rule>\n`,
  );
  const table =
    `<decisionTable id="t" ${policy}>\n<input id="c1" label="水位 (m) | Water level (m)"><inputExpression typeRef="number"><text>water level</text></inputExpression></input>\n` +
    `<input id="c2" label="地点 | Place"><inputExpression typeRef="string"><text>place</text></inputExpression></input>${outputs}\n${rules.join('')}</decisionTable>`;
  return readDecisionModel(
    `${head}<decision id="alarm" name="Alarm">${requires}\n${table}</decision>\n${rest}</definitions>`,
    'flood.dmn',
  );
}

const bands: readonly Row[] = [
  { cells: ['>= 0.5', '-'], results: ['"red"'], note: '红色 | red' },
  { cells: ['[0.3..0.5)', 'not("tunnel")'], results: ['"yellow"'] },
  { cells: ['[0.3..0.5)', '"tunnel"'], results: ['"red"'], note: '下穿隧道升级 | raised for a tunnel' },
];

test('a unique table gives its one rule, with the reason in both languages', () => {
  const result = decide(model('hitPolicy="UNIQUE"', bands), 'alarm', { 'water level': 0.62, place: 'street' });
  assert.deepEqual(result.outputs, { grade: 'red' });
  assert.deepEqual(result.rules, [{ id: 'r1', index: 1 }]);
  assert.deepEqual(result.reason, { zh: '水位 0.62 m ≥ 0.5 m → 红色', en: 'Water level 0.62 m ≥ 0.5 m → red' });
  assert.deepEqual(result.warnings, []);
  assert.deepEqual(result.trace[0]?.table?.failed, [
    { id: 'r2', index: 2, column: 0, unknown: false },
    { id: 'r3', index: 3, column: 0, unknown: false },
  ]);
});

test('the reason names ranges and plain values as people write them', () => {
  const result = decide(model('hitPolicy="UNIQUE"', bands), 'alarm', { 'water level': 0.3, place: 'tunnel' });
  assert.equal(result.reason.zh, '水位 0.3 m ∈ [0.3, 0.5) m，地点 tunnel → 下穿隧道升级');
});

test('two matches of a unique table are null with a warning that names the rules and the place', () => {
  const doubled: readonly Row[] = [...bands, { cells: ['> 0', '-'], results: ['"blue"'] }];
  const result = decide(model('hitPolicy="UNIQUE"', doubled), 'alarm', { 'water level': 0.62, place: 'street' });
  assert.deepEqual(result.outputs, { grade: null });
  assert.deepEqual(
    result.warnings.map(({ kind, message, place }) => [kind, message.en, place.line]),
    [['severalRules', 'the rules 1, 4 all apply, and the table allows one', 5]],
  );
});

test('no match is null with a warning, and missing input is null that fails comparisons', () => {
  const result = decide(model('hitPolicy="UNIQUE"', bands), 'alarm', { place: 'street' });
  assert.equal(result.value, null);
  assert.deepEqual(
    result.warnings.map((item) => item.kind),
    ['noRule'],
  );
  assert.equal(result.reason.zh, '没有规则适用（水位 （缺），地点 street）');
  assert.equal(result.trace[0]?.table?.failed[0]?.unknown, true);
});

test('an input of another type is taken as null, and said so', () => {
  const { warnings } = decide(model('hitPolicy="UNIQUE"', bands), 'alarm', { 'water level': 'high', place: 'street' });
  assert.equal(warnings[0]?.kind, 'inputType');
});

test('a first table stops at the first rule', () => {
  const rows: readonly Row[] = [
    { cells: ['> 0', '-'], results: ['"blue"'] },
    { cells: ['> 0.5', '-'], results: ['"red"'] },
  ];
  const { outputs, rules } = decide(model('hitPolicy="FIRST"', rows), 'alarm', { 'water level': 1, place: 'x' });
  assert.deepEqual([outputs, rules.length], [{ grade: 'blue' }, 1]);
});

test('the other hit policies combine as DMN says', () => {
  const rows: readonly Row[] = [
    { cells: ['> 0', '-'], results: ['1'] },
    { cells: ['> 0', '-'], results: ['3'] },
    { cells: ['> 0', '-'], results: ['2'] },
  ];
  const outputs = '<output name="grade"><outputValues><text>3, 2, 1</text></outputValues></output>';
  const of = (policy: string) =>
    decide(model(policy, rows, outputs), 'alarm', { 'water level': 1, place: 'x' }).outputs['grade'];
  assert.deepEqual(of('hitPolicy="RULE ORDER"'), [1, 3, 2]);
  assert.deepEqual(of('hitPolicy="OUTPUT ORDER"'), [3, 2, 1]);
  assert.equal(of('hitPolicy="PRIORITY"'), 3);
  assert.equal(of('hitPolicy="ANY"'), null);
  assert.deepEqual(of('hitPolicy="COLLECT"'), [1, 3, 2]);
  assert.equal(of('hitPolicy="COLLECT" aggregation="SUM"'), 6);
  assert.equal(of('hitPolicy="COLLECT" aggregation="MIN"'), 1);
  assert.equal(of('hitPolicy="COLLECT" aggregation="MAX"'), 3);
  assert.equal(of('hitPolicy="COLLECT" aggregation="COUNT"'), 3);
});

test('a decision sees the decisions it requires, and several outputs come by name', () => {
  const rest =
    '<decision id="team" name="Team"><informationRequirement><requiredDecision href="#alarm"/></informationRequirement>' +
    '<literalExpression><text>if Alarm.grade = "red" then Alarm.minutes / 2 else Alarm.minutes</text></literalExpression></decision>';
  const outputs = '<output name="grade"/><output name="minutes"/>';
  const rows: readonly Row[] = [{ cells: ['> 0', '-'], results: ['"red"', '90'] }];
  const read = model('hitPolicy="UNIQUE"', rows, outputs, rest);
  assert.deepEqual(decide(read, 'alarm', { 'water level': 1, place: 'x' }).outputs, { grade: 'red', minutes: 90 });
  const result = decide(read, 'team', { 'water level': 1, place: 'x' });
  assert.deepEqual(result.outputs, { Team: 45 });
  assert.deepEqual(
    result.trace.map((step) => step.decision),
    ['alarm', 'team'],
  );
});

test('what is wrong in a model is refused with file and line', () => {
  const refused = (read: () => unknown, code: string, line?: number) =>
    assert.throws(read, (error) => {
      if (!isFault(error, code)) throw error;
      assert.equal(error.params['file'], 'flood.dmn');
      if (line !== undefined) assert.equal(error.params['line'], line);
      return true;
    });
  refused(() => model('hitPolicy="BEST"', bands), 'judge.unsupported', 5);
  refused(() => model('', [{ cells: ['>= high', '-'], results: ['1'] }]), 'feel.unknownName', 8);
  refused(() => model('', [{ cells: ['"high"', '-'], results: ['1'] }]), 'feel.typeMistake', 8);
  const decision = (id: string, inner: string) => `<decision id="${id}" name="${id}">${inner}</decision>`;
  const needs = (id: string) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
  const one = '<literalExpression><text>1</text></literalExpression>';
  refused(
    () => model('', bands, undefined, decision('a', needs('b') + one) + decision('b', needs('a') + one)),
    'judge.cycle',
  );
  refused(() => model('', bands, undefined, decision('a', needs('none') + one)), 'judge.unknownElement');
  refused(() => model('', bands, undefined, decision('a', '<invocation/>')), 'judge.malformed');
  refused(() => model('', bands, undefined, decision('a', '<dream/>')), 'judge.noLogic');
  refused(() => readDecisionModel('<bpmn/>', 'flood.dmn'), 'judge.notDmn', 1);
});

test('an unknown decision comes with the nearest known one', () => {
  assert.throws(
    () => decide(model('', bands), 'alrm', {}),
    (error) => isFault(error, 'judge.unknownDecision') && error.message.includes('“alarm”'),
  );
});

test('a table is the same however it is drawn', () => {
  const input = { 'water level': 0.4, place: 'tunnel' };
  for (const orientation of ['Rule-as-Row', 'Rule-as-Column', 'CrossTable']) {
    const { outputs } = decide(model(`preferredOrientation="${orientation}"`, bands), 'alarm', input);
    assert.deepEqual(outputs, { grade: 'red' });
  }
});
