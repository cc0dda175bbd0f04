import type { Condition, Quantity } from '../formula/formula.ts';
import { createGates, type Gate, type Gates, type Leaf, type Reference } from './gates.ts';
import { findPieces } from './pieces.ts';

/** Who qualifies, and how much they get. */
export interface Matchable {
  readonly eligible: Condition;
  readonly amount?: Quantity;
}

/** A set of rows whose number is asked, or whose values of some columns are added up. */
export interface Part {
  readonly rows: Reference;
  readonly constant: bigint;
  readonly factors: ReadonlyMap<string, bigint>;
}

export interface NetworkPolicy {
  readonly root: Reference;
  /** What its amounts are made of; undefined where they are worked out row by row; empty where there are none. */
  readonly parts: readonly Part[] | undefined;
  readonly amount?: Quantity;
  readonly decimals: number;
}

/** The conditions of policies and of the pieces of their amounts, in one network. */
export interface Network {
  readonly nodes: readonly Gate[];
  readonly policies: readonly NetworkPolicy[];
  readonly leaves: readonly { readonly node: number; readonly leaf: Leaf }[];
}

/** @param withAmounts false where only counts are wanted */
export function createNetwork(policies: readonly Matchable[], withAmounts = true): Network {
  const gates = createGates();
  const made = policies.map(({ eligible, amount }) => policyOf(gates, eligible, withAmounts ? amount : undefined));
  const leaves = gates.nodes.flatMap((gate, node) => (gate.kind === 'leaf' ? [{ node, leaf: gate.leaf }] : []));
  return { nodes: gates.nodes, policies: made, leaves };
}

function policyOf(gates: Gates, eligible: Condition, amount: Quantity | undefined): NetworkPolicy {
  const root = gates.join([gates.live, gates.add(eligible)]);
  if (amount === undefined) return { root, parts: [], decimals: 0 };
  const parts = findPieces(amount)?.map(({ condition, constant, factors }): Part => {
    const rows = condition.kind === 'truth' ? root : gates.join([root, gates.add(condition)]);
    return { rows, constant, factors };
  });
  return { root, parts, amount, decimals: amount.decimals };
}
