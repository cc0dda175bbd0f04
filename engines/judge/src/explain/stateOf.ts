import type { Condition, Leaf, RulesCondition, State } from './condition.ts';
import { seen, truthOf, type World } from './world.ts';

/** The truth that FEEL and the table's hit policy give. */
export function valueOfCondition(condition: Condition, world: World): boolean | null {
  switch (condition.kind) {
    case 'leaf':
      return truthOf(condition, world);
    case 'constant':
      return condition.value;
    case 'not': {
      const value = valueOfCondition(condition.part, world);
      return value === null ? null : !value;
    }
    case 'all':
    case 'any': {
      const deciding = condition.kind === 'any';
      let value: boolean | null = !deciding;
      for (const part of condition.parts) {
        const one = valueOfCondition(part, world);
        if (one === deciding) return deciding;
        if (one === null) value = null;
      }
      return value;
    }
    case 'if':
      return valueOfCondition(
        valueOfCondition(condition.condition, world) === true ? condition.consequent : condition.alternative,
        world,
      );
    case 'rules':
      return valueOfRules(condition, world);
  }
}

function valueOfRules({ rules, hitPolicy, otherwise }: RulesCondition, world: World): boolean | null {
  let found: boolean | null | undefined;
  for (const { match, result } of rules) {
    if (valueOfCondition(match, world) !== true) continue;
    const value = valueOfCondition(result, world);
    if (hitPolicy === 'FIRST') return value;
    if (found !== undefined && (hitPolicy === 'UNIQUE' || found !== value)) return null;
    found = value;
  }
  return found === undefined ? valueOfCondition(otherwise, world) : found;
}

/**
 * Whether a condition holds, fails, or can't be told from what is given. FEEL makes a truth of missing data here and there
 * (`x = 5` is false without x, a table's cell does not match); a person is to hear that data are missing.
 */
export function stateOf(condition: Condition, world: World): State {
  switch (condition.kind) {
    case 'leaf':
      return stateOfLeaf(condition, world);
    case 'constant':
      return condition.value === true ? 'held' : 'failed';
    case 'not': {
      if (valueOfCondition(condition, world) === true) return 'held';
      return turned(stateOf(condition.part, world));
    }
    case 'all':
    case 'any': {
      const deciding: State = condition.kind === 'any' ? 'held' : 'failed';
      let state: State = condition.kind === 'any' ? 'failed' : 'held';
      for (const part of condition.parts) {
        const one = stateOf(part, world);
        if (one === deciding) return deciding;
        if (one === 'unknown') state = 'unknown';
      }
      return state;
    }
    case 'if': {
      const state = stateOf(condition.condition, world);
      if (state === 'held') return stateOf(condition.consequent, world);
      const otherwise = stateOf(condition.alternative, world);
      if (state === 'failed' || otherwise === stateOf(condition.consequent, world)) return otherwise;
      return valueOfCondition(condition, world) === true ? 'held' : 'unknown';
    }
    case 'rules':
      return stateOfRules(condition, world);
  }
}

const turned = (state: State): State => (state === 'unknown' ? state : state === 'held' ? 'failed' : 'held');

function stateOfLeaf(leaf: Leaf, world: World): State {
  const truth = truthOf(leaf, world);
  if (truth === true) return 'held';
  if (truth === null) return 'unknown';
  const given = leaf.subject?.given;
  return given !== undefined && seen(given, world) === null && !asksForNull(leaf) ? 'unknown' : 'failed';
}

/** `x = null`, `not(null)`: a condition about missing data knows what it sees. */
function asksForNull({ wanted }: Leaf): boolean {
  return (
    wanted?.parts.some(
      (part) => part.kind === 'point' && part.value.root.kind === 'literal' && part.value.root.value === null,
    ) ?? false
  );
}

/** All that could come out: of rules that hold or may hold, up to the first that surely does. */
function stateOfRules(condition: RulesCondition, world: World): State {
  if (valueOfRules(condition, world) === true) return 'held';
  const possible = new Set<State>();
  for (const { match, result } of condition.rules) {
    const state = stateOf(match, world);
    if (state === 'failed') continue;
    possible.add(stateOf(result, world));
    if (state === 'held') return only(possible);
  }
  possible.add(stateOf(condition.otherwise, world));
  return only(possible);
}

/** Several outcomes are one only where they agree; a value that is not true by FEEL never counts as held. */
function only(possible: ReadonlySet<State>): State {
  const [state = 'failed'] = possible;
  return possible.size === 1 && state !== 'held' ? state : 'unknown';
}
