import type { SyntaxNode } from '@lezer/common';
import type { FeelType } from '../check/type.ts';
import { faults } from '../faults.ts';
import { placeAt, type Origin } from '../place.ts';
import { syntaxFault } from './syntaxFault.ts';
import { normalName } from './syntaxTree.ts';

/** One pass from the grammar's tree to ours. */
export interface Reading {
  readonly text: string;
  readonly origin: Origin;
  /** Declared names by their normal form. */
  readonly declared: ReadonlyMap<string, string>;
  /** Types that the model declares, by name. */
  readonly types: Readonly<Record<string, FeelType>>;
  depth: number;
}

const comments = new Set(['LineComment', 'BlockComment']);

export function refuse(syntax: SyntaxNode, reading: Reading, what: string): never {
  throw faults.unsupported({ ...placeAt(reading.text, syntax.from, reading.origin), what });
}

export function malformed(syntax: SyntaxNode, reading: Reading): never {
  throw syntaxFault(reading.text, syntax.from, reading.origin, reading.declared.values());
}

export function partsOf(syntax: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = syntax.firstChild; child !== null; child = child.nextSibling) {
    if (!comments.has(child.name)) parts.push(child);
  }
  return parts;
}

export const source = (syntax: SyntaxNode, reading: Reading): string => reading.text.slice(syntax.from, syntax.to);

/** Parts that mean something: the grammar names operators, brackets and keywords in lower case or by their sign. */
export const isMeaning = (syntax: SyntaxNode): boolean =>
  syntax.name === 'null' || syntax.name === '?' || /^[A-Z]/.test(syntax.name);

export const meaningOf = (syntax: SyntaxNode): SyntaxNode[] => partsOf(syntax).filter(isMeaning);

export function pick(parts: readonly SyntaxNode[], index: number, owner: SyntaxNode, reading: Reading): SyntaxNode {
  return parts[index] ?? malformed(owner, reading);
}

export const span = ({ from, to }: SyntaxNode) => ({ from, to });

export function nameOf(syntax: SyntaxNode, reading: Reading): string {
  const normal = normalName(source(syntax, reading));
  return reading.declared.get(normal) ?? source(syntax, reading).replace(/\s+/g, ' ').trim();
}
