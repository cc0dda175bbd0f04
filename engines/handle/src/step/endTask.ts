import type { Task } from './caseState.ts';
import { change, type Draft } from './draft.ts';
import { stopClock } from './taskClock.ts';

/** Takes an open task out of the run: its clock stops, its token and boundary timers go. `ending` says how it ended. */
export function endTask(
  draft: Draft,
  task: Task,
  ending: Partial<Task> & { readonly state: 'done' | 'cancelled' },
): void {
  const { state, at } = draft;
  const ended: Task = { ...task, endedAt: at, ...ending };
  change(draft, {
    tasks: state.tasks.map((one) => (one.id === task.id ? ended : one)),
    tokens: state.tokens.filter((token) => token.id !== task.token),
    timers: state.timers.filter((timer) => timer.token !== task.token),
    clocks: state.clocks.map((clock) => (clock.task === task.id ? stopClock(clock, draft.ports.calendar, at) : clock)),
  });
}
