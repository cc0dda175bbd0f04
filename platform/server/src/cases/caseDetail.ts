import type { CaseDetail } from '@yiwang/contract';
import type { CaseView } from '@yiwang/handle';
import type { Proposal } from '../flow/rankTeams.ts';
import type { Platform } from '../platform.ts';
import { eventOf } from './caseEvents.ts';
import { decisionOf, observationOf } from './caseFacts.ts';
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
    proposals: proposals.map(({ organisation, name, metres, openCases, reason }) => ({
      organisation,
      name,
      metres,
      openCases,
      reason,
    })),
  };
}

/** The clock of the step that it waits at; null where nothing is timed, or the clock was stopped by law. */
function clockOf({ clocks, tasks }: CaseView): CaseDetail['clock'] {
  const open = new Set(tasks.filter(({ state }) => state === 'open').map(({ id }) => id));
  const [clock] = clocks
    .filter(({ task, dueAt }) => open.has(task) && dueAt !== null)
    .toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0));
  if (clock === undefined || clock.dueAt === null) return null;
  return {
    budgetMinutes: clock.budgetMinutes,
    usedMinutes: Math.floor(clock.usedMinutes),
    unit: clock.unit,
    dueAt: clock.dueAt.toISOString(),
    running: clock.state === 'running',
    calendar: clock.calendar,
  };
}
