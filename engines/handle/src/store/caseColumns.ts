import { caseTimes, dueTimes, type ClockCalendar } from '../clock/index.ts';
import type { CaseState } from '../step/caseState.ts';
import { findText } from '../model/expression.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';

/** What the list of cases shows and sorts by; repeats the state, so that a list reads one table. */
export interface CaseColumns {
  readonly grade: string | null;
  readonly lead: string | null;
  readonly team: string | null;
  /** Who must act now; the team or lead when nothing waits for a person. */
  readonly organisation: string;
  readonly assignee: string | null;
  /** Name of the node that it waits at; null when closed. */
  readonly step: string | null;
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
}

export function caseColumns(definition: ProcessDefinition, state: CaseState, calendar: ClockCalendar): CaseColumns {
  const { variables } = state;
  const grade = findText(definition.columns.grade, variables, definition.id);
  const lead = findText(definition.columns.lead, variables, definition.id);
  const team = findText(definition.columns.team, variables, definition.id);
  const open = state.tasks.filter((task) => task.state === 'open');
  const soonest = open.toSorted(
    (a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity) || a.n - b.n,
  )[0];
  const times = caseTimes(state.clocks, (clock) => dueTimes(clock, calendar));
  const resting = state.tokens.find((token) => token.state === 'live' && !carries(state, token.id)) ?? state.tokens[0];
  const waiting = definition.nodes.get(soonest?.element ?? resting?.element ?? '');
  return {
    grade,
    lead,
    team,
    organisation: soonest?.organisation ?? team ?? lead ?? state.home,
    assignee: soonest?.assignee ?? null,
    step: state.state === 'closed' ? null : (waiting?.name ?? null),
    ...(state.state === 'closed' ? { warnAt: null, dueAt: null } : times),
  };
}

/** Whether a token only stands outside an activity whose inside runs. */
function carries(state: CaseState, token: number): boolean {
  return state.scopes.some((scope) => scope.token === token);
}
