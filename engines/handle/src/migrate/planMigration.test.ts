import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readProcessMap } from '../mining/processMap.ts';
import { planMigration, type ElementMapping, type PositionGroup } from './planMigration.ts';

const mapOf = (inner: string) =>
  readProcessMap(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${inner}</process></definitions>`,
    'p.bpmn',
  );
const flow = (id: string, from: string, to: string): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
const timer = (id: string, on: string): string =>
  `<boundaryEvent id="${id}" attachedToRef="${on}"><timerEventDefinition /></boundaryEvent>`;
const multi = (how: string): string => `<multiInstanceLoopCharacteristics isSequential="${how === 'sequential'}" />`;

const at = (element: string, changes: Partial<PositionGroup> = {}): PositionGroup => ({
  tokens: [{ element, via: null }],
  timers: [],
  cases: 10,
  examples: [{ region: '990101', id: 'c1', number: 'N1' }],
  ...changes,
});

/** What a plan says in short: who moves and stays, and why not. */
function plan(from: string, to: string, positions: readonly PositionGroup[], mapping: ElementMapping = {}) {
  const made = planMigration(mapOf(from), mapOf(to), mapping, positions);
  const why = made.steps.flatMap((step) =>
    step.obstacles.map((obstacle) => `${step.from} ${obstacle.why} ${obstacle.cases}`),
  );
  return { ...made, said: [made.moves, made.stays, ...why] };
}

suite('a migration tried dry', () => {
  test('moves what keeps its id, and what is mapped; the rest stays with the reason and some of its cases', () => {
    const from = '<userTask id="a" /><userTask id="b" /><userTask id="c" />';
    const to = '<userTask id="a" /><userTask id="b2" />';
    const positions = [at('a'), at('b', { cases: 3 }), at('c', { cases: 2 })];
    assert.deepEqual(plan(from, to, positions).said, [10, 5, 'b noTarget 3', 'c noTarget 2']);
    const mapped = plan(from, to, positions, { b: 'b2' });
    assert.deepEqual(mapped.said, [13, 2, 'c noTarget 2']);
    assert.deepEqual(mapped.steps[2]?.obstacles[0]?.examples, [{ region: '990101', id: 'c1', number: 'N1' }]);
    assert.deepEqual(plan(from, to, positions, { b: 'x', y: 'a' }).unknown, [
      { element: 'y', in: 'from' },
      { element: 'x', in: 'to' },
    ]);
  });

  test('a place moves only to one of its kind', () => {
    const from = '<userTask id="a" /><intermediateCatchEvent id="e"><timerEventDefinition /></intermediateCatchEvent>';
    const to =
      '<serviceTask id="a" /><intermediateCatchEvent id="e"><messageEventDefinition /></intermediateCatchEvent>';
    assert.deepEqual(plan(from, to, [at('a'), at('e')]).said, [0, 20, 'a kind 10', 'e kind 10']);
  });

  test('many instances stay many, at once or in a row', () => {
    const task = (how: string): string => `<userTask id="sign">${how === '' ? '' : multi(how)}</userTask>`;
    const signers = at('sign', { tokens: [1, 2, 3].map(() => ({ element: 'sign', via: 'f' })) });
    assert.deepEqual(plan(task('parallel'), task('parallel'), [signers]).said, [10, 0]);
    assert.deepEqual(plan(task('parallel'), task('sequential'), [signers]).said, [0, 10, 'sign loop 10']);
    assert.deepEqual(plan(task('parallel'), task(''), [signers]).said, [0, 10, 'sign loop 10']);
    assert.deepEqual(plan(task(''), task('parallel'), [at('sign')]).said, [0, 10, 'sign loop 10']);
  });

  test('a subprocess around a place goes with it', () => {
    const from = `<subProcess id="s">${multi('parallel')}<userTask id="a" /></subProcess>`;
    const inside = at('a', {
      tokens: [
        { element: 's', via: null },
        { element: 'a', via: null },
      ],
    });
    assert.deepEqual(plan(from, '<userTask id="a" />', [at('a')]).said, [0, 10, 'a scope 10']);
    assert.deepEqual(plan(from, from.replaceAll('"s"', '"t"'), [inside], { s: 't' }).said, [10, 0]);
    assert.deepEqual(plan(from, from.replaceAll('"s"', '"t"'), [at('a')]).said, [0, 10, 'a scope 10']);
    assert.deepEqual(plan(from, `<subProcess id="s"><userTask id="a" /></subProcess>`, [at('a')]).said, [
      0,
      10,
      'a loop 10',
    ]);
  });

  test('a token that waits at a join needs its flow there, and no two become one', () => {
    const join = (first: string): string =>
      `<userTask id="a" /><userTask id="b" />${flow(first, 'a', 'join')}${flow('g', 'b', 'join')}<parallelGateway id="join" />`;
    const waits = at('join', {
      tokens: [
        { element: 'join', via: 'f' },
        { element: 'b', via: null },
      ],
    });
    assert.deepEqual(plan(join('f'), join('f'), [waits]).said, [10, 0]);
    assert.deepEqual(plan(join('f'), join('f2'), [waits]).said, [0, 10, 'join way 10']);
    assert.deepEqual(plan(join('f'), join('f2'), [waits], { f: 'f2' }).said, [10, 0]);
    const both = at('a', {
      tokens: [
        { element: 'a', via: null },
        { element: 'b', via: null },
      ],
    });
    assert.deepEqual(plan(join('f'), join('f'), [both], { b: 'a' }).said, [0, 10, 'b merged 10']);
  });

  test('a set timer goes along with its activity, is dropped without one, and may not change hosts', () => {
    const from = `<userTask id="a" />${timer('late', 'a')}<userTask id="b" />`;
    const set = at('a', { timers: ['late'] });
    assert.deepEqual(plan(from, from, [set]).timers, []);
    const dropped = plan(from, '<userTask id="a" />', [set]);
    assert.deepEqual([dropped.said, dropped.timers], [[10, 0], [{ element: 'late', change: 'dropped', cases: 10 }]]);
    const elsewhere = `<userTask id="a" /><userTask id="b" />${timer('late', 'b')}`;
    assert.deepEqual(plan(from, elsewhere, [set]).said, [0, 10, 'a timer 10']);
  });

  test('a timer that only the new version has is set; one that has fired is not set again', () => {
    const bare = '<userTask id="a" />';
    const withTimer = `${bare}${timer('late', 'a')}`;
    assert.deepEqual(plan(bare, withTimer, [at('a')]).timers, [{ element: 'late', change: 'set', cases: 10 }]);
    assert.deepEqual(plan(withTimer, withTimer, [at('a')]).timers, []);
  });

  test('a case moves as a whole: one place that can not go keeps all of it', () => {
    const from = '<userTask id="a" /><userTask id="b" />';
    const two = at('a', {
      tokens: [
        { element: 'a', via: null },
        { element: 'b', via: null },
      ],
      cases: 4,
    });
    const made = plan(from, '<userTask id="a" />', [two, at('a')]);
    assert.deepEqual(made.said, [10, 4, 'b noTarget 4']);
    assert.deepEqual(
      made.steps.map(({ from: id, cases }) => [id, cases]),
      [
        ['a', 14],
        ['b', 4],
      ],
    );
  });
});
