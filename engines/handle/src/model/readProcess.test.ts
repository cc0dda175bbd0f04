import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { readProcess } from './readProcess.ts';
import { lamp } from '../test/lampProcess.ts';

/** The model with something put in place of something else, which has to be there. */
function changed(from: string, to: string): string {
  assert.ok(lamp.includes(from), from);
  return lamp.replace(from, to);
}

function refusal(xml: string): string {
  try {
    readProcess(xml, 'lamp.bpmn');
  } catch (error) {
    assert.ok(isFault(error, 'handle.modelRefused'), String(error));
    return error.message;
  }
  return 'accepted';
}

suite('reading a process', () => {
  test('a process of user tasks, rules, gateways, timers and messages is read', () => {
    const process = readProcess(lamp, 'lamp.bpmn');
    assert.equal(process.id, 'lamp');
    assert.equal(process.nodes.get('verify')?.kind, 'userTask');
    assert.equal(process.nodes.get('overdue')?.kind, 'boundaryEvent');
    assert.equal(process.flows.get('failed')?.to, 'merge');
    assert.match(process.checksum, /^[0-9a-f]{64}$/);
  });

  test('an expression may call a function, and a name without a value is null', () => {
    const text = `yiwang:team='if contains(team, ".") then team else null'`;
    const { team } = readProcess(changed('yiwang:team="team"', text), 'lamp.bpmn').columns;
    assert.deepEqual(
      [{ team: 'town.light' }, { team: 'light' }, {}].map((variables) => team?.evaluate(variables)),
      ['town.light', null, null],
    );
  });

  const refused: readonly [string, string, RegExp][] = [
    [
      'an element that the engine does not know',
      changed('<bpmn:messageEventDefinition messageRef="m"', '<bpmn:fancyEventDefinition messageRef="m"'),
      /lamp\.bpmn:\d+ element back: fancyEventDefinition is not supported/,
    ],
    ['a misspelt attribute', changed('yiwang:notBy', 'yiwang:notby'), /verify: has an unknown attribute yiwang:notby/],
    ['a wrong expression', changed('outcome = "pass"', 'outcome = '), /passed: has a wrong expression/],
    [
      'a flow that leads nowhere',
      changed('targetRef="verify"', 'targetRef="nowhere"'),
      /has targetRef="nowhere", which is not there/,
    ],
    ['a flow without condition', changed('default="failed"', ''), /failed: leaves an exclusive gateway without/],
    ['four eyes on no task', changed('notBy="handle"', 'notBy="assess"'), /verify: has a notBy/],
    [
      'a repeating timer without its duration',
      changed('yiwang:clock="due" />', '><bpmn:timeCycle>R3/soon</bpmn:timeCycle></bpmn:timerEventDefinition>'),
      /R3\/soon is no repeated duration/,
    ],
    ['a process that is not executable', changed('isExecutable="true"', ''), /not marked executable/],
    [
      'a message that is not declared',
      changed('messageRef="m"', 'messageRef="x"'),
      /back: has messageRef="x", which is not there/,
    ],
    [
      'a circle that nothing leads out of',
      changed('sourceRef="assess" targetRef="merge"', 'sourceRef="assess" targetRef="idle"').replace(
        '<bpmn:userTask id="handle"',
        `<bpmn:exclusiveGateway id="idle" /><bpmn:sequenceFlow id="on" sourceRef="idle" targetRef="round" />
         <bpmn:task id="round" /><bpmn:sequenceFlow id="again" sourceRef="round" targetRef="idle" />
         <bpmn:userTask id="handle"`,
      ),
      /is in a loop that nothing leads out of/,
    ],
  ];
  for (const [what, xml, message] of refused) {
    test(`${what} is refused with its element`, () => assert.match(refusal(xml), message));
  }
});
