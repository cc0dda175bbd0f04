import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isFault } from '@yiwang/faults';
import type { JsonObject } from '../json.ts';
import { readProcess } from '../model/readProcess.ts';
import { lampPorts, flow, region } from '../test/lampTown.ts';
import { emptyCase } from './emptyCase.ts';
import { step } from './step.ts';

const start = '<startEvent id="s" />';
const end = '<endEvent id="e" />';

/** Starts a case of a process with these parts, flows written as `a→b`. */
function startCase(body: string, variables: JsonObject = {}) {
  const { clock, ports } = lampPorts();
  let flows = 0;
  const inside = body.replaceAll(/(\w+)→(\w+)/g, (_, from: string, to: string) => {
    flows += 1;
    return `<sequenceFlow id="f${flows}" sourceRef="${from}" targetRef="${to}" />`;
  });
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0">
    <process id="p" isExecutable="true">${inside}</process></definitions>`;
  const at = clock.now();
  const empty = emptyCase({ region, id: '0', number: '1', title: '灯', home: 'town', openedAt: at });
  const command = { by: flow, reason: null, act: { do: 'start', variables } } as const;
  return step(readProcess(xml, 'p.bpmn'), empty, command, at, ports);
}

const many = (inside: string): string =>
  `${start}<userTask id="t"><multiInstanceLoopCharacteristics>${inside}</multiInstanceLoopCharacteristics></userTask>${end} s→t t→e`;

/** What a step is refused by; that it comes within a second is asked of all of them, far above what they take. */
function refusal(work: () => unknown): string {
  const begun = performance.now();
  try {
    work();
  } catch (error) {
    assert.ok(isFault(error), String(error));
    assert.ok(error.definition.help.zh !== '' && error.definition.help.en !== '', 'it says what to do');
    assert.ok(performance.now() - begun < 5000, 'in bounded time');
    return error.code;
  }
  return 'nothing';
}

suite('what grows without end is refused, in bounded time, and nothing of it is done', () => {
  test('a million instances of a task', () => {
    const million = many('<loopCardinality>1000000</loopCardinality>');
    assert.match(
      refusal(() => startCase(million)),
      /^handle\./,
    );
    const asked = many('<loopCardinality>n</loopCardinality>');
    assert.match(
      refusal(() => startCase(asked, { n: 1e9 })),
      /^handle\./,
    );
    assert.equal(startCase(asked, { n: 1000 }).state.tasks.length, 1000);
  });

  test('a loop that its condition never ends', () => {
    const body = `${start}<exclusiveGateway id="g" default="back" /><scriptTask id="t" scriptFormat="feel" yiwang:result="n"><script>1</script></scriptTask>
      ${end} s→t t→g <sequenceFlow id="back" sourceRef="g" targetRef="t" />
      <sequenceFlow id="out" sourceRef="g" targetRef="e"><conditionExpression>n = 2</conditionExpression></sequenceFlow>`;
    assert.equal(
      refusal(() => startCase(body)),
      'handle.endless',
    );
  });

  test('expressions that count to a billion, in conditions, scripts, cardinalities and assignees', () => {
    const bomb = 'count(for i in 1..100000, j in 1..100000 return i * j) > 0';
    const choice = `${start}<exclusiveGateway id="g" default="no" /><task id="a" /><task id="b" />${end} s→g a→e b→e
      <sequenceFlow id="yes" sourceRef="g" targetRef="a"><conditionExpression>${bomb}</conditionExpression></sequenceFlow>
      <sequenceFlow id="no" sourceRef="g" targetRef="b" />`;
    const script = `${start}<scriptTask id="t" scriptFormat="feel" yiwang:result="n"><script>${bomb}</script></scriptTask>${end} s→t t→e`;
    const cardinality = many(
      '<loopCardinality>sum(for i in 1..1000000 return sum(for j in 1..1000 return j))</loopCardinality>',
    );
    for (const body of [choice, script, cardinality])
      assert.match(
        refusal(() => startCase(body)),
        /^(handle|feel)\./,
      );
  });

  test('a text that doubles itself', () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `a${n + 1}: a${n} + a${n}`).join(', ');
    const script = `${start}<scriptTask id="t" scriptFormat="feel" yiwang:result="n"><script>{a0: "一一一一一一一一", ${doubling}}.a40</script></scriptTask>${end} s→t t→e`;
    assert.match(
      refusal(() => startCase(script)),
      /^(handle|feel)\.|^nothing$/,
    );
  });
});
