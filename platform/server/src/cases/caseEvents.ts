import type { CaseEvent as ToldEvent } from '@yiwang/contract';
import type { CaseEvent, CaseView, EventKind } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';

const names: Readonly<Record<EventKind, Bilingual>> = {
  'case.opened': { zh: '立案', en: 'Opened' },
  'case.seen-again': { zh: '再次越界', en: 'Seen again' },
  'case.closed': { zh: '结案', en: 'Closed' },
  'case.withdrawn': { zh: '撤回', en: 'Withdrawn' },
  'case.failed': { zh: '异常终止', en: 'Failed' },
  'case.merged': { zh: '并案', en: 'Merged' },
  'case.reopened': { zh: '重开', en: 'Reopened' },
  'case.urged': { zh: '催办', en: 'Urged' },
  'case.supervised': { zh: '督办', en: 'Supervised' },
  'case.parked': { zh: '挂账', en: 'Parked' },
  'case.unparked': { zh: '解除挂账', en: 'Taken up again' },
  'case.linked': { zh: '关联', en: 'Linked' },
  'case.migrated': { zh: '换版', en: 'Moved to another version' },
  'scope.ended': { zh: '环节结束', en: 'Stage ended' },
  'script.run': { zh: '计算', en: 'Computed' },
  'task.released': { zh: '退还', en: 'Put back' },
  'task.delegated': { zh: '委托', en: 'Delegated' },
  'task.transferred': { zh: '移送', en: 'Transferred' },
  'task.returned': { zh: '退回', en: 'Returned' },
  'task.signer-added': { zh: '加签', en: 'Signer added' },
  'message.sent': { zh: '发出消息', en: 'Message sent' },
  'signal.received': { zh: '收到信号', en: 'Signal received' },
  'signal.thrown': { zh: '发出信号', en: 'Signal thrown' },
  'error.thrown': { zh: '出错', en: 'Error' },
  'escalation.thrown': { zh: '升级', en: 'Escalated' },
  'compensation.thrown': { zh: '撤销已办', en: 'Undoing' },
  'condition.met': { zh: '条件成立', en: 'Condition met' },
  'service.called': { zh: '调用', en: 'Service called' },
  'service.answered': { zh: '应答', en: 'Service answered' },
  'clock.extended': { zh: '延期', en: 'Time extended' },
  'extension.asked': { zh: '申请延期', en: 'More time asked for' },
  'extension.refused': { zh: '不准延期', en: 'More time refused' },
  'incident.raised': { zh: '异常', en: 'Incident' },
  'incident.retried': { zh: '重试', en: 'Tried again' },
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
