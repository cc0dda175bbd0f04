import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createMiner, type MinedEvent } from './mineEvents.ts';
import type { MinedProcess } from './minedProcess.ts';
import { readProcessMap } from './processMap.ts';

/** collect → handle → check, and back to handle where the check fails; a timer on handle calls supervise. */
const street = readProcessMap(
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0"><process id="p">
    <startEvent id="start" /><sequenceFlow id="a" sourceRef="start" targetRef="merge" />
    <exclusiveGateway id="merge" /><sequenceFlow id="b" sourceRef="merge" targetRef="handle" />
    <userTask id="handle" name="处置" yiwang:candidateRole="fitter" /><sequenceFlow id="c" sourceRef="handle" targetRef="check" />
    <boundaryEvent id="late" attachedToRef="handle" cancelActivity="false"><timerEventDefinition /></boundaryEvent>
    <sequenceFlow id="d" sourceRef="late" targetRef="supervise" /><userTask id="supervise" />
    <sequenceFlow id="e" sourceRef="supervise" targetRef="done" /><endEvent id="done" />
    <userTask id="check" /><sequenceFlow id="f" sourceRef="check" targetRef="good" />
    <exclusiveGateway id="good" /><sequenceFlow id="yes" sourceRef="good" targetRef="wait" />
    <sequenceFlow id="no" sourceRef="good" targetRef="merge" />
    <intermediateCatchEvent id="wait"><messageEventDefinition /></intermediateCatchEvent>
    <sequenceFlow id="g" sourceRef="wait" targetRef="end" /><endEvent id="end" /></process></definitions>`,
  'street.bpmn',
);
/** Every second minute is worked. */
const half = { workingMinutesBetween: (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 120_000) };

/** `10 created handle 1`: minute, what, element or flow, task. */
function history(name: string, ...lines: readonly string[]): MinedEvent[] {
  return lines.map((line) => {
    const [minute = '', what = '', of = '', task = ''] = line.split(' ');
    const isMove = what === 'moved';
    const kind = isMove
      ? 'token.moved'
      : ['opened', 'closed', 'withdrawn'].includes(what)
        ? `case.${what}`
        : `task.${what}`;
    return {
      case: name,
      at: Date.UTC(2026, 10, 23) + Number(minute) * 60_000,
      kind,
      element: isMove || of === '' ? null : of,
      flow: isMove ? of : null,
      task: task === '' ? null : `${name} ${task}`,
    };
  });
}

const straight = (name: string, faster = 1): MinedEvent[] =>
  history(
    name,
    '0 opened',
    '0 moved a',
    '0 moved b',
    '0 created handle 1',
    `${30 / faster} claimed handle 1`,
    `${50 / faster} completed handle 1`,
    `${50 / faster} moved c`,
    `${50 / faster} created check 2`,
    `${60 / faster} completed check 2`,
    `${60 / faster} moved f`,
    `${60 / faster} moved yes`,
    `${100 / faster} moved g`,
    `${100 / faster} closed`,
  );
const redone = history(
  'redone',
  '0 opened',
  '0 moved a',
  '0 moved b',
  '0 created handle 1',
  '10 claimed handle 1',
  '20 assigned handle 1',
  '50 claimed handle 1',
  '60 completed handle 1',
  '60 moved c',
  '60 created check 2',
  '70 claimed check 2',
  '70 completed check 2',
  '70 moved f',
  '70 moved no',
  '70 moved b',
  '70 created handle 3',
  '80 moved d',
  '80 created supervise 4',
  '90 claimed handle 3',
  '100 completed handle 3',
  '100 moved c',
  '100 created check 5',
  '110 completed check 5',
  '110 moved f',
  '110 moved yes',
  '110 moved g',
  '110 cancelled supervise 4',
  '110 closed',
);
const open = history('open', '0 opened', '0 moved a', '0 moved b', '0 created handle 1', '5 claimed handle 1');
const gone = history(
  'gone',
  '0 opened',
  '0 moved a',
  '0 moved b',
  '0 created handle 1',
  '9 cancelled handle 1',
  '9 withdrawn',
);

function mine(...cases: readonly (readonly MinedEvent[])[]): MinedProcess {
  const miner = createMiner(street, half);
  for (const event of cases.flat()) miner.add(event);
  return miner.result();
}
const nodeOf = (mined: MinedProcess, id: string) => mined.nodes.find((node) => node.id === id);

suite('mining hand-made histories', () => {
  test('nodes and flows are counted, open cases and withdrawn ones included', () => {
    const mined = mine(straight('s1'), redone, open, gone);
    assert.deepEqual(mined.cases, { all: 4, closed: 2, withdrawn: 1 });
    const counts = Object.fromEntries(mined.flows.map(({ id, count }) => [id, count]));
    assert.deepEqual(counts, { a: 4, b: 5, c: 3, d: 1, e: 0, f: 3, yes: 2, no: 1, g: 2 });
    const passed = Object.fromEntries(mined.nodes.map((node) => [node.id, node.passed]));
    assert.deepEqual(passed, {
      start: 4,
      merge: 5,
      handle: 3,
      late: 1,
      supervise: 0,
      done: 0,
      check: 3,
      good: 3,
      wait: 2,
      end: 2,
    });
    assert.deepEqual([nodeOf(mined, 'handle')?.cancelled, nodeOf(mined, 'supervise')?.cancelled], [1, 1]);
  });

  test('time before a task is taken is waiting, afterwards work; one that is handed on waits again', () => {
    const handle = nodeOf(mine(straight('s1'), redone), 'handle');
    // 30 + (10 + 30) + 20 waiting, 20 + (10 + 10) + 10 work
    assert.deepEqual(handle?.waiting?.calendar, { count: 3, total: 90, median: 30, p90: 40 });
    assert.deepEqual(handle.work?.calendar, { count: 3, total: 50, median: 20, p90: 20 });
    assert.deepEqual(handle.waiting.working, { count: 3, total: 45, median: 15, p90: 20 });
    assert.equal(handle.role, 'fitter');
    assert.equal(
      nodeOf(mine(straight('s1')), 'check')?.waiting?.calendar.total,
      10,
      'never taken: all of it is waiting',
    );
    assert.equal(nodeOf(mine(straight('s1')), 'wait')?.stay?.calendar.median, 40);
  });

  test('rework is what a case completes again, and the flow that leads back is known', () => {
    const mined = mine(straight('s1'), redone);
    assert.deepEqual(nodeOf(mined, 'handle')?.again, { cases: 1, times: 1 });
    assert.deepEqual(nodeOf(mined, 'wait')?.again, { cases: 0, times: 0 });
    assert.deepEqual(
      mined.flows.filter(({ back }) => back).map(({ id, count }) => [id, count]),
      [['no', 1]],
    );
  });

  test('variants are the ways of closed cases, the most frequent first, with their share and time', () => {
    const mined = mine(straight('s1'), redone, straight('s2', 2), open, gone);
    assert.deepEqual(
      mined.variants.map(({ path, cases, share, time }) => [path.join(' '), cases, share, time.calendar.median]),
      [
        ['handle check wait', 2, 2 / 3, 50],
        ['handle check late handle check wait', 1, 1 / 3, 110],
      ],
    );
    assert.deepEqual(mined.variants[0]?.flows, ['a', 'b', 'c', 'f', 'yes', 'g']);
    assert.deepEqual(mined.otherVariants, { cases: 0, variants: 0, atLeast: false });
  });

  test('the bottleneck is the node with most of the time, and which part of it', () => {
    assert.deepEqual(mine(straight('s1')).bottleneck, { node: 'handle', share: 0.5, part: 'waiting' });
    assert.equal(mine().bottleneck, null);
  });

  test('only so many variants are told one by one; the rest is counted', () => {
    const miner = createMiner(street, half);
    for (const event of [...straight('s1'), ...redone, ...straight('s2')]) miner.add(event);
    const { variants, otherVariants } = miner.result(1);
    assert.equal(variants.length, 1);
    assert.deepEqual(otherVariants, { cases: 1, variants: 1, atLeast: false });
  });

  test('a case that turns in circles for ever takes bounded room', () => {
    const round = history('r', '1 moved c', '1 moved f', '1 moved no', '1 moved b').map((event) => ({
      ...event,
      case: 'r',
    }));
    const miner = createMiner(street, half);
    for (const event of history('r', '0 opened', '0 moved a')) miner.add(event);
    for (let n = 0; n < 50_000; n += 1) {
      for (const event of history('r', `1 created handle ${n}`, `1 completed handle ${n}`)) miner.add(event);
      for (const event of round) miner.add(event);
    }
    for (const event of history('r', '2 closed')) miner.add(event);
    const { variants } = miner.result();
    assert.deepEqual([variants[0]?.path.length, variants[0]?.cut, variants[0]?.flows.length], [200, true, 5]);
  });

  test('events of elements that the drawing does not have are passed over', () => {
    const mined = mine(history('x', '0 opened', '0 moved zz', '0 created old 1', '5 completed old 1', '6 closed'));
    assert.deepEqual([mined.events, mined.cases.closed, mined.variants[0]?.path], [5, 1, []]);
  });
});
