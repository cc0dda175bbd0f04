import type { Calendar } from '@yiwang/calendar';
import { decide } from '@yiwang/judge';
import type { DecisionPort, ProcessDefinition } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';
import type { App } from './app.ts';
import { openingsOf, tellingsOf } from './entrances.ts';
import type { Problems } from './problem.ts';
import { playRun } from './scenario/playRun.ts';

/** How much of a process its scenarios reach. */
export interface CheckedProcessRuns {
  readonly process: string;
  readonly runs: number;
  readonly flows: number;
  /** Ids of sequence flows that no run took. */
  readonly missed: readonly string[];
}

export interface RanScenarios {
  readonly ran: number;
  readonly processes: readonly CheckedProcessRuns[];
}

/**
 * Runs the scenarios of an application: cases through its decisions, and runs through its processes, in memory. What comes out
 * otherwise than expected is a problem at the line that expects it. Gives how many ran, and what of each process they reach.
 * @param calendar the city's; undefined where the folder belongs to no city, and then runs are a problem
 */
export function runScenarios(app: App, problems: Problems, calendar: Calendar | undefined): RanScenarios {
  let ran = 0;
  const runs = new Map<string, ReadonlySet<string>[]>();
  const take = decisionsOf(app);
  const openings = openingsOf(app);
  for (const { file, value, at } of app.scenarios) {
    const wrong = (way: readonly (string | number)[], { zh, en }: Bilingual, help?: Bilingual): void => {
      const mend = help ?? { zh: '请修正模型或预期', en: 'Mend the model, or what is expected.' };
      problems.add({ file, ...at(way), what: { zh, en }, help: mend });
    };
    for (const [index, { given, decision, expect }] of (value.cases ?? []).entries()) {
      ran += 1;
      const way = ['cases', index];
      const said = ({ zh, en }: Bilingual): Bilingual => ({
        zh: `第 ${index + 1} 例：${zh}`,
        en: `case ${index + 1}: ${en}`,
      });
      if (modelOf(app, decision) === undefined) {
        wrong(way, said({ zh: `没有决策 ${decision}`, en: `there is no decision ${decision}` }));
        continue;
      }
      const { outputs } = take(decision, given);
      for (const [name, wanted] of Object.entries(expect)) {
        const got = outputs[name] ?? null;
        const [is, should] = [JSON.stringify(got), JSON.stringify(wanted)];
        if (got !== wanted)
          wrong(way, said({ zh: `${name} 为 ${is}，应为 ${should}`, en: `${name} is ${is}, expected ${should}` }));
      }
    }
    for (const [index, run] of (value.runs ?? []).entries()) {
      ran += 1;
      const way = ['runs', index];
      const definition = app.processes.find(({ value: one }) => one.id === run.process)?.value;
      if (definition === undefined || calendar === undefined) {
        const what =
          definition === undefined
            ? { zh: `没有流程 ${run.process}`, en: `there is no process ${run.process}` }
            : { zh: '没有工作日历', en: 'there is no calendar' };
        wrong(way, what, {
          zh: '请修正引用，或把应用放入城市目录',
          en: 'Mend the reference, or put the application into a city.',
        });
        continue;
      }
      const stage = {
        definition,
        ports: { decide: take, calendar },
        timeZone: calendar.timeZone,
        cast: value.cast ?? {},
        opening: openings.find((one) => one.process === run.process),
        tellings: tellingsOf(app, run.process),
      };
      const { mishaps, taken } = playRun(run, stage);
      runs.set(run.process, [...(runs.get(run.process) ?? []), taken]);
      for (const { step, what } of mishaps)
        wrong(step < 0 ? way : [...way, 'steps', step], {
          zh: `“${run.name.zh}”第 ${step + 1} 步：${what.zh}`,
          en: `“${run.name.en}”, step ${step + 1}: ${what.en}`,
        });
    }
  }
  return { ran, processes: app.processes.map(({ value }) => reachOf(value, runs.get(value.id) ?? [])) };
}

function reachOf({ id, flows, nodes }: ProcessDefinition, runs: readonly ReadonlySet<string>[]): CheckedProcessRuns {
  // nothing goes along the flows behind an event-based gateway: what came first goes on from its own event
  const ways = [...flows.values()].filter(({ from }) => nodes.get(from)?.kind !== 'eventBasedGateway');
  const missed = ways.filter((flow) => !runs.some((taken) => taken.has(flow.id))).map((flow) => flow.id);
  return { process: id, runs: runs.length, flows: ways.length, missed };
}

function modelOf(app: App, decision: string) {
  return app.decisions.find(({ value }) => value.decisions.some(({ id }) => id === decision))?.value;
}

/** Takes the application's own decisions; one that is not there gives nothing, by which the engine refuses the step. */
export function decisionsOf(app: App): DecisionPort {
  return (decision, variables) => {
    const model = modelOf(app, decision);
    if (model === undefined) return { outputs: {}, reason: { zh: '', en: '' }, rules: [] };
    const { outputs, reason, rules } = decide(model, decision, variables, { trace: 'none' });
    return { outputs, reason, rules: rules.map(({ id }) => id) };
  };
}
