import type { ArithmeticOperator } from '../tree.ts';
import { kindOfType, type FeelType } from './type.ts';

/** Types about which nothing certain can be said; a list of one stands for its item. */
export function isOpen(type: FeelType): boolean {
  const kind = kindOfType(type);
  return kind === 'any' || kind === 'null' || kind === 'list' || kind === 'context';
}

export function isDuration(type: FeelType): boolean {
  return type === 'years and months duration' || type === 'days and time duration';
}

function isPoint(type: FeelType): boolean {
  return type === 'date' || type === 'time' || type === 'date and time';
}

/** The type of `left operator right`; undefined where the two can not be computed whatever their values (DMN 1.5, table 57). */
export function arithmeticType(operator: ArithmeticOperator, left: FeelType, right: FeelType): FeelType | undefined {
  if (operator === '**') return fits(left) && fits(right) ? 'number' : undefined;
  if (isOpen(left) || isOpen(right)) return 'any';
  if (left === 'number' && right === 'number') return 'number';
  switch (operator) {
    case '+':
      return sumType(left, right);
    case '-':
      if (isPoint(left)) return isDuration(right) ? left : isPoint(right) ? 'days and time duration' : undefined;
      return isDuration(left) && left === right ? left : undefined;
    case '*':
      if (isDuration(left) && right === 'number') return left;
      return left === 'number' && isDuration(right) ? right : undefined;
    case '/':
      if (!isDuration(left)) return undefined;
      return right === 'number' ? left : left === right ? 'number' : undefined;
  }
}

function fits(type: FeelType): boolean {
  return type === 'number' || isOpen(type);
}

function sumType(left: FeelType, right: FeelType): FeelType | undefined {
  if (left === 'string' && right === 'string') return 'string';
  if (isDuration(left)) return isPoint(right) || left === right ? right : undefined;
  return isPoint(left) && isDuration(right) ? left : undefined;
}

const orderless = new Set(['boolean', 'function', 'range']);

/** Whether two types can be compared by such an operator. */
export function canCompare(operation: string, left: FeelType, right: FeelType): boolean {
  if (isOpen(left) || isOpen(right)) return true;
  const [a, b] = [kindOfType(left), kindOfType(right)];
  return a === b && (operation === '=' || operation === '!=' || !orderless.has(a));
}
