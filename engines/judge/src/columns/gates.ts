import { isTrue } from '../formula/conditions.ts';
import type { Condition } from '../formula/formula.ts';

/** A two-valued condition about a column, or about a comparison of several, that gets a plane of its own. */
export type Leaf = Extract<Condition, { kind: 'among' | 'within' | 'flag' | 'isNull' | 'isTrue' | 'compare' }>;

/** A node, or its opposite. */
export interface Reference {
  readonly node: number;
  readonly negated: boolean;
}

export type Gate =
  /** True for slots that hold an entity. */
  | { readonly kind: 'live' }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  /** True where all of these are; of none it is true everywhere. */
  | { readonly kind: 'all'; readonly operands: readonly Reference[] };

/** Conditions of many policies as one network of ANDs and negations, in which what is said twice stands once. */
export interface Gates {
  readonly nodes: readonly Gate[];
  readonly live: Reference;
  /** The condition's truth, in two values: unknown counts as false. */
  add(condition: Condition): Reference;
  join(operands: readonly Reference[]): Reference;
}

export function createGates(): Gates {
  const nodes: Gate[] = [{ kind: 'live' }];
  const known = new Map<string, number>();
  const nodeOf = (key: string, make: () => Gate): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    nodes.push(make());
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  const join = (operands: readonly Reference[]): Reference => {
    const flat = operands.flatMap((one) => {
      const gate = one.negated ? undefined : nodes[one.node];
      return gate?.kind === 'all' ? gate.operands : [one];
    });
    const byKey = new Map(flat.map((one) => [keyOf(one), one]));
    const sorted = [...byKey.values()].toSorted((a, b) => a.node - b.node || Number(a.negated) - Number(b.negated));
    const [only, ...more] = sorted;
    if (only !== undefined && more.length === 0) return only;
    const key = `all ${sorted.map(keyOf).join(' ')}`;
    return { node: nodeOf(key, () => ({ kind: 'all', operands: sorted })), negated: false };
  };
  const build = (condition: Condition): Reference => {
    switch (condition.kind) {
      case 'truth': {
        const everywhere = join([]);
        return condition.value === true ? everywhere : opposite(everywhere);
      }
      case 'not':
        return opposite(build(condition.operand));
      case 'all':
        return join(condition.operands.map(build));
      case 'any':
        return opposite(join(condition.operands.map((one) => opposite(build(one)))));
      case 'if': {
        const taken = build(condition.condition);
        const yes = join([taken, build(condition.consequent)]);
        const no = join([opposite(taken), build(condition.alternative)]);
        return opposite(join([opposite(yes), opposite(no)]));
      }
      case 'among':
      case 'within':
      case 'flag':
      case 'isNull':
      case 'isTrue':
      case 'compare':
        return { node: nodeOf(JSON.stringify(condition), () => ({ kind: 'leaf', leaf: condition })), negated: false };
    }
  };
  return { nodes, live: { node: 0, negated: false }, join, add: (condition) => build(isTrue(condition)) };
}

const keyOf = ({ node, negated }: Reference): string => `${negated ? '-' : ''}${node}`;
export const opposite = ({ node, negated }: Reference): Reference => ({ node, negated: !negated });
