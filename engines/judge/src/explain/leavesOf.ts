import type { Condition, Leaf } from './condition.ts';

/** All leaves, in the order of the document. */
export function leavesOf(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'leaf':
      return [condition];
    case 'constant':
      return [];
    case 'not':
      return leavesOf(condition.part);
    case 'all':
    case 'any':
      return condition.parts.flatMap(leavesOf);
    case 'if':
      return [condition.condition, condition.consequent, condition.alternative].flatMap(leavesOf);
    case 'rules':
      return [
        ...condition.rules.flatMap(({ match, result }) => [...leavesOf(match), ...leavesOf(result)]),
        ...leavesOf(condition.otherwise),
      ];
  }
}
