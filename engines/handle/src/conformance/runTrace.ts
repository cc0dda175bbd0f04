import { isFault } from '@yiwang/faults';
import { createCalendar, weekdays } from '@yiwang/calendar';
import type { JsonObject } from '../json.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import { readProcesses } from '../model/readProcess.ts';
import type { Act, Actor, Effect } from '../step/caseCommand.ts';
import { emptyCase } from '../step/emptyCase.ts';
import type { CaseState } from '../step/caseState.ts';
import type { StepPorts } from '../step/ports.ts';
import { step } from '../step/step.ts';

/** What a run is given: the text and the number that conditions ask for, and how long it may take in milliseconds. */
export interface TraceInput {
  readonly input: string;
  readonly int: number;
  readonly delay: number;
  /** Every process of the file is started, not the first alone. */
  readonly parallel: boolean;
}

const by: Actor = { actor: 'system:conformance', organisation: '', roles: [] };
const begin = Date.parse('2026-11-22T00:00:00Z');
const mostSteps = 10_000;

const ports: StepPorts = {
  decide: () => ({ outputs: {}, reason: { zh: '', en: '' }, rules: [] }),
  calendar: createCalendar({
    id: 'always',
    version: '1',
    timeZone: 'Asia/Shanghai',
    hours: weekdayHours(),
    makeUpHours: ['00:00-24:00'],
    holidays: [],
    makeUp: [],
    publishedUntil: '2199-12-31',
    source: 'conformance',
  }),
};

function weekdayHours() {
  const hours = ['00:00-24:00'];
  return Object.fromEntries(weekdays.map((day) => [day, hours])) as Record<(typeof weekdays)[number], string[]>;
}

/** What the words of the suite's scripts do: how long they take, what they log, which variables they set. */
interface Running {
  readonly case: number;
  readonly token: number;
  readonly word: string;
  readonly from: number;
  readonly until: number;
}

interface World {
  readonly definitions: readonly ProcessDefinition[];
  readonly cases: { definition: ProcessDefinition; state: CaseState }[];
  readonly running: Running[];
  readonly traces: string[];
  readonly stamps: Running[];
  now: number;
}

const durations: Readonly<Record<string, number>> = {
  WAIT_TEN_SECONDS: 10_000,
  CREATE_TIMESTAMP_LOG_1: 2000,
  CREATE_TIMESTAMP_LOG_2: 2000,
};

/**
 * Runs a model of the suite on a virtual clock, its scripts being words with a meaning, and gives what it logged. Scripts
 * are services that the run answers; conditions in Java are put into FEEL.
 */
export function runTrace(xml: string, file: string, given: TraceInput): readonly string[] {
  let definitions: readonly ProcessDefinition[];
  try {
    definitions = readProcesses(inOurWords(xml), file);
  } catch (error) {
    if (!isFault(error)) throw error;
    return ['GenericError'];
  }
  const world: World = { definitions, cases: [], running: [], traces: [], stamps: [], now: begin };
  try {
    const name = file.split('/').at(-1)?.replace('.bpmn', '');
    const main = definitions.find(({ id }) => id === name) ?? definitions[0];
    const variables = { test: given.input, integerVariable: given.int };
    const others = given.parallel ? definitions.filter((one) => one !== main && one.openings.length === 0) : [];
    for (const definition of [...others, main]) if (definition !== undefined) open(world, definition, variables);
    let steps = 0;
    for (; moveOn(world, begin + Math.max(given.delay, 1000)); steps += 1)
      if (steps > mostSteps) return [...world.traces, 'Endless'];
  } catch (error) {
    if (!isFault(error)) throw error;
    world.traces.push(error.code === 'handle.stuck' ? 'RuntimeException' : 'GenericError');
  }
  if (world.cases.some(({ state }) => state.outcome === 'failed')) world.traces.push('ErrorThrownErrorEvent');
  const [one, two] = world.stamps;
  if (one !== undefined && two !== undefined && one.from < two.until && two.from < one.until)
    world.traces.push('ExecutionParallel');
  return world.traces;
}

function open(world: World, definition: ProcessDefinition, variables: JsonObject, node?: string): void {
  const openedAt = new Date(world.now);
  const state = emptyCase({
    region: '990100',
    id: '00000000-0000-7000-8000-000000000001',
    number: '1',
    title: '',
    home: '',
    openedAt,
  });
  world.cases.push({ definition, state });
  tell(world, world.cases.length - 1, { do: 'start', variables, ...(node === undefined ? {} : { node }) });
}

function tell(world: World, at: number, act: Act): void {
  const one = world.cases[at];
  if (one === undefined) return;
  const { state, effects } = step(one.definition, one.state, { by, reason: null, act }, new Date(world.now), ports);
  one.state = state;
  for (const effect of effects) carryOut(world, at, effect);
}

function carryOut(world: World, from: number, effect: Effect): void {
  if (effect.do === 'call') {
    const { operation: word, token } = effect;
    world.running.push({ case: from, token, word, from: world.now, until: world.now + (durations[word] ?? 0) });
    return;
  }
  const { name } = effect;
  for (const [at, one] of world.cases.entries()) {
    if (at === from || one.state.state === 'closed') continue;
    if (effect.do === 'message') tell(world, at, { do: 'correlate', message: name, variables: {} });
    else tell(world, at, { do: 'signal', signal: name, variables: {} });
  }
  for (const definition of world.definitions)
    for (const { node, events } of definition.openings)
      if (events.some((event) => event.is === effect.do && event.name === name)) open(world, definition, {}, node);
}

/** Answers what is due next, or fires the next timer. @returns false where nothing is left to do in time */
function moveOn(world: World, until: number): boolean {
  const next = world.running.toSorted((a, b) => a.until - b.until)[0];
  const timer = world.cases
    .flatMap(({ state }, at) => state.timers.map((one) => ({ at, id: one.id, dueAt: one.dueAt })))
    .filter((one): one is typeof one & { dueAt: Date } => one.dueAt !== null)
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  if (next !== undefined && next.until <= (timer?.dueAt.getTime() ?? Infinity)) {
    if (next.until > until) return false;
    world.now = Math.max(world.now, next.until);
    world.running.splice(world.running.indexOf(next), 1);
    answer(world, next);
    return true;
  }
  if (timer === undefined || timer.dueAt.getTime() > until) return false;
  world.now = Math.max(world.now, timer.dueAt.getTime());
  tell(world, timer.at, { do: 'fireTimer', timer: timer.id, dueAt: timer.dueAt });
  return true;
}

function answer(world: World, running: Running): void {
  const { word, token, case: at } = running;
  const state = world.cases[at]?.state;
  if (state?.tokens.some((one) => one.id === token) !== true) return; // it was interrupted meanwhile
  const task = /^SCRIPT_task(\d)$/.exec(word)?.[1];
  const number = state.variables['integerVariable'];
  const next = { integerVariable: typeof number === 'number' ? number + 1 : 1 };
  if (task !== undefined) world.traces.push(`Task${task}`);
  if (word === 'CREATE_MARKER_FILE') world.traces.push('MarkerExists');
  if (word === 'INCREMENT_INTEGER_VARIABLE_AND_LOG') world.traces.push('Increment');
  if (word === 'LOG_DATA' && state.variables['data'] === 'String') world.traces.push('DataCorrect');
  if (word.startsWith('CREATE_TIMESTAMP')) world.stamps.push(running);
  const variables = word.startsWith('INCREMENT') ? next : word === 'SET_STRING_DATA' ? { data: 'String' } : {};
  const error = word === 'THROW_ERROR' ? { error: 'ERR_CODE' } : {};
  tell(world, at, { do: 'answer', token, variables, ...error });
}

/** The model with the suite's scripts as services, and its conditions in FEEL. */
function inOurWords(xml: string): string {
  return xml
    .replace(/<((?:\w+:)?)definitions\b/, '<$1definitions xmlns:yiwang="https://yiwang.org/bpmn/1.0"')
    .replace(
      /<(\w+:)?globalScriptTask([^>]*?)id="([^"]+)"([^>]*)>([\s\S]*?)<\/(?:\w+:)?globalScriptTask>/g,
      (_all, p: string = '', _a, id: string, _b, body: string) =>
        `<${p}process id="${id}" isExecutable="false"><${p}serviceTask id="${id}Body" yiwang:operation="${wordOf(body)}"/></${p}process>`,
    )
    .replace(
      /<((?:\w+:)?)scriptTask\b([^>]*?)>([\s\S]*?)<\/(?:\w+:)?scriptTask>/g,
      (_all, p: string, attributes: string, body: string) =>
        `<${p}serviceTask${attributes.replace(/scriptFormat="[^"]*"/, '')} yiwang:operation="${wordOf(body)}">${body.replace(/<(?:\w+:)?script>[\s\S]*?<\/(?:\w+:)?script>/, '')}</${p}serviceTask>`,
    )
    .replace(
      /(<(?:\w+:)?(?:conditionExpression|condition|loopCondition|loopCardinality|completionCondition|activationCondition)\b[^>]*>)([\s\S]*?)(<\/)/g,
      (_all, open_: string, text: string, close: string) => `${open_}${inFeel(text)}${close}`,
    );
}

function wordOf(body: string): string {
  return (/<(?:\w+:)?script>([\s\S]*?)<\/(?:\w+:)?script>/.exec(body)?.[1] ?? 'NOTHING').trim().replace(/\W/g, '_');
}

function inFeel(text: string): string {
  return text
    .replace(/!\s*(\w+)\.contains\(/g, 'not_contains($1, ')
    .replace(/(\w+)\.contains\(/g, 'contains($1, ')
    .replace(/not_contains\(([^)]*)\)/g, 'not(contains($1))')
    .replaceAll('==', '=')
    .replaceAll('&amp;&amp;', ' and ')
    .replaceAll('||', ' or ')
    .replace(/\$\{|\}/g, '')
    .replace(/\)\s*>\s*$/, ')'); // a slip of the pen in one model
}
