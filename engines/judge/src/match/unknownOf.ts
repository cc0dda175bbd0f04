import { isTrue } from '../formula/conditions.ts';
import type { Condition } from '../formula/formula.ts';

/** True where a condition's truth is not known: it is neither true nor false. */
export function unknownOf(condition: Condition): Condition {
  const not = (operand: Condition): Condition => ({ kind: 'not', operand });
  return { kind: 'all', operands: [not(isTrue(condition)), not(isTrue(not(condition)))] };
}
