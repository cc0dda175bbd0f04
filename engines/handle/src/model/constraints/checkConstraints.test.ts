import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '@yiwang/xml';
import { checkConstraints } from './checkConstraints.ts';

/** What stands in a process, with flows written as `a→b`. */
function check(inside: string, beside = ''): void {
  let flows = 0;
  const body = inside.replaceAll(/(\w+)→(\w+)/g, (_, from: string, to: string) => {
    flows += 1;
    return `<sequenceFlow id="f${flows}" sourceRef="${from}" targetRef="${to}" />`;
  });
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${beside}
    <process id="p" isExecutable="true">${body}</process></definitions>`;
  checkConstraints(parseXml(xml, 'm.bpmn'), 'm.bpmn');
}

const start = '<startEvent id="s" />';
const end = '<endEvent id="e" />';
const way = `${start}<task id="t" />${end} s→t t→e`;
const item = '<itemDefinition id="i" structureRef="number" /><itemDefinition id="j" structureRef="text" />';
const catcher = (inside: string): string => `<intermediateCatchEvent id="c">${inside}</intermediateCatchEvent>`;

const refused: Readonly<Record<string, readonly [inside: string, message: RegExp, beside?: string]>> = {
  'two elements of one id': [`${way}<task id="t" />`, /t: has the id of the element at line/],
  'a reference to another kind': [
    `${way}<boundaryEvent id="b" attachedToRef="e"><timerEventDefinition /></boundaryEvent>`,
    /b: has attachedToRef="e", which is a endEvent; activity wanted/,
  ],
  'a flow out of a subprocess': [
    `${start}<subProcess id="x"><task id="in" /></subProcess>${end} s→x in→e`,
    /f2: is a flow to or from in, across the border of p/,
  ],
  'a flow into a start': [`${way} t→s`, /s: is a start event and has an incoming flow/],
  'a flow out of an end': [`${way} e→t`, /e: is an end event and has an outgoing flow/],
  'a start of a subprocess that waits': [
    `${start}<subProcess id="x"><startEvent id="y"><timerEventDefinition /></startEvent></subProcess>${end} s→x x→e`,
    /y: starts a subprocess and has a timerEventDefinition/,
  ],
  'an event that can not be caught there': [
    `${start}${catcher('<cancelEventDefinition />')}${end} s→c c→e`,
    /c: may not have a cancelEventDefinition here/,
  ],
  'an error that does not interrupt': [
    `${way}<boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><errorEventDefinition /></boundaryEvent> b→e`,
    /b: has a errorEventDefinition and does not interrupt/,
  ],
  'an event subprocess in the flow': [
    `${way}<subProcess id="x" triggeredByEvent="true"><startEvent id="y"><signalEventDefinition /></startEvent></subProcess> t→x`,
    /x: is an event subprocess and has a sequence flow/,
  ],
  'a link without its other end': [
    `${way}<intermediateThrowEvent id="l"><linkEventDefinition name="far" /></intermediateThrowEvent> t→l`,
    /l: is a link "far" without its other end/,
  ],
  'a gateway that waits for one event': [
    `${start}<eventBasedGateway id="g" />${catcher('<timerEventDefinition />')}${end} s→g g→c c→e`,
    /g: waits for 1 events/,
  ],
  'a gateway against its direction': [
    `${start}<parallelGateway id="g" gatewayDirection="Converging" /><task id="t" /><task id="u" />${end} s→g g→t g→u t→e u→e`,
    /g: has gatewayDirection Converging, 1 incoming and 2 outgoing/,
  ],
  'a gateway for nothing': [
    `${start}<exclusiveGateway id="g" />${end} s→g g→e`,
    /g: is a gateway that neither splits nor joins/,
  ],
  'a node that is never reached': [`${way}<task id="u" /> u→e`, /u: has no incoming flow/],
  'a node that leads nowhere': [`${way}<task id="u" /> t→u`, /u: has no outgoing flow/],
  'an end without a start': [`<task id="t" />${end} t→e`, /p: has an end event and no start event/],
  'a list of flows that is wrong': [
    `${start}<task id="t"><incoming>f2</incoming></task>${end} s→t t→e`,
    /t: lists f2 as incoming, and that flow does not touch it/,
  ],
  'an escalation without a code': [
    `${start}<endEvent id="e"><escalationEventDefinition escalationRef="x" /></endEvent> s→e`,
    /e: throws an escalation without a code/,
    '<escalation id="x" />',
  ],
  'an empty condition': [
    `${start}${catcher('<conditionalEventDefinition id="d"><condition /></conditionalEventDefinition>')}${end} s→c c→e`,
    /d: has an empty condition/,
  ],
  'a start in an ad-hoc subprocess': [
    `${start}<adHocSubProcess id="x"><startEvent id="y" /></adHocSubProcess>${end} s→x x→e`,
    /y: stands in an ad-hoc subprocess/,
  ],
  'a call of what begins only by a trigger': [
    `${start}<callActivity id="x" calledElement="q" />${end} s→x x→e`,
    /x: calls q, which begins only by a trigger/,
    '<process id="q"><startEvent id="qs"><signalEventDefinition /></startEvent><endEvent id="qe" /><sequenceFlow id="qf" sourceRef="qs" targetRef="qe" /></process>',
  ],
  'a message within one pool': [
    way,
    /m: is a message flow within one pool/,
    '<collaboration id="k"><participant id="a" processRef="p" /><messageFlow id="m" sourceRef="a" targetRef="t" /></collaboration>',
  ],
  'data that is a collection of one': [
    `${way}<dataObject id="d" itemSubjectRef="l" />`,
    /d: has another isCollection than its item definition l/,
    '<itemDefinition id="l" isCollection="true" />',
  ],
  'data of another structure': [
    `${start}<task id="t"><ioSpecification><dataInput id="d" itemSubjectRef="i" /></ioSpecification>
      <dataInputAssociation id="a"><sourceRef>o</sourceRef><targetRef>d</targetRef></dataInputAssociation></task>
      <dataObject id="o" itemSubjectRef="j" />${end} s→t t→e`,
    /o: has another structure than d/,
    item,
  ],
  'an event whose message carries what it does not take': [
    `${start}${catcher('<messageEventDefinition messageRef="m" />')}${end} s→c c→e`,
    /c: has 0 data items; its event definitions want 1/,
    `${item}<message id="m" itemRef="i" />`,
  ],
};

test('a plain process keeps the rules', () => check(way));

for (const [what, [inside, message, beside]] of Object.entries(refused))
  test(`${what} is refused, the element named`, () => assert.throws(() => check(inside, beside), message));
