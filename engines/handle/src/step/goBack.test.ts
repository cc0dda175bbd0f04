import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import type { Act } from './caseCommand.ts';
import type { CaseState, Task } from './caseState.ts';
import { readProcess } from '../model/readProcess.ts';
import { emptyCase } from './emptyCase.ts';
import { step } from './step.ts';
import { lampPorts, person, region } from '../test/lampTown.ts';

/** ask → (one → oneMore | two) → sum → each of two signs → end; a message beside lets somebody look. */
const model = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0">
  <bpmn:message id="m" name="seen" />
  <bpmn:process id="both" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="ask" />
    <bpmn:userTask id="ask" /><bpmn:sequenceFlow id="f1" sourceRef="ask" targetRef="fork" />
    <bpmn:parallelGateway id="fork" />
    <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="one" /><bpmn:sequenceFlow id="f3" sourceRef="fork" targetRef="two" />
    <bpmn:userTask id="one" yiwang:workingMinutes="60" /><bpmn:sequenceFlow id="f4" sourceRef="one" targetRef="oneMore" />
    <bpmn:userTask id="oneMore" /><bpmn:sequenceFlow id="f5" sourceRef="oneMore" targetRef="join" />
    <bpmn:userTask id="two" /><bpmn:sequenceFlow id="f6" sourceRef="two" targetRef="join" />
    <bpmn:parallelGateway id="join" /><bpmn:sequenceFlow id="f7" sourceRef="join" targetRef="sum" />
    <bpmn:userTask id="sum" /><bpmn:sequenceFlow id="f8" sourceRef="sum" targetRef="sign" />
    <bpmn:userTask id="sign"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
    <bpmn:sequenceFlow id="f9" sourceRef="sign" targetRef="end" /><bpmn:endEvent id="end" />
    <bpmn:subProcess id="beside" triggeredByEvent="true">
      <bpmn:startEvent id="seen" isInterrupting="false"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>
      <bpmn:sequenceFlow id="g1" sourceRef="seen" targetRef="look" /><bpmn:userTask id="look" yiwang:workingMinutes="60" />
      <bpmn:sequenceFlow id="g2" sourceRef="look" targetRef="looked" /><bpmn:endEvent id="looked" />
    </bpmn:subProcess>
  </bpmn:process>
</bpmn:definitions>`;

const who = person(100001, 'any', 'town');

interface Played {
  state: CaseState;
  readonly tell: (act: Act) => void;
  readonly open: () => string[];
  readonly task: (element: string) => Task;
  readonly complete: (...elements: string[]) => void;
  readonly back: (from: string, to: string) => void;
}

function play(): Played {
  const { clock, ports } = lampPorts();
  const definition = readProcess(model, 'both.bpmn');
  const at = clock.now();
  const openOf = ({ tasks }: CaseState) => tasks.filter(({ state }) => state === 'open');
  const played: Played = {
    state: emptyCase({ region, id: '0', number: '1', title: '灯', home: 'town', openedAt: at }),
    tell(act) {
      played.state = step(definition, played.state, { by: who, reason: '理由', act }, at, ports).state;
    },
    open: () =>
      openOf(played.state)
        .map(({ element }) => element)
        .toSorted(),
    task(element) {
      const found = openOf(played.state).find((one) => one.element === element);
      assert.ok(found, `${element} is open`);
      return found;
    },
    complete(...elements) {
      for (const element of elements) played.tell({ do: 'complete', task: played.task(element).id, form: {} });
    },
    back: (from, to) => played.tell({ do: 'return', task: played.task(from).id, to }),
  };
  played.tell({ do: 'start', variables: {} });
  return played;
}

suite('going back', () => {
  test('over a join to one branch leaves the other done, and the join waits for that one alone', () => {
    const played = play();
    played.complete('ask', 'one', 'oneMore', 'two');
    played.back('sum', 'one');
    assert.deepEqual(played.open(), ['one']);
    played.complete('one', 'oneMore');
    assert.deepEqual(played.open(), ['sum']);
    played.complete('sum', 'sign', 'sign');
    assert.deepEqual([played.state.state, played.state.tokens], ['closed', []]);
  });

  test('to before the branches parted ends what runs beside, and all begins anew', () => {
    for (const done of [[], ['two']]) {
      const played = play();
      played.complete('ask', ...done);
      played.back('one', 'ask');
      assert.deepEqual(played.open(), ['ask']);
      played.complete('ask');
      assert.deepEqual(played.open(), ['one', 'two']);
      played.complete('one', 'oneMore', 'two');
      assert.deepEqual(played.open(), ['sum']);
    }
  });

  test('within a branch leaves the other as it is', () => {
    const played = play();
    played.complete('ask', 'one');
    played.back('oneMore', 'one');
    assert.deepEqual(played.open(), ['one', 'two']);
    played.complete('two', 'one', 'oneMore');
    assert.deepEqual(played.open(), ['sum']);
  });

  test('to a task of another branch, or to one that does not lead here, is refused', () => {
    const played = play();
    played.complete('ask', 'two');
    assert.throws(
      () => played.back('one', 'two'),
      (error) => isFault(error, 'handle.noWayBack'),
    );
    assert.deepEqual(played.open(), ['one']);
  });

  test('from one of several instances takes them all back', () => {
    const played = play();
    played.complete('ask', 'one', 'oneMore', 'two', 'sum', 'sign');
    played.back('sign', 'sum');
    assert.deepEqual(played.open(), ['sum']);
    played.complete('sum');
    assert.deepEqual(played.open(), ['sign', 'sign']);
    played.complete('sign', 'sign');
    assert.equal(played.state.state, 'closed');
  });

  test('takes an added signer along', () => {
    const played = play();
    played.complete('ask', 'one', 'oneMore', 'two');
    played.tell({ do: 'addSigner', task: played.task('sum').id, organisation: 'town' });
    played.back('sum', 'two');
    assert.deepEqual(played.open(), ['two']);
  });

  test('a closed case that goes on at one branch needs the other no more', () => {
    const played = play();
    played.complete('ask', 'one', 'oneMore', 'two', 'sum', 'sign', 'sign');
    played.tell({ do: 'reopen', element: 'two' });
    played.complete('two');
    assert.deepEqual(played.open(), ['sum']);
  });
});

test('what begins in a parked case stands still until the case is taken up again', () => {
  const played = play();
  played.complete('ask');
  played.tell({ do: 'park' });
  played.tell({ do: 'correlate', message: 'seen', variables: {} });
  assert.deepEqual(
    [played.task('look').dueAt, played.state.clocks.map(({ state }) => state)],
    [null, ['suspended', 'suspended']],
  );
  played.tell({ do: 'unpark' });
  assert.deepEqual(
    played.state.clocks.map(({ state }) => state),
    ['running', 'running'],
  );
  assert.ok(played.task('look').dueAt instanceof Date);
});
