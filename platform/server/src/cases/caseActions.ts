import type { CaseAction } from '@yiwang/contract';
import { checkMayDo, leadsTo, subscriptionsOf, type CaseView, type Task } from '@yiwang/handle';
import { isFault } from '@yiwang/faults';
import { whyNotDecide } from './barredActions.ts';
import type { TaskReader } from './caseTask.ts';
import { drawnFields } from './drawnFields.ts';

/**
 * What this reader may do with a case now, beside filling in forms: what the policies allow of what the case is in a state
 * for. What is not here is refused when it is sent all the same.
 */
export function actionsOf(view: CaseView, reader: TaskReader): CaseAction[] {
  const { state } = view;
  const { may } = reader;
  if (state.state === 'closed')
    return may.steer ? [{ do: 'reopen', needsReason: true, elements: reopenPoints(view) }] : [];
  if (state.parkedAt !== null) return may.steer ? [{ do: 'unpark', needsReason: false }] : [];
  const open = view.tasks.filter((task) => task.state === 'open');
  return [
    ...open.flatMap((task) => ofTask(view, task, reader)),
    ...ofClocks(view, reader),
    ...state.requests
      .filter((request) => may.complete && whyNotDecide(view, request, reader) === undefined)
      .map(({ id, clock }): CaseAction => ({ do: 'decideExtension', request: id, clock, needsReason: false })),
    ...(may.steer ? steering : []),
    ...(may.supervise && state.supervisedAt === null ? [{ do: 'supervise', needsReason: true } as const] : []),
    ...(may.mend
      ? state.incidents.map(({ id }): CaseAction => ({ do: 'retry', incident: id, needsReason: false }))
      : []),
    ...ofAdHoc(view, reader),
    ...ofMessages(view, reader),
  ];
}

const steering: readonly CaseAction[] = [
  { do: 'urge', needsReason: true },
  { do: 'park', needsReason: true },
  { do: 'link', needsReason: false },
  { do: 'mergeInto', needsReason: true },
  { do: 'withdraw', needsReason: true },
];

function ofTask(view: CaseView, task: Task, { by, may }: TaskReader): CaseAction[] {
  const assign: CaseAction[] = may.dispatch ? [{ do: 'assign', task: task.id, needsReason: true }] : [];
  if (!may.complete || !canDo(view, task, by)) return assign;
  const held = task.assignee === by.actor;
  const back = returnPoints(view, task);
  return [
    ...(held ? [{ do: 'release', task: task.id, needsReason: false } as const] : []),
    ...(held ? [{ do: 'delegate', task: task.id, needsReason: false } as const] : []),
    { do: 'transfer', task: task.id, needsReason: true },
    ...(back.length > 0 ? [{ do: 'return', task: task.id, elements: back, needsReason: true } as const] : []),
    ...(task.signsFor === null ? [{ do: 'addSigner', task: task.id, needsReason: false } as const] : []),
    ...assign,
  ];
}

/** Whether the engine would let this person do a task. */
export function canDo(view: CaseView, task: Task, by: TaskReader['by']): boolean {
  try {
    checkMayDo(view.definition, view, task, by);
    return true;
  } catch (error) {
    if (!isFault(error)) throw error;
    return false;
  }
}

/** Tasks of the same flow that were done before, and lead here. */
function returnPoints({ definition, tasks }: CaseView, { element }: Task) {
  const scope = definition.nodes.get(element)?.scope;
  const done = new Set(tasks.filter((one) => one.state === 'done').map((one) => one.element));
  return [...done].flatMap((id) => {
    const node = definition.nodes.get(id);
    const leads =
      node?.kind === 'userTask' && node.scope === scope && id !== element && leadsTo(definition, id, element);
    return leads ? [{ id, name: node.name }] : [];
  });
}

function reopenPoints({ definition, tasks }: CaseView) {
  const done = new Set(tasks.filter((one) => one.state === 'done').map((one) => one.element));
  return [...done].flatMap((id) => {
    const node = definition.nodes.get(id);
    return node?.kind === 'userTask' && node.scope === definition.id ? [{ id, name: node.name }] : [];
  });
}

function ofClocks({ clocks, tasks }: CaseView, { by, may }: TaskReader): CaseAction[] {
  const mine = new Set(tasks.filter((task) => task.assignee === by.actor).map((task) => task.id));
  return clocks
    .filter((clock) => clock.state !== 'stopped')
    .filter((clock) => may.steer || (clock.task !== null && mine.has(clock.task)))
    .flatMap((clock): CaseAction[] => [
      clock.state === 'running'
        ? { do: 'suspendClock', clock: clock.id, needsReason: true }
        : { do: 'resumeClock', clock: clock.id, needsReason: false },
      ...(clock.maxExtension > clock.extended ? [{ do: 'extend', clock: clock.id, needsReason: true } as const] : []),
    ]);
}

/** What the case waits to be told, and this reader may tell it. */
function ofMessages({ definition, state }: CaseView, { by, may, tellings }: TaskReader): CaseAction[] {
  if (!may.complete) return [];
  const waits = subscriptionsOf(definition, state);
  return tellings
    .filter(({ message }) => waits.some((one) => one.kind === 'message' && one.name === message))
    .filter(({ roles }) => roles.some((role) => by.roles.includes(role)))
    .map(({ message, name, fields }) => ({
      do: 'tell',
      message,
      name,
      form: drawnFields(fields),
      needsReason: false,
    }));
}

/** Activities of an ad-hoc subprocess that people begin. */
function ofAdHoc({ definition, state }: CaseView, { may }: TaskReader): CaseAction[] {
  if (!may.complete) return [];
  return state.scopes.flatMap((scope): CaseAction[] => {
    const node = definition.nodes.get(scope.element);
    if (node?.kind !== 'subProcess' || node.variant !== 'adHoc' || scope.role !== 'body') return [];
    const elements = [...definition.nodes.values()]
      .filter((one) => one.scope === node.id && one.incoming.length === 0 && one.kind.endsWith('Task'))
      .map(({ id, name }) => ({ id, name }));
    return [{ do: 'begin', scope: scope.id, elements, needsReason: false }];
  });
}
