import type { CaseEvent as ToldEvent } from '@yiwang/contract';
import type { CaseEvent, CaseView, EventKind } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';

const names: Readonly<Record<EventKind, Bilingual>> = {
  'case.opened': { zh: '立案', en: 'Opened' },
  'case.seen-again': { zh: '再次越界', en: 'Seen again' },
  'case.closed': { zh: '结案', en: 'Closed' },
  'case.withdrawn': { zh: '撤回', en: 'Withdrawn' },
  'token.moved': { zh: '流转', en: 'Moved on' },
  'decision.made': { zh: '研判', en: 'Decided' },
  'task.created': { zh: '待办', en: 'Task created' },
  'task.claimed': { zh: '接单', en: 'Claimed' },
  'task.assigned': { zh: '改派', en: 'Assigned anew' },
  'task.completed': { zh: '办结', en: 'Completed' },
  'task.cancelled': { zh: '取消', en: 'Cancelled' },
  'timer.fired': { zh: '计时到', en: 'Timer fired' },
  'message.received': { zh: '收到消息', en: 'Message received' },
  'variables.set': { zh: '情况更新', en: 'Facts updated' },
  'clock.suspended': { zh: '中止计时', en: 'Clock stopped' },
  'clock.resumed': { zh: '恢复计时', en: 'Clock resumed' },
  'evidence.added': { zh: '附件', en: 'File added' },
};

/** An event with its name, and that of the step where there is one: 办结 · 处置. */
export function eventOf(
  { definition }: CaseView,
  { seq, at, kind, element, actor, reason, data }: CaseEvent,
): ToldEvent {
  const step = element === null ? undefined : definition.nodes.get(element)?.name;
  const { zh, en } = names[kind];
  return {
    seq,
    at: at.toISOString(),
    kind,
    element,
    name: step === undefined || step === element ? { zh, en } : { zh: `${zh} · ${step}`, en: `${en} · ${step}` },
    actor,
    reason,
    data,
  };
}
