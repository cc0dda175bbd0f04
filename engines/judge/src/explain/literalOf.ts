import type { Expression, FeelNode } from '@yiwang/feel';

/** An expression that stands in no document. */
export function noPlaceExpression(text: string, root: FeelNode): Expression {
  return { text, root, origin: { file: 'FEEL', line: 1, column: 1 }, mistakes: [], types: new Map() };
}
