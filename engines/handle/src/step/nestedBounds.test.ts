import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import type { JsonObject } from '../json.ts';
import { readProcess } from '../model/readProcess.ts';
import { flow, lampPorts, region } from '../test/lampTown.ts';
import type { CaseState } from './caseState.ts';
import { emptyCase } from './emptyCase.ts';
import { step } from './step.ts';

/** In milliseconds. */
const bound = 10_000;

/** Opens a case of a model, and gives it with the codes of its incidents, or the code of the fault. */
function open(inside: string, variables: JsonObject = {}): { state?: CaseState; codes: readonly string[] } {
  const definition = readProcess(
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0">
      <bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s" /><bpmn:endEvent id="e" />${inside}
      </bpmn:process></bpmn:definitions>`,
    'p.bpmn',
  );
  const { clock, ports } = lampPorts();
  const openedAt = clock.now();
  const empty = emptyCase({ region, id: '0', number: '1', title: '灯', home: 'town', openedAt });
  const begun = performance.now();
  try {
    const command = { by: flow, reason: null, act: { do: 'start', variables } } as const;
    const { state } = step(definition, empty, command, openedAt, ports);
    return { state, codes: state.incidents.map(({ code }) => code) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { codes: [error.code] };
  } finally {
    assert.ok(performance.now() - begun < bound, `${performance.now() - begun} ms`);
  }
}

const arrow = (id: string, from: string, to: string, inside = ''): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`;
const many = (inside: string, sort = 'userTask'): string =>
  `${arrow('f', 's', 't')}${arrow('g', 't', 'e')}<bpmn:${sort} id="t">${inside}</bpmn:${sort}>`;
const cardinality = (text: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${text}</bpmn:loopCardinality>
   </bpmn:multiInstanceLoopCharacteristics>`;
const condition = (text: string): string =>
  `<bpmn:exclusiveGateway id="x" default="d" />${arrow('f', 's', 'x')}${arrow('d', 'x', 'e')}<bpmn:userTask id="t" />
   ${arrow('c', 'x', 't', `<bpmn:conditionExpression>${text}</bpmn:conditionExpression>`)}${arrow('g', 't', 'e')}`;
const bomb = 'count(for a in 1..1000, b in 1..1000, c in 1..1000 return a + b + c)';

test('a million instances for the items of a list are too many', () => {
  const list = `<bpmn:multiInstanceLoopCharacteristics yiwang:collection="list" yiwang:item="one" />`;
  const variables = { list: Array.from({ length: 1_000_000 }, (_, n) => n) };
  assert.deepEqual(open(many(list), variables).codes, ['handle.expressionFailed']);
});

test('instances within instances are bounded by the room of a case', () => {
  const inside = `<bpmn:startEvent id="is" /><bpmn:endEvent id="ie" />${arrow('if', 'is', 'it')}${arrow('ig', 'it', 'ie')}
    <bpmn:userTask id="it">${cardinality('1000')}</bpmn:userTask>${cardinality('1000')}`;
  assert.deepEqual(open(many(inside, 'subProcess')).codes, ['handle.tooMany']);
});

test('a process that calls itself is bounded', () => {
  const { codes } = open(
    `<bpmn:callActivity id="t" calledElement="p" />${arrow('f', 's', 't')}${arrow('g', 't', 'e')}`,
  );
  assert.equal(codes.length, 1, String(codes));
});

test('an expression that would take for ever is a fault, as a number of instances and as a condition', () => {
  assert.deepEqual(open(many(cardinality(bomb))).codes, ['handle.expressionFailed']);
  assert.deepEqual(open(condition(`${bomb} &gt; 0`)).codes, ['handle.expressionFailed']);
});

test('a mapping that would take for ever, or give a text without end, leaves no such variable', () => {
  const output = (text: string): string =>
    many(`<bpmn:extensionElements><yiwang:input source="= ${text}" target="big" /></bpmn:extensionElements>`);
  for (const text of [bomb, 'string join(for a in 1..1000, b in 1..1000 return &quot;aaaaaaaaaa&quot;)']) {
    const { state, codes } = open(output(text));
    assert.ok(codes.length > 0 || JSON.stringify(state).length < 100_000, text);
  }
});

test('names that every object has are plain names of variables', () => {
  assert.equal(open(condition('constructor = null')).state?.state, 'open');
  assert.equal(open(condition('constructor = 1'), { constructor: 1 }).state?.state, 'open');
});
