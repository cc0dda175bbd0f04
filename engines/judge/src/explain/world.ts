import {
  evaluateWithin,
  feelText,
  isContext,
  within,
  type Expression,
  type FeelContext,
  type FeelValue,
  type Scope,
} from '@yiwang/feel';
import { evaluateLogic } from '../decide/evaluateLogic.ts';
import { requirementScope } from '../decide/requirementScope.ts';
import { valueOf } from '../decide/takeDecision.ts';
import { startTaking, type Frame, type Taking } from '../decide/taking.ts';
import type { Decision, DecisionModel } from '../model.ts';
import type { Given, Leaf, Site } from './condition.ts';
import { givenValue } from './givens.ts';

/** What was given, and all that was worked out from it so far. Another supposition is another world. */
export interface World {
  readonly inputs: FeelContext;
  readonly taking: Taking;
  /** The keys of what was not given at first, and is only supposed. */
  readonly asked: ReadonlySet<string>;
  /** Truths by the ids of leaves. */
  readonly truths: Map<number, boolean | null>;
  frames: Map<DecisionModel, Frame> | undefined;
  scopes: Map<Decision, Scope> | undefined;
  /** Worlds with one value exchanged, which many policies ask for. */
  suppositions: Map<string, World> | undefined;
}

const maxSteps = 20_000_000;
const mostKept = 10_000;

const none: ReadonlySet<string> = new Set();

export function worldOf(inputs: FeelContext, taking = startTaking('none', maxSteps), asked = none): World {
  return { inputs, taking, asked, truths: new Map(), frames: undefined, scopes: undefined, suppositions: undefined };
}

/** The same with one value exchanged. */
export function supposed(world: World, given: Given, value: FeelValue): World {
  const key = `${given.key}=${feelText(value)}`;
  const suppositions = (world.suppositions ??= new Map<string, World>());
  const before = suppositions.get(key);
  if (before !== undefined) return before;
  const asked = seen(given, world) === null ? new Set([...world.asked, given.key]) : world.asked;
  const made = worldOf(exchanged(world, given, value), world.taking, asked);
  if (suppositions.size < mostKept) suppositions.set(key, made);
  return made;
}

function exchanged(world: World, given: Given, value: FeelValue): FeelContext {
  const inputs = new Map(world.inputs);
  if (given.name === undefined) inputs.set(given.input, value);
  else {
    const before = inputs.get(given.input) ?? null;
    inputs.set(given.input, new Map([...(isContext(before) ? before : []), [given.name, value]]));
  }
  return inputs;
}

export const seen = (given: Given, world: World): FeelValue => givenValue(given, world.inputs);

export function evaluateAt(expression: Expression, site: Site, world: World, tested?: FeelValue): FeelValue {
  const outer = scopeOf(site, world);
  const { feel } = world.taking;
  const value = evaluateWithin(
    expression,
    tested === undefined ? outer : within(outer, new Map([['?', tested]])),
    feel,
  );
  feel.warnings.length = 0;
  return value;
}

/** Three-valued, as FEEL has it; what is no truth is null. */
export function truthOf(leaf: Leaf, world: World): boolean | null {
  const before = world.truths.get(leaf.id);
  if (before !== undefined) return before;
  const { test, subject, site } = leaf;
  const value =
    test.root.kind === 'unaryTests' && subject !== undefined
      ? evaluateAt(test, site, world, subjectValue(subject, world))
      : evaluateAt(test, site, world);
  const truth = typeof value === 'boolean' ? value : null;
  world.truths.set(leaf.id, truth);
  return truth;
}

export function subjectValue(subject: NonNullable<Leaf['subject']>, world: World): FeelValue {
  if (subject.given !== undefined) return seen(subject.given, world);
  return evaluateAt(subject.expression, subject.site, world);
}

function scopeOf(site: Site, world: World): Scope {
  if (site.entry !== undefined && site.outer !== undefined) {
    const outer = scopeOf(site.outer, world);
    const { name, logic } = site.entry;
    return within(outer, new Map([[name, evaluateLogic(logic, outer, world.taking)]]));
  }
  const { decision, model } = site;
  if (
    decision.requiredDecisions.length === 0 &&
    decision.requiredKnowledge.length === 0 &&
    model.imports.length === 0
  ) {
    return { values: world.inputs, outer: undefined };
  }
  const scopes = (world.scopes ??= new Map<Decision, Scope>());
  const before = scopes.get(decision);
  if (before !== undefined) return before;
  const scope = requirementScope(decision, model, (found) => valueOf(found, frameOf(model, world), []));
  scopes.set(decision, scope);
  return scope;
}

function frameOf(model: DecisionModel, world: World): Frame {
  const frames = (world.frames ??= new Map<DecisionModel, Frame>());
  const before = frames.get(model);
  if (before !== undefined) return before;
  const frame: Frame = {
    taking: world.taking,
    taken: new Map(),
    given: (element) => ('requiredInputs' in element ? undefined : (world.inputs.get(element.name) ?? null)),
  };
  frames.set(model, frame);
  return frame;
}
