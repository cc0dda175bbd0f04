import type { Condition, Given } from './condition.ts';
import { stateOf } from './stateOf.ts';
import { seen, type World } from './world.ts';

/** What is not given and leaves a condition open, in the order in which the rule asks. */
export function missingData(condition: Condition, world: World): Given[] {
  const found = new Map<string, Given>();
  collect(condition, world, found);
  return [...found.values()];
}

function collect(condition: Condition, world: World, found: Map<string, Given>): void {
  if (stateOf(condition, world) !== 'unknown') return;
  switch (condition.kind) {
    case 'leaf':
      for (const given of condition.givens) if (seen(given, world) === null) found.set(given.key, given);
      return;
    case 'constant':
      return;
    case 'not':
      return collect(condition.part, world, found);
    case 'all':
    case 'any':
      for (const part of condition.parts) collect(part, world, found);
      return;
    case 'if':
      collect(condition.condition, world, found);
      collect(condition.consequent, world, found);
      collect(condition.alternative, world, found);
      return;
    case 'rules':
      for (const { match, result } of condition.rules) {
        const state = stateOf(match, world);
        if (state === 'failed') continue;
        collect(match, world, found);
        collect(result, world, found);
        if (state === 'held') return;
      }
      collect(condition.otherwise, world, found);
  }
}
