import type { CaseAction, CaseDetail } from '@yiwang/contract';
import type { Speech } from '../words/useWords.ts';

/** The parts of a case that actions are about, and that what is filled in is chosen from. */
export type ActionParts = Pick<CaseDetail, 'tasks' | 'clocks' | 'incidents' | 'files' | 'proposals'>;

/** What an action is called, and what it is about: the task, the clock or the message, where a case has several. */
export function actionText(action: CaseAction, detail: ActionParts, { t, b }: Speech): string {
  const about = aboutOf(action, detail, { t, b });
  return about === '' ? t(`do-${action.do}`) : `${t(`do-${action.do}`)} · ${about}`;
}

function aboutOf(action: CaseAction, detail: ActionParts, { t, b }: Pick<Speech, 't' | 'b'>): string {
  if (action.name !== undefined) return b(action.name);
  const task = detail.tasks.find(({ id }) => id === action.task);
  if (task !== undefined) return task.name;
  const clock = detail.clocks.find(({ id }) => id === action.clock);
  if (clock !== undefined) return clock.of === 'case' ? t('clock-case') : clock.name;
  const incident = detail.incidents.find(({ id }) => id === action.incident);
  return incident?.element ?? '';
}

/** What tells an action from the others of its case. */
export function actionId(action: CaseAction): string {
  const { do: what, task, clock, request, incident, scope, message } = action;
  return [what, task, clock, request, incident, scope, message].join(' ');
}
