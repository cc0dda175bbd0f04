import type { Task } from './caseState.ts';
import { change, happened, type Draft } from './draft.ts';
import { faults } from '../faults.ts';
import { dueTimes, turnClock } from './taskClock.ts';

const stateZh = { running: '在走', suspended: '已中止', stopped: '已停止', none: '未设' } as const;

/**
 * Suspends (中止) or resumes (恢复) the clock of a task, and moves what follows from it: due time, lights, timers.
 * @throws handle.clockState
 */
export function turnTaskClock(draft: Draft, task: Task, to: 'running' | 'suspended'): void {
  const { state, ports, at, by, reason } = draft;
  const clock = state.clocks.find((one) => one.task === task.id);
  const wanted = to === 'running' ? 'suspended' : 'running';
  if (clock?.state !== wanted) {
    const found = clock?.state ?? 'none';
    throw faults.clockState({ name: task.name, state: found, stateZh: stateZh[found] });
  }
  const turned = turnClock(clock, ports.calendar, to, at, by.actor, reason);
  const times = dueTimes(turned, ports.calendar);
  change(draft, {
    clocks: state.clocks.map((one) => (one.id === clock.id ? turned : one)),
    tasks: state.tasks.map((one) => (one.id === task.id ? { ...one, ...times } : one)),
    timers: state.timers.map((timer) => {
      const node = draft.definition.nodes.get(timer.element);
      if (timer.token !== task.token || node?.kind !== 'boundaryTimer' || node.timer.by !== 'clock') return timer;
      return { ...timer, dueAt: node.timer.moment === 'due' ? times.dueAt : times.warnAt };
    }),
  });
  happened(draft, to === 'running' ? 'clock.resumed' : 'clock.suspended', task.element, {
    task: task.id,
    usedMinutes: turned.usedMinutes,
    due: times.dueAt?.toISOString() ?? null,
  });
}
