import { isContext, isExact, placeOf, type FeelNode } from '@yiwang/feel';
import { all, any, choice, isTrue, not, truth } from './conditions.ts';
import type { Choice, Quantity } from './formula.ts';
import { compareTerms } from './lowerComparison.ts';
import { lowerCall } from './lowerCall.ts';
import { conditionOf, fold, quantityOf, refuseNode, safe, spendStep, type Source } from './lowering.ts';
import { lowerTests } from './lowerTests.ts';
import { choose, constant, join, multiply } from './quantities.ts';
import { columnTerm, constantTerm, isNothing, itemsOf, nothing, type Term, type Terms } from './term.ts';

/** What a FEEL expression is, before there is a row. @throws judge.notColumnar with the place of what can't be said */
export function lowerNode(source: Source, node: FeelNode, terms: Terms): Term {
  spendStep(source.lowering, placeOf(source.expression, node));
  if (isConstant(node, terms)) return constantTerm(fold(source, node, terms));
  const lower = (part: FeelNode): Term => lowerNode(source, part, terms);
  switch (node.kind) {
    case 'name':
      return terms.get(node.name) ?? nothing;
    case 'tested':
      return terms.get('?') ?? nothing;
    case 'path':
      return lowerPath(source, node, lower(node.source));
    case 'arithmetic':
      return lowerArithmetic(source, node, lower(node.left), lower(node.right));
    case 'negation': {
      const operand = quantityOf(source, node, lower(node.operand));
      return number(safe(source, node, join('subtract', constant(0, operand.decimals), operand)));
    }
    case 'comparison':
      return {
        sort: 'condition',
        condition: compareTerms(source, node, node.operator, lower(node.left), lower(node.right)),
      };
    case 'between': {
      const value = lower(node.value);
      const [low, high] = [lower(node.low), lower(node.high)];
      const above = compareTerms(source, node, '>=', value, low);
      const below = compareTerms(source, node, '<=', value, high);
      return { sort: 'condition', condition: bothKnown(above, below) };
    }
    case 'in':
      return { sort: 'condition', condition: lowerTests(source, node, new Map(terms).set('?', lower(node.value))) };
    case 'unaryTests':
    case 'compareTest':
      return { sort: 'condition', condition: lowerTests(source, node, terms) };
    case 'junction': {
      const sides = [node.left, node.right].map((side) => conditionOf(source, side, lower(side)));
      return { sort: 'condition', condition: node.operator === 'and' ? all(sides) : any(sides) };
    }
    case 'if': {
      const condition = conditionOf(source, node.condition, lower(node.condition));
      const taken = isTrue(condition);
      if (taken.kind === 'truth') return lower(taken.value === true ? node.consequent : node.alternative);
      return chooseTerm(source, node, condition, lower(node.consequent), lower(node.alternative));
    }
    case 'list':
      return { sort: 'list', items: node.items.map(lower) };
    case 'context': {
      const entries = new Map<string, Term>();
      const inner = new Map(terms);
      for (const { key, value } of node.entries) {
        const term = lowerNode(source, value, inner);
        entries.set(key, term);
        inner.set(key, term);
      }
      return { sort: 'context', entries };
    }
    case 'quantified':
      return lowerQuantified(source, node, terms);
    case 'call':
      return lowerCall(source, node, terms, lowerNode);
    case 'function': {
      const parameters = node.parameters.map(({ name }) => name);
      const call = (values: readonly Term[]): Term => lowerNode(source, node.body, bound(terms, parameters, values));
      return { sort: 'function', parameters, call };
    }
    case 'literal':
    case 'range':
    case 'filter':
    case 'for':
    case 'instanceOf':
      throw refuseNode(source, node, `对整个名录不支持 ${node.kind}`, `${node.kind} is not said over a register`);
  }
}

/** The names with parameters bound to what is given; what is not given is null. */
export function bound(terms: Terms, parameters: readonly string[], values: readonly Term[]): Terms {
  const inner = new Map(terms);
  for (const [index, name] of parameters.entries()) inner.set(name, values[index] ?? nothing);
  return inner;
}

const number = (quantity: Quantity): Term => ({ sort: 'number', quantity });

/** `between` is unknown as soon as one of its sides is, even where the other is false already. */
function bothKnown(above: ReturnType<typeof all>, below: ReturnType<typeof all>): ReturnType<typeof all> {
  const unknown = any([above, below].map((one) => not(any([isTrue(one), isTrue(not(one))]))));
  return choice(unknown, truth(null), all([above, below]));
}

/** Nothing in it stands for what only a row tells. */
function isConstant(node: FeelNode, terms: Terms): boolean {
  if (node.kind === 'name') return (terms.get(node.name)?.sort ?? 'constant') === 'constant';
  if (asksTested(node) && (terms.get('?')?.sort ?? 'constant') !== 'constant') return false;
  if (node.kind === 'function') return false;
  return partsOf(node).every((part) => isConstant(part, terms));
}

const asksTested = (node: FeelNode): boolean =>
  node.kind === 'tested' || node.kind === 'compareTest' || (node.kind === 'unaryTests' && !node.any);

function partsOf(part: unknown): FeelNode[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap((inner: unknown) => {
    if (Array.isArray(inner)) return inner.flatMap((one: unknown) => (isNode(one) ? [one] : partsOf(one)));
    return isNode(inner) ? [inner] : [];
  });
}

function isNode(part: unknown): part is FeelNode {
  return typeof part === 'object' && part !== null && 'kind' in part && 'from' in part && 'to' in part;
}

function lowerPath(source: Source, node: FeelNode & { readonly kind: 'path' }, from: Term): Term {
  if (from.sort === 'row') return namedColumn(source, node);
  if (from.sort === 'context') return from.entries.get(node.name) ?? nothing;
  if (from.sort === 'constant' && isContext(from.value)) return constantTerm(from.value.get(node.name) ?? null);
  if (isNothing(from)) return nothing;
  throw refuseNode(
    source,
    node,
    `不能对整个名录取“${node.name}”`,
    `“${node.name}” of such a value is not said over a register`,
  );
}

function namedColumn(source: Source, node: FeelNode & { readonly kind: 'path' }): Term {
  const { name } = node;
  const column = source.lowering.columns.get(name);
  if (column !== undefined) return columnTerm(column);
  const { register } = source.lowering;
  throw refuseNode(
    source,
    node,
    `名录“${register.name.zh}”没有“${name}”`,
    `the register “${register.name.en}” has no “${name}”`,
    '请核对列名，或在名录中加上这一列。',
    'Check the name of the column, or add it to the register.',
  );
}

function lowerArithmetic(
  source: Source,
  node: FeelNode & { readonly kind: 'arithmetic' },
  left: Term,
  right: Term,
): Term {
  if (isNothing(left) || isNothing(right)) return nothing;
  const [a, b] = [quantityOf(source, node.left, left), quantityOf(source, node.right, right)];
  switch (node.operator) {
    case '+':
      return number(safe(source, node, join('add', a, b)));
    case '-':
      return number(safe(source, node, join('subtract', a, b)));
    case '*':
      return number(safe(source, node, multiply(a, b)));
    case '/': {
      const reciprocal = reciprocalOf(b);
      if (reciprocal !== undefined) return number(safe(source, node, multiply(a, reciprocal)));
      throw refuseNode(
        source,
        node,
        '除法没有说明保留几位小数',
        'a division does not say its decimals',
        '请写成 decimal(x / y, n)。',
        'Write decimal(x / y, n).',
      );
    }
    case '**':
      throw refuseNode(source, node, '不支持乘方', 'powers are not said over a register');
  }
}

/** 1/4 is 0.25: a constant made of twos and fives divides exactly, within a few decimals. */
function reciprocalOf(divisor: Quantity): Quantity | undefined {
  if (divisor.kind !== 'constant' || divisor.value === null || divisor.value === 0) return undefined;
  for (let decimals = 0; decimals <= 9; decimals += 1) {
    const numerator = 10 ** (decimals + divisor.decimals);
    if (numerator % divisor.value === 0) return constant(numerator / divisor.value, decimals);
  }
  return undefined;
}

/** `if` of two terms of one sort; null fits every sort. */
export function chooseTerm(
  source: Source,
  node: FeelNode,
  condition: Parameters<typeof isTrue>[0],
  consequent: Term,
  alternative: Term,
): Term {
  const sort = sortOf(consequent) ?? sortOf(alternative);
  const other = sortOf(alternative) ?? sort;
  const refuse = () => refuseNode(source, node, '两个分支的类型不同', 'the two branches have different types');
  if (sort === undefined) return nothing;
  if (sort !== other) throw refuse();
  switch (sort) {
    case 'condition':
      return {
        sort,
        condition: choice(condition, conditionOf(source, node, consequent), conditionOf(source, node, alternative)),
      };
    case 'number': {
      const [a, b] = [quantityOf(source, node, consequent), quantityOf(source, node, alternative)];
      return number(safe(source, node, choose(condition, a, b)));
    }
    case 'text':
      return {
        sort,
        choice: {
          kind: 'chooseText',
          condition: isTrue(condition),
          consequent: textOf(consequent),
          alternative: textOf(alternative),
        },
      };
    case 'context': {
      const [a, b] = [entriesOf(consequent), entriesOf(alternative)];
      const names = new Set([...a.keys(), ...b.keys()]);
      const entries = [...names].map((name): [string, Term] => [
        name,
        chooseTerm(source, node, condition, a.get(name) ?? nothing, b.get(name) ?? nothing),
      ]);
      return { sort, entries: new Map(entries) };
    }
    case 'date':
    case 'list':
    case 'row':
    case 'function':
      throw refuse();
  }
}

/** Undefined for null. */
function sortOf(term: Term): Exclude<Term['sort'], 'constant'> | undefined {
  if (term.sort !== 'constant') return term.sort;
  const { value } = term;
  if (value === null) return undefined;
  if (isExact(value)) return 'number';
  if (typeof value === 'boolean') return 'condition';
  if (typeof value === 'string') return 'text';
  return isContext(value) ? 'context' : 'list';
}

export function textOf(term: Term): Choice {
  if (term.sort === 'text') return term.choice;
  const value = term.sort === 'constant' && typeof term.value === 'string' ? term.value : null;
  return { kind: 'text', value };
}

function entriesOf(term: Term): ReadonlyMap<string, Term> {
  if (term.sort === 'context') return term.entries;
  if (term.sort === 'constant' && isContext(term.value)) {
    return new Map([...term.value].map(([name, value]) => [name, constantTerm(value)]));
  }
  return new Map();
}

/** `some` and `every` over lists of constants, written out. */
function lowerQuantified(source: Source, node: FeelNode & { readonly kind: 'quantified' }, terms: Terms): Term {
  const unrolled = (index: number, inner: Terms): ReturnType<typeof all>[] => {
    const iterator = node.iterators[index];
    if (iterator === undefined) {
      return [conditionOf(source, node.condition, lowerNode(source, node.condition, inner))];
    }
    const list = lowerNode(source, iterator.source, inner);
    const items = iterator.end === undefined ? itemsOf(list) : undefined;
    if (items === undefined) {
      throw refuseNode(
        source,
        iterator.source,
        '只能遍历写明的列表',
        'only a list that is written out is gone through',
      );
    }
    return items.flatMap((item) => unrolled(index + 1, new Map(inner).set(iterator.name, item)));
  };
  const conditions = unrolled(0, terms);
  return { sort: 'condition', condition: node.quantifier === 'some' ? any(conditions) : all(conditions) };
}
