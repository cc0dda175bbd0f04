import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { createCalendar, weekdays } from '@yiwang/calendar';
import { readProcess } from '@yiwang/handle';
import { playRun, type Mishap } from './playRun.ts';
import type { Run, Step } from './scenarioFile.ts';

const hours = ['09:00-12:00', '13:30-17:30'];
const calendar = createCalendar({
  id: 'test',
  version: '1',
  timeZone: 'Asia/Shanghai',
  hours: {
    ...(Object.fromEntries(weekdays.map((day) => [day, hours])) as Record<(typeof weekdays)[number], string[]>),
    saturday: [],
    sunday: [],
  },
  makeUpHours: hours,
  holidays: [],
  makeUp: [],
  publishedUntil: '2026-12-31',
  source: 'test',
});

/** A lamp is mended, checked by another, and the lead is told by a service; late mending is supervised beside it. */
const lamp = `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0">
  <message id="m" name="rain"/>
  <process id="lamp" name="路灯" isExecutable="true">
    <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="mend"/>
    <userTask id="mend" name="维修" yiwang:candidateRole="crew" yiwang:workingMinutes="120">
      <extensionElements><yiwang:field key="done" label="完成" type="checkbox"/></extensionElements>
    </userTask>
    <boundaryEvent id="late" attachedToRef="mend" cancelActivity="false"><timerEventDefinition id="t" yiwang:clock="due"/></boundaryEvent>
    <sequenceFlow id="f2" sourceRef="late" targetRef="supervise"/><userTask id="supervise" name="督办"/>
    <sequenceFlow id="f7" sourceRef="supervise" targetRef="told"/><endEvent id="told"/>
    <sequenceFlow id="f3" sourceRef="mend" targetRef="check"/>
    <userTask id="check" name="核查" yiwang:notBy="mend"/>
    <sequenceFlow id="f4" sourceRef="check" targetRef="tell"/>
    <serviceTask id="tell" name="通知" yiwang:operation="notice"/>
    <sequenceFlow id="f5" sourceRef="tell" targetRef="dry"/>
    <intermediateCatchEvent id="dry"><messageEventDefinition id="d" messageRef="m"/></intermediateCatchEvent>
    <sequenceFlow id="f6" sourceRef="dry" targetRef="end"/>
    <endEvent id="end"><terminateEventDefinition id="e"/></endEvent>
  </process>
</definitions>`;

const one = { account: '200001', roles: ['crew'], organisation: 'ex.light' };
const two = { account: '200002', roles: ['crew'], organisation: 'ex.light' };
const stranger = { account: '200003', roles: [], organisation: 'ex.light' };

function play(...steps: Step[]): readonly Mishap[] {
  const run: Run = {
    name: { zh: '路灯', en: 'a lamp' },
    process: 'lamp',
    at: '2026-03-02T09:00',
    by: 'one',
    region: '990101',
    home: 'ex.light',
    steps,
  };
  const ports = { calendar, decide: () => ({ outputs: {}, reason: { zh: '', en: '' }, rules: [] }) };
  const definition = readProcess(lamp, 'lamp.bpmn');
  return playRun(run, { definition, ports, timeZone: 'Asia/Shanghai', cast: { one, two, stranger } }).mishaps;
}

const said = (mishaps: readonly Mishap[]): string[] => mishaps.map(({ step, what }) => `${step}: ${what.en}`);

suite('a run of a scenario', () => {
  test('is silent where all goes as it says', () => {
    const mishaps = play(
      { expect: { tasks: [{ task: 'mend', role: 'crew', holder: null, due: '2026-03-02T11:00' }], light: 'ok' } },
      { do: 'claim', task: 'mend' },
      { do: 'complete', task: 'mend', as: 'stranger', refused: 'handle.notCandidate' },
      { do: 'complete', task: 'mend', as: 'two', refused: 'handle.taskHeld' },
      { until: 'warn', clock: 'mend' },
      { expect: { light: 'due', tasks: [{ task: 'mend', holder: '200001' }], passed: { late: 0 } } },
      { until: 'due', clock: 'mend' },
      {
        expect: {
          light: 'over',
          tasks: ['supervise', 'mend'],
          passed: { late: 1 },
          clocks: { mend: { light: 'over' } },
        },
      },
      { do: 'complete', task: 'mend', form: { done: true } },
      { do: 'complete', task: 'check', refused: 'handle.sameHands' },
      { do: 'complete', task: 'check', as: 'two' },
      { do: 'answer', operation: 'notice', variables: { told: 'yes' } },
      { do: 'message', name: 'rain' },
      {
        expect: {
          state: 'closed',
          outcome: 'completed',
          tasks: [],
          variables: { done: true, told: 'yes', other: null },
        },
      },
    );
    assert.deepEqual(said(mishaps), []);
  });

  test('tells every difference of a comparison, and goes on', () => {
    const mishaps = play(
      {
        expect: {
          state: 'closed',
          tasks: ['check'],
          variables: { done: true },
          clocks: { mend: { due: '2026-03-02T12:00' } },
        },
      },
      {
        expect: {
          sent: ['x'],
          decided: { d: ['r'] },
          happened: { 'task.created': 2 },
          passed: { check: 1 },
          light: 'over',
        },
      },
    );
    assert.deepEqual(said(mishaps), [
      '0: state is "open", expected "closed"',
      '0: tasks is ["mend"], expected ["check"]',
      '0: task check is [], expected {"task":"check"}',
      '0: clock mend due is "2026-03-02T11:00", expected "2026-03-02T12:00"',
      '0: done is null, expected true',
      '1: light is "ok", expected "over"',
      '1: sent is [], expected ["x"]',
      '1: decided d is [], expected ["r"]',
      '1: passed check is 0, expected 1',
      '1: task.created is 1, expected 2',
    ]);
  });

  test('names what differs of a task', () => {
    const [mishap] = play({ expect: { tasks: [{ task: 'mend', organisation: 'ex.dark', holder: null }] } });
    assert.equal(
      mishap?.what.en,
      'task mend is [{"task":"mend","organisation":"ex.light","holder":null}], expected {"task":"mend","organisation":"ex.dark","holder":null}',
    );
  });

  test('stops at an act that is refused, is not refused, or is refused otherwise', () => {
    const after: Step = { expect: { state: 'closed' } };
    assert.match(
      said(play({ do: 'complete', task: 'mend', as: 'stranger' }, after)).join(),
      /^0: it was refused: handle\.notCandidate [^,]*$/,
    );
    assert.deepEqual(said(play({ do: 'claim', task: 'mend', refused: 'handle.taskHeld' }, after)), [
      '0: it was not refused, expected handle.taskHeld',
    ]);
    assert.match(
      said(play({ do: 'complete', task: 'mend', as: 'stranger', refused: 'handle.closed' }, after)).join(),
      /notCandidate .*\(expected handle\.closed\)$/,
    );
  });

  test('tells a task, clock, player or call that is not there', () => {
    assert.deepEqual(said(play({ do: 'claim', task: 'check' })), ['0: no task check is open, but mend']);
    assert.deepEqual(said(play({ do: 'suspend', clock: 'check' })), ['0: check has no clock']);
    assert.deepEqual(said(play({ do: 'claim', task: 'mend', as: 'three' })), ['0: the cast has no "three"']);
    assert.deepEqual(said(play({ do: 'answer', operation: 'notice' })), ['0: no call of notice waits']);
    assert.deepEqual(said(play({ until: 'due', clock: 'check' })), ['0: no clock of check runs']);
    assert.deepEqual(said(play({ do: 'decideExtension', clock: 'mend', granted: true })), [
      '0: nobody asked to extend mend',
    ]);
    assert.deepEqual(said(play({ do: 'begin', element: 'mend' })), ['0: the subprocess of mend is not open']);
  });

  test('never goes back in time', () => {
    assert.deepEqual(said(play({ until: '2026-03-02T08:59' })), ['0: that time is past']);
  });

  test('a suspended clock is due at no time, and goes on when it is resumed', () => {
    const mishaps = play(
      { do: 'suspend', clock: 'mend', refused: 'handle.needsReason' },
      { do: 'suspend', clock: 'mend', reason: '停电' },
      { wait: 'P1D' },
      { expect: { clocks: { mend: { state: 'suspended', due: null } }, tasks: ['mend'] } },
      { do: 'resume', clock: 'mend' },
      {
        expect: {
          clocks: { mend: { state: 'running', due: '2026-03-03T11:00', light: 'ok' }, check: { state: 'none' } },
        },
      },
    );
    assert.deepEqual(said(mishaps), []);
  });
});
