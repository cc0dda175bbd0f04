import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import type { Act, Actor } from './caseCommand.ts';
import type { CaseState } from './caseState.ts';
import { readProcess } from '../model/readProcess.ts';
import { emptyCase } from './emptyCase.ts';
import { step } from './step.ts';
import { flow, lampPorts, person, region } from '../test/lampTown.ts';

const header = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="https://example.org">
  <bpmn:message id="m" name="lit" />
  <bpmn:process id="twoWays" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="split" />
    <bpmn:parallelGateway id="split" />
    <bpmn:sequenceFlow id="f1" sourceRef="split" targetRef="one" />
    <bpmn:sequenceFlow id="f2" sourceRef="split" targetRef="two" />
    <bpmn:intermediateCatchEvent id="one"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>`;
const footer = `</bpmn:process></bpmn:definitions>`;

/** Runs the acts on a new case of the model, and gives the case as it is then. */
function run(body: string, ...acts: readonly (readonly [Act, Actor])[]): CaseState {
  const { clock, ports } = lampPorts();
  const definition = readProcess(`${header}${body}${footer}`, 'twoWays.bpmn');
  const at = clock.now();
  const empty = emptyCase({ region, id: '0', number: '1', title: '灯', home: 'town', openedAt: at });
  const start = { do: 'start', variables: {} } as const;
  return [[start, flow] as const, ...acts].reduce(
    (state, [act, by]) => step(definition, state, { by, reason: null, act }, at, ports).state,
    empty,
  );
}

const lit = { do: 'correlate', message: 'lit', variables: {} } as const;

suite('letting tokens go on', () => {
  test('a message that two tokens wait for moves both on before the case may close', () => {
    const state = run(
      `<bpmn:intermediateCatchEvent id="two"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>
       <bpmn:sequenceFlow id="f3" sourceRef="one" targetRef="end" />
       <bpmn:sequenceFlow id="f4" sourceRef="two" targetRef="check" />
       <bpmn:userTask id="check" />
       <bpmn:sequenceFlow id="f5" sourceRef="check" targetRef="end" />
       <bpmn:endEvent id="end" />`,
      [lit, flow],
    );
    assert.deepEqual([state.state, state.tasks.map((task) => task.state)], ['open', ['open']]);
  });

  const beside = (end: string) =>
    `<bpmn:userTask id="two" />
     <bpmn:sequenceFlow id="f3" sourceRef="one" targetRef="end" />
     <bpmn:sequenceFlow id="f4" sourceRef="two" targetRef="other" />
     <bpmn:endEvent id="other" /><bpmn:endEvent id="end">${end}</bpmn:endEvent>`;

  test('a terminate end event closes the case and cancels what is still open in it', () => {
    const state = run(beside('<bpmn:terminateEventDefinition />'), [lit, flow]);
    assert.deepEqual([state.state, state.outcome, state.tokens, state.timers], ['closed', 'completed', [], []]);
    assert.deepEqual(
      state.tasks.map((task) => task.state),
      ['cancelled'],
    );
  });

  test('a plain end event takes its own token only', () => {
    const before = run(beside(''), [lit, flow]);
    assert.equal(before.state, 'open');
    const [task] = before.tasks;
    assert.ok(task);
    const state = run(
      beside(''),
      [lit, flow],
      [{ do: 'complete', task: task.id, form: {} }, person(100001, '', 'town')],
    );
    assert.equal(state.state, 'closed');
  });
});
