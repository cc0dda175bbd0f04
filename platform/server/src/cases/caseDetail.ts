import type { CaseClock, CaseDetail } from '@yiwang/contract';
import type { CaseView } from '@yiwang/handle';
import type { Proposal } from '../flow/rankTeams.ts';
import type { Platform } from '../platform.ts';
import { barredActions } from './barredActions.ts';
import { actionsOf } from './caseActions.ts';
import { eventOf } from './caseEvents.ts';
import { decisionOf, observationOf } from './caseFacts.ts';
import { filledOf } from './filledForms.ts';
import { summaryOf } from './caseSummary.ts';
import { taskOf, type TaskReader } from './caseTask.ts';

/** Everything that the page of a case shows, for one reader. */
export function detailOf(
  view: CaseView,
  platform: Pick<Platform, 'city' | 'apps'>,
  reader: TaskReader,
  proposals: readonly Proposal[],
): CaseDetail {
  return {
    summary: summaryOf(view.row, platform),
    tasks: view.tasks.map((task) => taskOf(view, task, reader)),
    filled: filledOf(
      view,
      platform.apps.find(({ about }) => about.id === view.row.app),
    ),
    events: view.events.map((event) => eventOf(view, event)),
    decision: decisionOf(view),
    observation: observationOf(view),
    files: view.evidence.map(({ hash, type, size, name, at, by }) => ({
      hash,
      type,
      size,
      name,
      at: at.toISOString(),
      by,
    })),
    clock: clockOf(view),
    clocks: view.clocks.map(toldClock),
    rev: view.rev,
    supervisedAt: view.state.supervisedAt?.toISOString() ?? null,
    parkedAt: view.state.parkedAt?.toISOString() ?? null,
    urged: view.state.urged,
    links: [...view.state.links],
    requests: view.state.requests.map((one) => ({ ...one, at: one.at.toISOString() })),
    incidents: view.state.incidents.map(({ id, element, code, detail, at }) => ({
      id,
      element,
      code,
      detail,
      at: at.toISOString(),
    })),
    actions: actionsOf(view, reader),
    barred: barredActions(view, reader),
    proposals: proposals.map(({ organisation, name, metres, openCases, reason }) => ({
      organisation,
      name,
      metres,
      openCases,
      reason,
    })),
  };
}

/** The clock of the step that it waits at, or of what that stands in; null where nothing is timed. */
function clockOf({ clocks, tasks }: CaseView): CaseDetail['clock'] {
  const open = new Set(tasks.filter(({ state }) => state === 'open').map(({ id }) => id));
  const [clock] = clocks
    .filter(({ task, state }) => state !== 'stopped' && (task === null || open.has(task)))
    .toSorted((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity));
  return clock === undefined ? null : toldClock(clock);
}

function toldClock({ segments, warnAt, dueAt, ...clock }: CaseView['clocks'][number]): CaseClock {
  const { id, of, name, task, unit, budget, extended, maxExtension, used, light, state, calendar } = clock;
  const stops = segments
    .filter((segment) => segment.state === 'suspended')
    .map(({ from, to, reason, by }) => ({ from: from.toISOString(), to: to?.toISOString() ?? null, reason, by }));
  return {
    id,
    of,
    name,
    task,
    unit,
    budget,
    extended,
    maxExtension,
    used,
    light,
    state,
    calendar,
    warnAt: warnAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    stops,
  };
}
