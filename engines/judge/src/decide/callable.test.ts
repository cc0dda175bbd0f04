import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decide } from './decide.ts';
import { decision, inputData, literal, modelOf, taken } from '../test/modelOf.ts';

const knowledge = (id: string, logic: string, type = ''): string =>
  `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"${type === '' ? '' : ` typeRef="${type}"`}/><encapsulatedLogic>${logic}</encapsulatedLogic></businessKnowledgeModel>\n`;
const parameter = (name: string, type: string): string => `<formalParameter name="${name}" typeRef="${type}"/>`;

test('a knowledge model is called by name or position, and may call itself', () => {
  const factorial = knowledge('fact', parameter('n', 'number') + literal('if n <= 1 then 1 else n * fact(n - 1)'));
  const call = (text: string): unknown =>
    taken(factorial + decision('d', literal(text), { knowledge: ['fact'] })).outputs['d'];
  assert.equal(call('fact(20)'), 2_432_902_008_176_640_000);
  assert.equal(call('fact(n: 3)'), 6);
  assert.equal(call('for i in 1..3 return fact(i)')?.toString(), '1,2,6');
});

test('the type of a knowledge model is that of the function, or in older models of its result', () => {
  const item = '<itemDefinition name="tText"><functionItem outputTypeRef="string"/></itemDefinition>';
  for (const type of ['tText', 'string']) {
    const { value, warnings } = taken(
      item + knowledge('k', literal('1'), type) + decision('d', literal('k()'), { knowledge: ['k'] }),
    );
    assert.equal(value, null);
    assert.deepEqual(
      warnings.map(({ kind }) => kind),
      ['resultType'],
    );
  }
});

const service =
  '<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#out"/><inputDecision href="#given"/><inputData href="#n"/></decisionService>\n';
const inside =
  inputData('n', 'number') +
  decision('given', literal('1000'), { type: 'number' }) +
  decision('out', literal('n * 10 + given'), { inputs: ['n'], decisions: ['given'] });

test('a service is a function of its inputs and then its input decisions, which are not taken', () => {
  const model = (text: string) => service + inside + decision('d', literal(text), { knowledge: ['s'], inputs: ['n'] });
  assert.deepEqual(taken(model('[s(1, 2), s(given: 3, n: 4), n]'), { n: 7 }).outputs, { d: [12, 43, 7] });
});

test('a service is asked for by its name, with its parameters as inputs', () => {
  const model = modelOf(service + inside);
  assert.deepEqual(decide(model, 's', { n: 1, given: 2 }).outputs, { out: 12 });
  assert.deepEqual(decide(model, 's', { n: 1 }).outputs, { out: null });
});

test('a service of several decisions gives a context by their variables', () => {
  const two = service.replace('<inputDecision', '<outputDecision href="#given"/><encapsulatedDecision');
  const { outputs } = decide(modelOf(two + inside), 's', { n: 1 });
  assert.deepEqual(outputs, { out: 1010, given: 1000 });
});

test('a knowledge model is asked for by its name', () => {
  const model = modelOf(knowledge('add', parameter('a', 'number') + parameter('b', 'number') + literal('a + b')));
  const { outputs, trace } = decide(model, 'add', { a: 1, b: 2 }, { trace: 'full' });
  assert.deepEqual(outputs, { add: 3 });
  assert.deepEqual(
    trace[0]?.steps?.map(({ text }) => text),
    ['a', 'b', 'a + b'],
  );
});
