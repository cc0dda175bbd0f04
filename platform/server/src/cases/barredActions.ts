import type { BarredAction } from '@yiwang/contract';
import type { CaseView } from '@yiwang/handle';
import { say, type Bilingual } from '@yiwang/messages';
import { approverOf } from './approverOf.ts';
import type { TaskReader } from './caseTask.ts';

const reasons = {
  steer: { zh: '由负责本区此类案件的人员办理', en: 'left to who answers for such cases of the region' },
  supervise: { zh: '由本区的督办人员办理', en: 'left to the supervisors of the region' },
  mend: { zh: '由本区的督办或管理人员办理', en: 'left to the supervisors and administrators of the region' },
  supervised: { zh: '已在督办中', en: 'it is under supervision already' },
  parked: { zh: '案件已挂账，先恢复办理', en: 'the case is parked; take it up again first' },
  open: { zh: '案件尚未办结', en: 'the case is still open' },
  longest: { zh: '“{name}”已延至上限', en: '"{name}" has been extended as far as it may be' },
  ownWish: { zh: '本人提出的延期须由他人批复', en: 'who asked for more time may not answer' },
  approver: { zh: '“{name}”的延期由{role}批复', en: 'more time for "{name}" is for the role {role} to answer' },
} as const satisfies Record<string, Bilingual>;

const steered = ['urge', 'park', 'link', 'mergeInto', 'withdraw'] as const;

/** Why an extension that was asked for is not this reader's to answer; undefined where it is. */
export function whyNotDecide(
  view: CaseView,
  { clock: id, by: asker }: CaseView['state']['requests'][number],
  { by, language, roleName }: TaskReader,
): string | undefined {
  if (asker === by.actor) return say(reasons.ownWish, language);
  const role = approverOf(view, id);
  if (role === undefined || by.roles.includes(role)) return undefined;
  const name = view.clocks.find((clock) => clock.id === id)?.name ?? '';
  return say(reasons.approver, language, { name, role: roleName(role)[language] });
}

/** What is done with cases in general but can't be done by this reader with this one now, each with its reason. */
export function barredActions(view: CaseView, reader: TaskReader): BarredAction[] {
  const { state, clocks } = view;
  const { may, language } = reader;
  const because = (reason: keyof typeof reasons, params = {}): string => say(reasons[reason], language, params);
  if (state.state === 'closed') return may.steer ? [] : [{ do: 'reopen', why: because('steer') }];
  if (state.parkedAt !== null) {
    const waits = { do: 'park', why: because('parked') } as const;
    return may.steer ? [waits] : [waits, { do: 'unpark', why: because('steer') }];
  }
  const barred: BarredAction[] = [];
  if (!may.steer) for (const what of steered) barred.push({ do: what, why: because('steer') });
  if (!may.supervise) barred.push({ do: 'supervise', why: because('supervise') });
  else if (state.supervisedAt !== null) barred.push({ do: 'supervise', why: because('supervised') });
  if (!may.mend && state.incidents.length > 0) barred.push({ do: 'retry', why: because('mend') });
  for (const { state: runs, name, maxExtension, extended } of clocks)
    if (runs !== 'stopped' && maxExtension > 0 && extended >= maxExtension)
      barred.push({ do: 'extend', why: because('longest', { name }) });
  for (const request of state.requests) {
    const why = whyNotDecide(view, request, reader);
    if (why !== undefined) barred.push({ do: 'decideExtension', why });
  }
  barred.push({ do: 'reopen', why: because('open') });
  return barred;
}
