import type { RegisterColumn } from '../register/register.ts';
import type { Condition } from './formula.ts';

/** Whether a condition about one column holds for every value that the register lets into it, and for none. */
export function alwaysHolds(condition: Condition, column: RegisterColumn): boolean {
  const parts = condition.kind === 'any' ? condition.operands : [condition];
  if (parts.some((part) => part.kind === 'truth' && part.value === true)) return true;
  const nullHolds = parts.some((part) => 'whenNull' in part && part.whenNull === true);
  return nullHolds && valuesHold(parts, column);
}

function valuesHold(parts: readonly Condition[], column: RegisterColumn): boolean {
  switch (column.type) {
    case 'string':
      return (
        column.values?.every(({ value }) =>
          parts.some((part) => part.kind === 'among' && part.values.includes(value)),
        ) ?? false
      );
    case 'number':
      return parts.some(
        (part) =>
          part.kind === 'within' &&
          part.intervals.some(({ low = -Infinity, high = Infinity }) => low <= column.min && column.max <= high),
      );
    case 'boolean':
    case 'date':
      return false;
  }
}
