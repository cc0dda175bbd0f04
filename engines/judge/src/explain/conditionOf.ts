import { noPlaceExpression } from './literalOf.ts';
import { placeOf, type Expression, type FeelNode } from '@yiwang/feel';
import type { Decision, DecisionModel, Logic } from '../model.ts';
import type { Condition, Leaf, Site, WantedParts } from './condition.ts';
import { findGiven, findMeaning, givensOf } from './givens.ts';
import { rulesOf, tableOf } from './rulesOf.ts';
import { isParts, testParts } from './wantedParts.ts';

/** Gives leaves their ids: the same for the same words about the same given values. */
export interface Interner {
  readonly ids: Map<string, number>;
  count: number;
}

const maxDepth = 60;

/** A decision's truth as conditions, decisions that it requires followed into. */
export function conditionOf(decision: Decision, model: DecisionModel, interner: Interner): Condition {
  return ofLogic(decision.logic, { model, decision }, decision.id, interner, 0);
}

export function ofLogic(logic: Logic, site: Site, element: string, interner: Interner, depth: number): Condition {
  switch (logic.kind) {
    case 'literalExpression':
      return ofNode(logic.expression, logic.expression.root, site, element, interner, depth);
    case 'decisionTable': {
      const rules = rulesOf({ table: logic, site, wanted: undefined, label: site.decision.name, interner, depth });
      return rules ?? opaque(site, element, interner);
    }
    case 'conditional':
      return {
        kind: 'if',
        condition: ofLogic(logic.condition, site, element, interner, depth + 1),
        consequent: ofLogic(logic.consequent, site, element, interner, depth + 1),
        alternative: ofLogic(logic.alternative, site, element, interner, depth + 1),
        place: logic.place,
        element,
      };
    case 'context': {
      if (logic.result === undefined) return opaque(site, element, interner);
      const inner = logic.entries.reduce<Site>(
        (outer, entry) => ({ model: outer.model, decision: outer.decision, outer, entry }),
        site,
      );
      return ofLogic(logic.result, inner, element, interner, depth + 1);
    }
    case 'refused':
    case 'relation':
    case 'list':
    case 'invocation':
    case 'function':
    case 'filter':
    case 'for':
    case 'quantified':
      return opaque(site, element, interner);
  }
}

/** Logic that is only asked for its result: its decision's value is the truth. */
function opaque(site: Site, element: string, interner: Interner): Leaf {
  const { decision, model } = site;
  const expression = noPlaceExpression(decision.variable, { kind: 'name', name: decision.variable, from: 0, to: 0 });
  // A site that requires just this decision.
  const asking: Decision = { ...decision, requiredInputs: [], requiredDecisions: [decision.id], requiredKnowledge: [] };
  return {
    kind: 'leaf',
    id: interner.count++,
    site: { model, decision: asking },
    test: expression,
    givens: givensOf(expression.root, { model, decision: asking }),
    label: decision.name,
    place: decision.place,
    element,
  };
}

/** A part of an expression as conditions. */
export function ofNode(
  expression: Expression,
  node: FeelNode,
  site: Site,
  element: string,
  interner: Interner,
  depth: number,
): Condition {
  const place = placeOf(expression, node);
  const inner = (part: FeelNode): Condition => ofNode(expression, part, site, element, interner, depth + 1);
  const leaf = (): Leaf => leafOf(expression, node, site, element, interner);
  if (depth > maxDepth) return leaf();
  switch (node.kind) {
    case 'literal':
      return { kind: 'constant', value: typeof node.value === 'boolean' ? node.value : null };
    case 'junction': {
      const kind = node.operator === 'and' ? 'all' : 'any';
      return { kind, parts: junctionParts(node, node.operator).map(inner), place, element };
    }
    case 'if':
      return {
        kind: 'if',
        condition: inner(node.condition),
        consequent: inner(node.consequent),
        alternative: inner(node.alternative),
        place,
        element,
      };
    case 'call': {
      const [operand, ...more] = node.positional ?? [];
      const isNot = node.callee.kind === 'name' && node.callee.name === 'not' && more.length === 0;
      return isNot && operand !== undefined ? { kind: 'not', part: inner(operand), place, element } : leaf();
    }
    case 'name': {
      const meaning = findMeaning(node.name, site);
      if (meaning?.kind === 'decision') {
        const { model, element: decision } = meaning;
        return ofLogic(decision.logic, { model, decision }, decision.id, interner, depth + 1);
      }
      if (meaning?.kind !== 'entry') return leaf();
      return ofLogic(meaning.logic, meaning.site.outer, element, interner, depth + 1);
    }
    case 'comparison': {
      const asked = tableOf(node.left, site);
      if (asked === undefined) return leaf();
      const wanted = { test: { ...expression, root: node }, subject: node.left };
      return rulesOf({ ...asked, wanted, interner, depth: depth + 1 }) ?? leaf();
    }
    case 'path':
    case 'arithmetic':
    case 'negation':
    case 'between':
    case 'in':
    case 'range':
    case 'compareTest':
    case 'list':
    case 'context':
    case 'filter':
    case 'for':
    case 'quantified':
    case 'function':
    case 'instanceOf':
    case 'tested':
    case 'unaryTests':
      return leaf();
  }
}

/** `a and b and c` has three parts, however it is nested. */
function junctionParts(node: FeelNode, operator: 'and' | 'or'): FeelNode[] {
  if (node.kind !== 'junction' || node.operator !== operator) return [node];
  return [...junctionParts(node.left, operator), ...junctionParts(node.right, operator)];
}

function leafOf(expression: Expression, node: FeelNode, site: Site, element: string, interner: Interner): Leaf {
  const test = { ...expression, root: node };
  const about = subjectOf(expression, node);
  const text = expression.text.slice(node.from, node.to);
  return finishLeaf({ test, about, text, site, element, label: '', interner });
}

interface About {
  readonly subject: Expression;
  readonly wanted: WantedParts;
}

function subjectOf(expression: Expression, node: FeelNode): About | undefined {
  const isTrue = noPlaceExpression('true', { kind: 'literal', value: true, from: 0, to: 4 });
  if (node.kind === 'name' || node.kind === 'path') {
    return {
      subject: { ...expression, root: node },
      wanted: { parts: [{ kind: 'point', value: isTrue }], negated: false },
    };
  }
  return isParts(node, expression);
}

/** A cell of a table, about what its column sees. */
export function cellLeaf(
  cell: Expression,
  subject: Expression,
  site: Site,
  element: string,
  label: string,
  interner: Interner,
): Leaf {
  const wanted = testParts(cell);
  const text = `${subject.text} in ${cell.text}`;
  return finishLeaf({
    test: cell,
    about: wanted === undefined ? undefined : { subject, wanted },
    text,
    site,
    element,
    label,
    interner,
    tested: subject,
  });
}

interface LeafParts {
  readonly test: Expression;
  readonly about: About | undefined;
  readonly text: string;
  readonly site: Site;
  readonly element: string;
  readonly label: string;
  readonly interner: Interner;
  readonly tested?: Expression;
}

function finishLeaf({ test, about, text, site, element, label, interner, tested }: LeafParts): Leaf {
  const looked = about?.subject ?? tested;
  const given = looked === undefined ? undefined : findGiven(looked.root, site);
  const givens = new Map(
    [...(looked === undefined ? [] : givensOf(looked.root, site)), ...givensOf(test.root, site)].map((one) => [
      one.key,
      one,
    ]),
  );
  const id = isShared(test.root, site) && (tested === undefined || isShared(tested.root, site));
  return {
    kind: 'leaf',
    id: id ? intern(text, interner) : interner.count++,
    site,
    test,
    ...(looked === undefined
      ? {}
      : { subject: { expression: looked, site, ...(given === undefined ? {} : { given }) } }),
    ...(about === undefined ? {} : { wanted: about.wanted }),
    givens: [...givens.values()],
    label,
    place: placeOf(test, test.root),
    element,
  };
}

function intern(text: string, interner: Interner): number {
  const key = text.replaceAll(/\s+/g, ' ');
  const before = interner.ids.get(key);
  if (before !== undefined) return before;
  const id = interner.count++;
  interner.ids.set(key, id);
  return id;
}

/** Whether a node speaks of inputs only, by their own names: it means the same in every model then. */
function isShared(node: FeelNode, site: Site): boolean {
  if (node.kind === 'name') {
    const meaning = findMeaning(node.name, site);
    return meaning === undefined || meaning.kind === 'input';
  }
  return Object.values(node).every((part) => sharedWithin(part, site));
}

function sharedWithin(part: unknown, site: Site): boolean {
  if (Array.isArray(part)) return part.every((item) => sharedWithin(item, site));
  if (typeof part !== 'object' || part === null) return true;
  return 'kind' in part && 'from' in part ? isShared(part as FeelNode, site) : true;
}
