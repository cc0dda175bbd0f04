import type { CaseState } from './caseState.ts';
import { faults } from '../faults.ts';

/** Far past what people do with one case; it bounds the rows that a command loads. */
const most = { tasks: 5000, evidence: 500, tokens: 5000, scopes: 5000 } as const;
const zh = { tasks: '任务', evidence: '附件', tokens: '令牌', scopes: '作用域' } as const;

/** Instances of one activity at the most. */
export const mostInstances = 1000;

/** @throws handle.tooMany */
export function checkRoom(state: CaseState, what: keyof typeof most): void {
  if (state[what].length >= most[what])
    throw faults.tooMany({ number: state.number, limit: most[what], what, whatZh: zh[what] });
}
