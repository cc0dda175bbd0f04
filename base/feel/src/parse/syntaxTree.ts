import { normalizeContextKey, parser, trackVariables } from '@bpmn-io/lezer-feel';
import type { SyntaxNode } from '@lezer/common';
import type { FeelType } from '../check/type.ts';
import { faults } from '../faults.ts';
import { placeAt, type Origin } from '../place.ts';
import { maskRanges } from './maskRanges.ts';
import { syntaxFault } from './syntaxFault.ts';
import { maxNesting, maxTextLength, maxTokens } from './limits.ts';

export type Variables = Readonly<Record<string, FeelType>>;

/** The grammar's own way to write a name: one space around each part, so that `a-b` and `a - b` are one key. */
export function normalName(name: string): string {
  return normalizeContextKey(name);
}

/**
 * Runs the field's grammar with the known names, which is what lets a name hold spaces.
 * @throws feel.tooLarge, feel.syntax at the first place the grammar does not accept.
 */
export function syntaxTree(
  text: string,
  top: 'Expression' | 'UnaryTests',
  names: Variables,
  origin: Origin,
): SyntaxNode {
  if (text.length > maxTextLength) {
    throw faults.tooLarge({ ...placeAt('', 0, origin), limit: `${maxTextLength} characters` });
  }
  refuseTooLarge(text, origin);
  const configured = configuredParser(top, names);
  let root: SyntaxNode;
  try {
    root = configured.parse(maskRanges(text)).topNode;
  } catch (error) {
    // The grammar's name tracker throws plain errors on some malformed texts; for the reader it is a syntax error.
    throw syntaxFault(text, 0, origin, Object.keys(names), error);
  }
  const wrong = firstError(root);
  if (wrong !== undefined) {
    throw syntaxFault(text, wrong.from, origin, Object.keys(names));
  }
  return root;
}

const configuredParsers = new Map<string, typeof parser>();
const maxConfigured = 64;

const byObject = {
  Expression: new WeakMap<Variables, typeof parser>(),
  UnaryTests: new WeakMap<Variables, typeof parser>(),
};

/** Kept by the names it knows: all cells of a table share one (reading the water table: 11.3 → 3.5 ms, bench/judge). */
function configuredParser(top: 'Expression' | 'UnaryTests', names: Variables): typeof parser {
  const same = byObject[top].get(names);
  if (same !== undefined) return same;
  const context = grammarContext(names);
  const key = `${top}${JSON.stringify(context)}`;
  const known = configuredParsers.get(key);
  const configured = known ?? parser.configure({ top, contextTracker: trackVariables(context) });
  byObject[top].set(names, configured);
  if (known !== undefined) return known;
  const oldest = configuredParsers.keys().next();
  if (configuredParsers.size >= maxConfigured && oldest.done !== true) configuredParsers.delete(oldest.value);
  configuredParsers.set(key, configured);
  return configured;
}

const tokens = /"(?:[^"\\]|\\.)*"|[\p{L}\p{N}_]+|[()[\]{}]|\S/gsu;

/**
 * Counted before parsing: the grammar's name tracker copies all it has seen at each token, so that a flat list of
 * 32,000 numbers took 4 GB. Brackets inside texts do not nest.
 */
function refuseTooLarge(text: string, origin: Origin): void {
  let [depth, count] = [0, 0];
  for (const { 0: token, index } of text.matchAll(tokens)) {
    count += 1;
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token) && depth > 0) depth -= 1;
    if (depth > maxNesting) throw faults.tooLarge({ ...placeAt(text, index, origin), limit: `${maxNesting} levels` });
    if (count > maxTokens) throw faults.tooLarge({ ...placeAt(text, index, origin), limit: `${maxTokens} tokens` });
  }
}

function firstError(root: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  root.cursor().iterate((reference) => {
    if (found === undefined && reference.type.isError) found = reference.node;
    return found === undefined;
  });
  return found;
}

function grammarContext(names: Variables): Record<string, unknown> {
  return Object.fromEntries(Object.entries(names).map(([name, type]) => [name, grammarValue(type)]));
}

function grammarValue(type: FeelType): unknown {
  if (typeof type === 'string') return 1;
  if ('list' in type) return grammarValue(type.list);
  return 'context' in type ? grammarContext(type.context) : 1;
}
