import type { Sql } from '@yiwang/postgres';
import { rowOfClock, type ClockCalendar } from '../clock/index.ts';
import { faults } from '../faults.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import type { CaseEvent, CaseState, Timer } from '../step/caseState.ts';
import { answersPart, type AnsweredCommand } from './answeredCommand.ts';
import { columnText } from './arrayText.ts';
import { casePart } from './casePart.ts';
import {
  clockTable,
  eventTable,
  evidenceTable,
  scopeTable,
  segmentTable,
  subscriptionTable,
  taskTable,
  timerTable,
  tokenTable,
  type TimerRow,
} from './caseTables.ts';
import { subscriptionsOf, type Subscription } from './subscriptions.ts';
import { compare, put, tableDiff } from './tableDiff.ts';
import { casesParameter, regionParameter } from './tableWrite.ts';
import { timerFollows } from './timerFollows.ts';

/** One step to write: the state before and after it. */
export interface SavedStep {
  readonly definition: ProcessDefinition;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
}

/** Gathers what the steps do to the tables, in the order in which these are written. */
function gather(steps: readonly SavedStep[], calendar: ClockCalendar) {
  const tokens = tableDiff(tokenTable);
  const scopes = tableDiff(scopeTable);
  const tasks = tableDiff(taskTable);
  const timers = tableDiff(timerTable);
  const clocks = tableDiff(clockTable);
  const segments = tableDiff(segmentTable);
  const evidence = tableDiff(evidenceTable);
  const events = tableDiff(eventTable);
  const subscriptions = tableDiff(subscriptionTable);
  for (const [n, step] of steps.entries()) {
    const { definition, before, after } = step;
    const place = n + 1;
    compare(tokens, place, before.tokens, after.tokens, idOf, asItIs);
    compare(scopes, place, before.scopes, after.scopes, idOf, asItIs);
    compare(tasks, place, before.tasks, after.tasks, idOf, asItIs);
    compare(evidence, place, before.evidence, after.evidence, idOf, asItIs);
    compare(timers, place, before.timers, after.timers, idOf, (timer) => rowOfTimer(definition, after, timer));
    compare(clocks, place, before.clocks, after.clocks, idOf, (clock) => rowOfClock(clock, calendar));
    if (before.clocks !== after.clocks)
      for (const { id: clock, segments: is } of after.clocks) {
        const was = before.clocks.find((one) => one.id === clock)?.segments ?? [];
        compare(segments, place, was, is, nOf, (segment) => ({ ...segment, clock }));
      }
    for (const event of step.events) put(events.added, place, event);
    const waited = before.rev === 0 ? [] : subscriptionsOf(definition, before);
    const waits = subscriptionsOf(definition, after);
    for (const one of waits) if (!includes(waited, one)) put(subscriptions.added, place, one);
    for (const one of waited) if (!includes(waits, one)) put(subscriptions.gone, place, one);
  }
  return [tokens, scopes, tasks, timers, clocks, segments, evidence, events, subscriptions];
}

const idOf = ({ id }: { readonly id: number | string }): number | string => id;
const nOf = ({ n }: { readonly n: number }): number => n;
const asItIs = <T>(one: T): T => one;

function includes(list: readonly Subscription[], { kind, name }: Subscription): boolean {
  return list.some((one) => one.kind === kind && one.name === name);
}

function rowOfTimer(definition: ProcessDefinition, state: CaseState, timer: Timer): TimerRow {
  const follows = timerFollows(definition, state, timer);
  return { ...timer, clock: follows?.clock ?? null, moment: follows?.moment ?? null };
}

/**
 * Writes what steps on different cases changed, their events, and the answers of commands, in the caller's transaction and
 * in one statement for each region.
 * @throws handle.stale when a case is not at the revision of its `before` any more; the transaction must roll back then
 */
export async function saveSteps(
  sql: Sql,
  calendar: ClockCalendar,
  steps: readonly SavedStep[],
  answered: readonly AnsweredCommand[] = [],
): Promise<void> {
  const regions = new Set([...steps.map(({ after }) => after.region), ...answered.map(({ region }) => region)]);
  for (const region of regions) {
    const there = regions.size === 1 ? steps : steps.filter(({ after }) => after.region === region);
    const given = regions.size === 1 ? answered : answered.filter((one) => one.region === region);
    await saveInRegion(sql, calendar, region, there, given);
  }
}

async function saveInRegion(
  sql: Sql,
  calendar: ClockCalendar,
  region: string,
  steps: readonly SavedStep[],
  answered: readonly AnsweredCommand[],
): Promise<void> {
  const values = [region, columnText(steps, ({ after }) => after.id, 'uuid')];
  const add = (text: string): number => values.push(text);
  // without a step nothing is touched, and both parameters are still named
  const touched =
    steps.length === 0 ? `SELECT ${regionParameter}, ${casesParameter} WHERE false` : casePart(steps, calendar, add);
  const parts = gather(steps, calendar).flatMap((table) => table.parts(add));
  if (answered.length > 0) parts.push(answersPart(answered, add));
  const others = parts.map((text, n) => `, w${n} AS (${text})`).join('');
  const [done] = await sql.query<{ n: number }>(
    `WITH touched AS (${touched})${others} SELECT count(*) AS n FROM touched`,
    values,
    { prepare: true },
  );
  if (done?.n !== steps.length) {
    const [first] = steps;
    throw faults.stale({ number: first?.after.number ?? '–', rev: '?', expected: first?.before.rev ?? '–' });
  }
}
