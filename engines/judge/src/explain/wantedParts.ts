import type { Expression, FeelNode } from '@yiwang/feel';
import type { WantedPart, WantedParts } from './condition.ts';

type Comparison = Extract<FeelNode, { kind: 'comparison' }>;
type Operator = Comparison['operator'];

const mirrored: Readonly<Record<Operator, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** The subject of a condition and what it wants of it; undefined where the condition is of no such shape. */
export function isParts(
  node: FeelNode,
  expression: Expression,
): { readonly subject: Expression; readonly wanted: WantedParts } | undefined {
  if (node.kind === 'comparison') {
    const wanted = comparisonParts(node, expression);
    const subject = isConstant(node.left) && !isConstant(node.right) ? node.right : node.left;
    return { subject: { ...expression, root: subject }, wanted };
  }
  if (node.kind === 'between') {
    const interval: WantedPart = {
      kind: 'interval',
      low: { ...expression, root: node.low },
      high: { ...expression, root: node.high },
      lowIncluded: true,
      highIncluded: true,
    };
    return { subject: { ...expression, root: node.value }, wanted: { parts: [interval], negated: false } };
  }
  if (node.kind === 'in') {
    const parts = partsOf(node.tests, expression);
    if (parts === undefined) return undefined;
    return { subject: { ...expression, root: node.value }, wanted: { parts, negated: false } };
  }
  return undefined;
}

export function comparisonParts(node: Comparison, expression: Expression): WantedParts {
  const turned = isConstant(node.left) && !isConstant(node.right);
  const value = { ...expression, root: turned ? node.left : node.right };
  return compared(turned ? mirrored[node.operator] : node.operator, value);
}

function compared(operator: Operator, value: Expression): WantedParts {
  switch (operator) {
    case '=':
    case '!=':
      return { parts: [{ kind: 'point', value }], negated: operator === '!=' };
    case '<':
    case '<=':
      return {
        parts: [{ kind: 'interval', high: value, lowIncluded: false, highIncluded: operator === '<=' }],
        negated: false,
      };
    case '>':
    case '>=':
      return {
        parts: [{ kind: 'interval', low: value, lowIncluded: operator === '>=', highIncluded: false }],
        negated: false,
      };
  }
}

/** What a cell of a table wants of its column. */
export function testParts(cell: Expression): WantedParts | undefined {
  if (cell.root.kind !== 'unaryTests' || cell.root.any) return undefined;
  const parts = partsOf(cell.root.tests, cell);
  return parts === undefined ? undefined : { parts, negated: cell.root.negated };
}

function partsOf(tests: readonly FeelNode[], expression: Expression): WantedPart[] | undefined {
  const parts = tests.flatMap((test) => partOf(test, expression));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function partOf(test: FeelNode, expression: Expression): WantedPart | undefined | (WantedPart | undefined)[] {
  const at = (root: FeelNode): Expression => ({ ...expression, root });
  if (test.kind === 'compareTest') {
    const { parts, negated } = compared(test.operator, at(test.operand));
    return negated ? undefined : parts[0];
  }
  if (test.kind === 'range') {
    return {
      kind: 'interval',
      ...(test.low === undefined ? {} : { low: at(test.low) }),
      ...(test.high === undefined ? {} : { high: at(test.high) }),
      lowIncluded: test.lowIncluded,
      highIncluded: test.highIncluded,
    };
  }
  if (test.kind === 'list') return test.items.flatMap((item) => partOf(item, expression));
  const isPoint = ['literal', 'name', 'path', 'negation', 'arithmetic'].includes(test.kind) || isConstant(test);
  return isPoint ? { kind: 'point', value: at(test) } : undefined;
}

/** A literal, or a call such as `date("2031-01-01")` of nothing but literals. */
export function isConstant(node: FeelNode): boolean {
  if (node.kind === 'literal') return true;
  if (node.kind === 'negation') return isConstant(node.operand);
  if (node.kind === 'arithmetic') return isConstant(node.left) && isConstant(node.right);
  return node.kind === 'call' && (node.positional ?? []).every(isConstant) && node.named === undefined;
}
