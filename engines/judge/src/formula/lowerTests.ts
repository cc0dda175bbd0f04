import { compareValues, isList, type FeelNode, type FeelValue } from '@yiwang/feel';
import { any, isTrue, not, truth } from './conditions.ts';
import type { Condition } from './formula.ts';
import { compareTerms, matchesValue } from './lowerComparison.ts';
import { conditionOf, fold, refuseNode, type Source } from './lowering.ts';
import { lowerNode } from './lowerNode.ts';
import { itemsOf, nothing, type Term, type Terms } from './term.ts';

type TestNode = FeelNode & { readonly kind: 'unaryTests' | 'in' | 'compareTest' };

/** Unary tests about `?`, which `terms` holds: one true test is enough, else one unknown makes it unknown. */
export function lowerTests(source: Source, node: TestNode, terms: Terms): Condition {
  if (node.kind === 'compareTest') {
    return compareTerms(source, node, node.operator, terms.get('?') ?? nothing, lowerNode(source, node.operand, terms));
  }
  if (node.kind === 'unaryTests' && node.any) return truth(true);
  const value = any(node.tests.map((test) => lowerTest(source, test, terms)));
  return node.kind === 'unaryTests' && node.negated ? not(value) : value;
}

function lowerTest(source: Source, test: FeelNode, terms: Terms): Condition {
  const tested = terms.get('?') ?? nothing;
  if (test.kind === 'compareTest' || asksAbout(test)) return conditionOf(source, test, lowerNode(source, test, terms));
  if (test.kind === 'range') return lowerRange(source, test, tested, terms);
  const value = lowerNode(source, test, terms);
  if (value.sort === 'constant') return matchesConstant(source, test, tested, value.value);
  const items = itemsOf(value);
  if (items !== undefined) return any(items.map((item) => isTrue(compareTerms(source, test, '=', tested, item))));
  return compareTerms(source, test, '=', tested, value);
}

function matchesConstant(source: Source, test: FeelNode, tested: Term, value: FeelValue): Condition {
  if (value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'range') {
    const { low, high, lowIncluded, highIncluded, lowOpen, highOpen } = value;
    return inRange(source, test, tested, {
      ...(lowOpen ? {} : { low: { term: { sort: 'constant', value: low }, included: lowIncluded } }),
      ...(highOpen ? {} : { high: { term: { sort: 'constant', value: high }, included: highIncluded } }),
    });
  }
  if (isList(value) && value.some((item) => item !== null && typeof item === 'object' && 'kind' in item)) {
    return any(value.map((item) => isTrue(matchesConstant(source, test, tested, item))));
  }
  return matchesValue(source, test, tested, value);
}

interface RangeEnd {
  readonly term: Term;
  readonly included: boolean;
}
interface RangeEnds {
  readonly low?: RangeEnd;
  readonly high?: RangeEnd;
}

function lowerRange(
  source: Source,
  node: FeelNode & { readonly kind: 'range' },
  tested: Term,
  terms: Terms,
): Condition {
  const end = (part: FeelNode | undefined, included: boolean): RangeEnd | undefined =>
    part === undefined ? undefined : { term: lowerNode(source, part, terms), included };
  const [low, high] = [end(node.low, node.lowIncluded), end(node.high, node.highIncluded)];
  for (const one of [low, high]) {
    if (one !== undefined && one.term.sort !== 'constant') {
      throw refuseNode(
        source,
        node,
        '区间的端点应是常数',
        'the ends of a range must be constants',
        '请写成两个比较。',
        'Write two comparisons.',
      );
    }
  }
  // A range with a null end, or with ends that have no order, is null itself, and says nothing about any value.
  if (fold(source, node, terms) === null) return truth(null);
  return inRange(source, node, tested, {
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  });
}

/** Unknown as a whole where the value can't be compared with an end, which for one column is where it is null. */
function inRange(source: Source, node: FeelNode, tested: Term, { low, high }: RangeEnds): Condition {
  if (tested.sort === 'constant') {
    return truth(containsConstant(tested.value, low, high));
  }
  const above = low === undefined ? undefined : compareTerms(source, node, low.included ? '>=' : '>', tested, low.term);
  const below =
    high === undefined ? undefined : compareTerms(source, node, high.included ? '<=' : '<', tested, high.term);
  if (above === undefined || below === undefined) return above ?? below ?? truth(true);
  if (above.kind === 'within' && below.kind === 'within') return bothWithin(above, below);
  return ifKnown(above, below);
}

type Within = Condition & { readonly kind: 'within' };

function bothWithin(above: Within, below: Within): Condition {
  const [a] = above.intervals;
  const [b] = below.intervals;
  const low = a?.low ?? -Infinity;
  const high = b?.high ?? Infinity;
  const intervals = a === undefined || b === undefined || low > high ? [] : [{ ...a, ...b }];
  return { kind: 'within', column: above.column, intervals, whenNull: null };
}

/** Both sides are unknown for the same rows: those where the tested value is null. */
function ifKnown(above: Condition, below: Condition): Condition {
  const known = any([isTrue(above), isTrue(not(above))]);
  return {
    kind: 'if',
    condition: known,
    consequent: { kind: 'all', operands: [above, below] },
    alternative: truth(null),
  };
}

function containsConstant(value: FeelValue, low: RangeEnd | undefined, high: RangeEnd | undefined): boolean | null {
  const order = (end: RangeEnd | undefined): number | undefined =>
    end?.term.sort === 'constant' ? compareValues(value, end.term.value) : undefined;
  const [fromLow, fromHigh] = [order(low), order(high)];
  if ((low !== undefined && fromLow === undefined) || (high !== undefined && fromHigh === undefined)) return null;
  const above = fromLow === undefined || fromLow > 0 || (fromLow === 0 && low?.included === true);
  const below = fromHigh === undefined || fromHigh < 0 || (fromHigh === 0 && high?.included === true);
  return above && below;
}

/** Whether a test speaks of `?` itself, and so gives its own answer. */
function asksAbout(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('kind' in node && (node.kind === 'tested' || node.kind === 'compareTest') && 'from' in node) return true;
  return Object.values(node).some(asksAbout);
}
