import { isContext, type Expression, type FeelContext, type FeelNode, type FeelValue } from '@yiwang/feel';
import type { Logic } from '../model.ts';
import { findElement, type FoundElement } from '../read/findElement.ts';
import type { Given, Site } from './condition.ts';

/** What a name stands for at a site: a context entry before it, or an element that the decision requires. */
export type Meaning =
  { readonly kind: 'entry'; readonly site: Site & { readonly outer: Site }; readonly logic: Logic } | FoundElement;

export function findMeaning(name: string, site: Site): Meaning | undefined {
  if (site.entry !== undefined && site.outer !== undefined) {
    if (site.entry.name === name) {
      return { kind: 'entry', site: { ...site, outer: site.outer }, logic: site.entry.logic };
    }
    return findMeaning(name, site.outer);
  }
  const { decision, model } = site;
  for (const reference of [...decision.requiredInputs, ...decision.requiredDecisions, ...decision.requiredKnowledge]) {
    const found = findElement(model, reference);
    if (found === undefined) continue;
    const known = found.kind === 'input' ? found.element.name : found.element.variable;
    if (known === name) return found;
  }
  return undefined;
}

/** The given value that a node is, directly or under the name of a context's entry. */
export function findGiven(node: FeelNode, site: Site): Given | undefined {
  if (node.kind === 'path' && node.source.kind === 'name') {
    const meaning = findMeaning(node.source.name, site);
    if (meaning?.kind === 'input') return givenOf(meaning.element.name, node.name);
  }
  if (node.kind !== 'name') return undefined;
  const meaning = findMeaning(node.name, site);
  if (meaning?.kind === 'input') {
    const { type, name } = meaning.element;
    return typeof type === 'object' && 'context' in type ? undefined : givenOf(name);
  }
  if (meaning?.kind === 'entry' && meaning.logic.kind === 'literalExpression') {
    return findGiven(meaning.logic.expression.root, meaning.site.outer);
  }
  return undefined;
}

function givenOf(input: string, name?: string): Given {
  return name === undefined ? { key: input, input } : { key: `${input}.${name}`, input, name };
}

/** Everything given that a node depends on, in the order of its mention. */
export function givensOf(node: FeelNode, site: Site): Given[] {
  const found = new Map<string, Given>();
  collect(node, site, found, new Set());
  return [...found.values()];
}

function collect(node: FeelNode, site: Site, found: Map<string, Given>, seen: Set<unknown>): void {
  const given = findGiven(node, site);
  if (given !== undefined) {
    found.set(given.key, given);
    return;
  }
  if (node.kind === 'name') {
    const meaning = findMeaning(node.name, site);
    if (meaning?.kind === 'entry' && !seen.has(meaning.logic)) {
      seen.add(meaning.logic);
      collectWithin(meaning.logic, meaning.site.outer, found, seen);
    }
    if (meaning?.kind === 'decision' && !seen.has(meaning.element)) {
      seen.add(meaning.element);
      const inner = { model: meaning.model, decision: meaning.element };
      collectWithin(meaning.element.logic, inner, found, seen);
    }
    return;
  }
  for (const part of Object.values(node)) collectWithin(part, site, found, seen);
}

/** Expressions and nodes inside anything: a node's parts, a table's rules, the entries of a context. */
function collectWithin(part: unknown, site: Site, found: Map<string, Given>, seen: Set<unknown>): void {
  if (Array.isArray(part)) {
    for (const item of part) collectWithin(item, site, found, seen);
  } else if (isNode(part)) collect(part, site, found, seen);
  else if (isExpression(part)) collect(part.root, site, found, seen);
  else if (isPlain(part)) {
    for (const [name, inner] of Object.entries(part)) {
      // What a type allows says nothing about what the value depends on.
      if (name !== 'item' && name !== 'type' && name !== 'place') collectWithin(inner, site, found, seen);
    }
  }
}

function isNode(part: unknown): part is FeelNode {
  return typeof part === 'object' && part !== null && 'kind' in part && 'from' in part && 'to' in part;
}

function isExpression(part: unknown): part is Expression {
  return typeof part === 'object' && part !== null && 'root' in part && 'origin' in part;
}

function isPlain(part: unknown): part is object {
  return typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype;
}

export function givenValue(given: Given, inputs: FeelContext): FeelValue {
  const input = inputs.get(given.input) ?? null;
  if (given.name === undefined) return input;
  return isContext(input) ? (input.get(given.name) ?? null) : null;
}
