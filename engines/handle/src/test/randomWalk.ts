import assert from 'node:assert/strict';
import { uuidv7 } from '@yiwang/clock';
import type { Act, Actor } from '../step/caseCommand.ts';
import type { CaseState } from '../step/caseState.ts';

export const people: readonly Actor[] = [100001, 100002, 100003].map((account) => ({
  actor: `account:${account}`,
  organisation: 'town',
  roles: ['fitter'],
}));

/** A command that may or may not fit the state: a task, timer or message of it, often; one that is gone, sometimes. */
export function randomAct(state: CaseState, random: () => number): Act {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const task = pick(state.tasks)?.id ?? uuidv7();
  const open = pick(state.tasks.filter((one) => one.state === 'open'))?.id ?? task;
  const timer = pick(state.timers.filter((one) => one.dueAt !== null));
  const dice = random();
  if (dice < 0.4) return { do: 'complete', task: open, form: { go: random() < 0.5 } };
  if (dice < 0.5) return { do: 'claim', task: open };
  if (dice < 0.55) return { do: 'complete', task, form: {} };
  if (dice < 0.75 && timer?.dueAt) return { do: 'fireTimer', timer: timer.id, dueAt: timer.dueAt };
  if (dice < 0.82) return { do: 'correlate', message: 'go', variables: { told: Math.floor(random() * 10) } };
  if (dice < 0.85) return { do: 'correlate', message: 'stop', variables: {} };
  if (dice < 0.89) return { do: 'suspendClock', task: open };
  if (dice < 0.93) return { do: 'resumeClock', task: open };
  if (dice < 0.96) return { do: 'setVariables', variables: { go: random() < 0.5 } };
  if (dice < 0.98) return { do: 'assign', task: open, organisation: 'town' };
  return random() < 0.2 ? { do: 'withdraw' } : { do: 'seeAgain' };
}

/** What holds of a case whatever was done to it. */
export function checkInvariants(state: CaseState): void {
  const tokens = new Set(state.tokens.map((token) => token.id));
  const scopes = new Set([0, ...state.scopes.map((scope) => scope.id)]);
  const open = state.tasks.filter((task) => task.state === 'open');
  if (state.state === 'closed') {
    assert.deepEqual([state.tokens, state.timers, open], [[], [], []], 'a closed case waits for nothing');
  } else assert.ok(tokens.size > 0, 'an open case waits somewhere');
  for (const token of state.tokens) assert.ok(scopes.has(token.scope), 'a token has its scope');
  for (const scope of state.scopes) {
    assert.ok(scopes.has(scope.parent), 'a scope has the one around it');
    assert.ok(scope.token === 0 || tokens.has(scope.token), 'a scope has its token');
  }
  for (const task of open) assert.ok(tokens.has(task.token), 'an open task has its token');
  for (const timer of state.timers) {
    assert.ok(timer.token === 0 || tokens.has(timer.token), 'a timer has its token');
    assert.ok(scopes.has(timer.scope), 'a timer has its scope');
  }
  for (const clock of state.clocks) {
    assert.ok(clock.segments.length > 0);
    if (clock.task === null) continue;
    const task = state.tasks.find((one) => one.id === clock.task);
    assert.equal(clock.state === 'stopped', task?.state !== 'open', 'a clock runs as long as its task is open');
  }
}
