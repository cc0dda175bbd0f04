import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMiner, type MinedEvent } from './mineEvents.ts';
import { readProcessMap, type ProcessMap } from './processMap.ts';

/** A chain of tasks, each with a way back to the first: every history below can be told by it. */
const tasks = ['a', 'b', 'c'];
const map: ProcessMap = readProcessMap(
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" /><endEvent id="e" />
   ${tasks.map((id) => `<userTask id="${id}" />`).join('')}
   ${['s', ...tasks].flatMap((from) => [...tasks, 'e'].map((to) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`)).join('')}
   </process></definitions>`,
  'p.bpmn',
);
const half = { workingMinutesBetween: (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 120_000) };

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** One after the other, each perhaps taken, handed on and taken again; the case ends, is withdrawn, or stays open. */
function randomCase(name: string, random: () => number): MinedEvent[] {
  const events: MinedEvent[] = [];
  let minute = Math.floor(random() * 1_000);
  const say = (kind: string, element: string | null, rest: Partial<MinedEvent> = {}): void => {
    events.push({ case: name, at: minute * 60_000, kind, element, flow: null, task: null, ...rest });
    minute += Math.floor(random() * 40);
  };
  const move = (from: string, to: string): void => {
    events.push({
      case: name,
      at: minute * 60_000,
      kind: 'token.moved',
      element: to,
      flow: `${from}-${to}`,
      task: null,
    });
  };
  say('case.opened', 's');
  let here = 's';
  for (let n = 0; n < 1 + random() * 8; n += 1) {
    const next = tasks[Math.floor(random() * tasks.length)] ?? 'a';
    const task = `${name} ${n}`;
    move(here, next);
    say('task.created', next, { task });
    for (let turn = 0; turn < random() * 3; turn += 1) {
      say('task.claimed', next, { task });
      if (random() < 0.4) say('task.assigned', next, { task });
    }
    if (random() < 0.1) {
      say('task.cancelled', next, { task });
      say('case.withdrawn', null);
      return events;
    }
    if (random() < 0.1) return events;
    events.push({ case: name, at: minute * 60_000, kind: 'task.completed', element: next, flow: null, task });
    here = next;
  }
  move(here, 'e');
  say('case.closed', null);
  return events;
}

/** The same asked of all events at once, as slowly and plainly as can be. */
function recount(cases: readonly (readonly MinedEvent[])[]) {
  const all = cases.flat();
  const ended = (kind: string) => cases.filter((events) => events.some((event) => event.kind === kind));
  const middle = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;
  const stretches = (element: string, wanted: 'wait' | 'work'): number[] =>
    all
      .filter((event) => event.kind === 'task.completed' && event.element === element)
      .map(({ task }) => {
        const own = all.filter((event) => event.task === task);
        return own.slice(1).reduce((sum, event, index) => {
          const before = own[index];
          const isWork = before?.kind === 'task.claimed';
          return before !== undefined && isWork === (wanted === 'work') ? sum + (event.at - before.at) / 60_000 : sum;
        }, 0);
      });
  const completed = (events: readonly MinedEvent[], element: string): number =>
    events.filter((event) => event.kind === 'task.completed' && event.element === element).length;
  return {
    flows: Object.fromEntries(
      [...map.flows.keys()].map((id) => [
        id,
        all.filter(({ kind, flow }) => kind === 'token.moved' && flow === id).length,
      ]),
    ),
    cases: { all: cases.length, closed: ended('case.closed').length, withdrawn: ended('case.withdrawn').length },
    nodes: tasks.map((id) => ({
      id,
      passed: cases.reduce((sum, events) => sum + completed(events, id), 0),
      waiting: middle(stretches(id, 'wait')),
      work: middle(stretches(id, 'work')),
      workTotal: stretches(id, 'work').reduce((sum, minutes) => sum + minutes, 0),
      again: {
        cases: cases.filter((events) => completed(events, id) > 1).length,
        times: cases.reduce((sum, events) => sum + Math.max(0, completed(events, id) - 1), 0),
      },
    })),
    variants: Object.fromEntries(
      Map.groupBy(ended('case.closed'), (events) =>
        events
          .flatMap(({ kind, element }) => (kind === 'task.completed' && element !== null ? [element] : []))
          .join(' '),
      )
        .entries()
        .map(([path, own]) => [path, own.length]),
    ),
  };
}

test('what is mined of random histories is what a plain recount gives', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = seeded(seed);
    const cases = Array.from({ length: 1 + Math.floor(random() * 25) }, (_one, n) => randomCase(`case ${n}`, random));
    const miner = createMiner(map, half);
    for (const event of cases.flat()) miner.add(event);
    const mined = miner.result(10_000);
    assert.deepEqual(
      {
        flows: Object.fromEntries(mined.flows.map(({ id, count }) => [id, count])),
        cases: mined.cases,
        nodes: tasks.map((id) => {
          const node = mined.nodes.find((one) => one.id === id);
          return {
            id,
            passed: node?.passed,
            waiting: node?.waiting?.calendar.median ?? 0,
            work: node?.work?.calendar.median ?? 0,
            workTotal: node?.work?.calendar.total ?? 0,
            again: node?.again,
          };
        }),
        variants: Object.fromEntries(mined.variants.map(({ path, cases: own }) => [path.join(' '), own])),
      },
      recount(cases),
      `seed ${seed}`,
    );
  }
});
