import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { decide, readDecisionModel } from '../index.ts';

const definitions = (inner: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:hostile" name="hostile">\n${inner}</definitions>`;
const decision = (id: string, logic: string, requires: readonly string[] = []): string =>
  `<decision id="${id}" name="${id}">${requires
    .map((one) => `<informationRequirement><requiredDecision href="#${one}"/></informationRequirement>`)
    .join('')}${logic}</decision>\n`;
const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`;
const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

/** Every place names the file; all but faults of the XML itself name the line too. */
function refused(inner: string, ...codes: readonly string[]): void {
  assert.throws(
    () => readDecisionModel(definitions(inner), 'hostile.dmn'),
    (error) => {
      if (!isFault(error) || !codes.includes(error.code)) throw error;
      assert.equal(error.params['file'], 'hostile.dmn');
      if (error.code !== 'xml.tooLarge') assert.equal(typeof error.params['line'], 'number');
      return true;
    },
  );
}

test('a document type, and with it every entity, is refused', () => {
  const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  assert.throws(
    () => readDecisionModel(`${bomb}${definitions('')}`, 'hostile.dmn'),
    (error) => isFault(error, 'xml.malformed'),
  );
});

test('a chain of decisions longer than 200, or one that comes back, is refused', () => {
  refused(
    times(300, (index) => decision(`d${index}`, literal('1'), index === 0 ? [] : [`d${index - 1}`])),
    'judge.cycle',
  );
  refused(
    decision('a', literal('1'), ['b']) + decision('b', literal('1'), ['c']) + decision('c', literal('1'), ['a']),
    'judge.cycle',
  );
  refused(decision('a', literal('1'), ['a']), 'judge.cycle');
});

test('a service that its own decision requires is refused', () => {
  const service = '<decisionService id="s" name="s"><outputDecision href="#d"/></decisionService>';
  const calls = `<knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>`;
  refused(`${service}<decision id="d" name="d">${calls}${literal('s()')}</decision>`, 'judge.cycle');
});

test('a type that contains itself, at whatever distance, is refused', () => {
  const item = (name: string, of: string): string =>
    `<itemDefinition name="${name}"><itemComponent name="next"><typeRef>${of}</typeRef></itemComponent></itemDefinition>`;
  refused(item('tNode', 'tNode'), 'judge.typeCycle');
  refused(item('tA', 'tB') + item('tB', 'tC') + item('tC', 'tA'), 'judge.typeCycle');
  refused(times(20_000, (index) => item(`t${index}`, `t${index + 1}`)) + item('t20000', 'number'), 'judge.tooLarge');
});

test('a type that holds another twice, forty times over, is refused', () => {
  const part = (name: string, of: string): string =>
    `<itemComponent name="${name}"><typeRef>${of}</typeRef></itemComponent>`;
  const item = (index: number): string =>
    `<itemDefinition name="t${index}">${part('a', index === 0 ? 'number' : `t${index - 1}`)}${part('b', 'number')}${index === 0 ? '' : part('c', `t${index - 1}`)}</itemDefinition>`;
  refused(times(40, item), 'judge.tooLarge');
});

test('decisions that hold another twice, a hundred times over, are read and refused when they are taken', () => {
  const model = readDecisionModel(
    definitions(
      times(100, (index) =>
        index === 0
          ? decision('d0', literal('1'))
          : decision(`d${index}`, literal(`{a: d${index - 1}, b: d${index - 1}}`), [`d${index - 1}`]),
      ),
    ),
    'hostile.dmn',
  );
  assert.throws(
    () => decide(model, 'd99', {}, { trace: 'none' }),
    (error) => isFault(error, 'feel.tooMuchWork'),
  );
});

test('a knowledge model that calls itself without end is stopped', () => {
  const logic = `<encapsulatedLogic><formalParameter name="n"/>${literal('endless(n + 1)')}</encapsulatedLogic>`;
  const model = readDecisionModel(
    definitions(
      `<businessKnowledgeModel id="k" name="endless">${logic}</businessKnowledgeModel>` +
        `<decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>${literal('endless(1)')}</decision>`,
    ),
    'hostile.dmn',
  );
  for (const trace of ['none', 'tables', 'full'] as const) {
    assert.throws(
      () => decide(model, 'd', {}, { trace }),
      (error) => isFault(error, 'feel.tooMuchWork'),
    );
  }
});

test('recursion through any kind of box is stopped before the stack is', () => {
  const again = `<invocation>${literal('k')}<binding><parameter name="n"/>${literal('n + 1')}</binding></invocation>`;
  const table = (column: string, cell: string, result: string): string =>
    `<decisionTable><input><inputExpression><text>${column}</text></inputExpression></input><output name="o"/><rule><inputEntry><text>${cell}</text></inputEntry><outputEntry><text>${result}</text></outputEntry></rule></decisionTable>`;
  const kinds = [
    again,
    `<context><contextEntry><variable name="a"/>${again}</contextEntry></context>`,
    `<list><list>${again}</list></list>`,
    `<relation><column name="a"/><row>${again}</row></relation>`,
    `<conditional><if>${literal('true')}</if><then>${again}</then><else>${literal('1')}</else></conditional>`,
    `<filter><in>${literal('[1]')}</in><match>${again}</match></filter>`,
    `<for iteratorVariable="i"><in>${literal('[1]')}</in><return>${again}</return></for>`,
    `<every iteratorVariable="i"><in>${literal('[1]')}</in><satisfies>${again}</satisfies></every>`,
    table('k(n + 1)', '-', '1'),
    table('n', 'k(n + 1)', '1'),
    table('n', '-', 'k(n + 1)'),
    literal('sort([2, 1], function(a, b) k(n + 1))'),
  ];
  for (const kind of kinds) {
    const knowledge = `<businessKnowledgeModel id="k" name="k"><encapsulatedLogic><formalParameter name="n"/>${kind}</encapsulatedLogic></businessKnowledgeModel>`;
    const model = readDecisionModel(definitions(knowledge), 'hostile.dmn');
    assert.throws(
      () => decide(model, 'k', { n: 1 }, { trace: 'full' }),
      (error) => isFault(error, 'feel.tooMuchWork'),
      kind,
    );
  }
});

test('boxes nested deeper than the parser takes are refused', () => {
  const open = '<context><contextEntry><variable name="x"/>';
  refused(decision('d', open.repeat(200) + literal('1') + '</contextEntry></context>'.repeat(200)), 'xml.tooLarge');
  const deep = readDecisionModel(
    definitions(decision('d', open.repeat(120) + literal('1') + '</contextEntry></context>'.repeat(120))),
    'hostile.dmn',
  );
  assert.equal(decide(deep, 'd', {}).warnings.length, 0);
});

test('a context whose every box sees all before it is refused past a thousand and more', () => {
  const entry = (index: number): string => `<contextEntry><variable name="x${index}"/>${literal('1')}</contextEntry>\n`;
  refused(decision('d', `<context>${times(2000, entry)}</context>`), 'judge.tooLarge');
});

test('many cells that see many names are read', () => {
  const inputs = times(1000, (index) => `<inputData id="i${index}" name="input ${index}"/>\n`);
  const requires = times(
    1000,
    (index) => `<informationRequirement><requiredInput href="#i${index}"/></informationRequirement>`,
  );
  const column = '<input><inputExpression><text>1</text></inputExpression></input><output name="o"/>';
  const rule = '<rule><inputEntry><text>2</text></inputEntry><outputEntry><text>input 1</text></outputEntry></rule>\n';
  const table = `<decisionTable>${column}${rule.repeat(3000)}</decisionTable>`;
  const model = readDecisionModel(
    definitions(`${inputs}<decision id="d" name="d">${requires}${table}</decision>`),
    'hostile.dmn',
  );
  assert.equal(decide(model, 'd', {}).value, null);
});

test('a table of 100,000 rules is read or refused, in bounded time', () => {
  const column = '<input><inputExpression><text>1</text></inputExpression></input><output name="o"/>';
  const rule = '<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>';
  refused(decision('d', `<decisionTable>${column}${rule.repeat(100_000)}</decisionTable>`), 'xml.tooLarge');
});

test('unknown names, types and elements are told with the nearest known one', () => {
  const typed = '<inputData id="i" name="i"><variable name="i" typeRef="nmber"/></inputData>';
  assert.throws(
    () => readDecisionModel(definitions(typed), 'hostile.dmn'),
    (error) => isFault(error, 'judge.unknownType') && error.message.includes('“number”'),
  );
  refused(decision('a', literal('1'), ['none']), 'judge.unknownElement');
  refused('<decisionService id="s" name="s"><outputDecision href="#none"/></decisionService>', 'judge.unknownElement');
});
