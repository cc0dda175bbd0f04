import { rowQuantity } from '../match/plainFormula.ts';
import type { RegisterRows } from '../register/registerRows.ts';
import { buildLeaf } from './buildLeaf.ts';
import { bindKernels, type KernelKind } from './kernels.ts';
import { blockRows, planeBytes } from './layout.ts';
import { createNetwork, type Matchable, type Network } from './network.ts';
import { layProgram, type Program, type ProgramPart, type ProgramPolicy } from './program.ts';
import { storeColumns } from './store.ts';

/** Whom a policy matches, by the ordinals of districts. */
export interface PolicyTally {
  readonly matched: readonly number[];
  /** Integers of 10^-decimals yuan; a matched entity whose amount is null adds nothing. */
  readonly amount: readonly bigint[];
  readonly decimals: number;
}

/** Policies that were laid out to be matched; to be released when they are no longer asked about. */
export interface Prepared {
  /** Matches all of them over the whole register. */
  match(): readonly PolicyTally[];
  /** The rows that one of them matched the last time, in the engine's own order. */
  rowsOf(policy: number): Iterable<number>;
  release(): void;
}

export interface ColumnEngine {
  /** Builds what planes are missing and lays the policies out. @param withAmounts false where only counts are wanted */
  prepare(policies: readonly Matchable[], withAmounts?: boolean): Prepared;
  /** Takes a row that has changed out of every policy; whoever changed it looks at it by itself. */
  hide(row: number): void;
  /** Bytes of columns and planes. */
  bytes(): number;
}

/** A register's columns as planes of bits in memory of its own. Rows that change later are not seen: they are hidden, or it is made anew. */
export function createColumnEngine(rows: RegisterRows, kind?: KernelKind): ColumnEngine {
  const store = storeColumns(rows);
  const kernels = bindKernels(store.arena, kind);
  const leaves = new Map<string, { readonly plane: number; uses: number }>();
  const leafBytes = store.blocks * planeBytes;

  const takeLeaf = (key: string, build: (plane: number) => void): number => {
    const known = leaves.get(key);
    if (known !== undefined) {
      known.uses += 1;
      return known.plane;
    }
    const plane = store.arena.allocate(leafBytes);
    build(plane);
    leaves.set(key, { plane, uses: 1 });
    return plane;
  };
  const letLeaf = (key: string): void => {
    const leaf = leaves.get(key);
    if (leaf === undefined) return;
    leaf.uses -= 1;
    if (leaf.uses > 0) return;
    leaves.delete(key);
    store.arena.release(leaf.plane, leafBytes);
  };
  const run = (program: Program): void => {
    const { buffer } = store.arena.memory;
    for (const { out } of program.sums) new BigInt64Array(buffer, out, program.regions).fill(0n);
    for (let block = 0; block < store.blocks; block += 1) {
      kernels.chain(program.address, program.end, block * planeBytes);
      const region = (store.regionOf[block] ?? 0) * 8;
      for (const { wide, values, size, mask, out } of program.sums) {
        const at = mask.address + (mask.moves ? block * planeBytes : 0);
        const from = values + block * blockRows * size;
        if (wide) kernels.sum64(from, at, at + planeBytes, out + region);
        else kernels.sum32(from, at, at + planeBytes, out + region);
      }
    }
  };
  const byRegion = (counts: number): number[] => {
    const totals = Array.from({ length: rows.regions.size }, () => 0);
    for (const [block, count] of new Int32Array(store.arena.memory.buffer, counts, store.blocks).entries()) {
      const region = store.regionOf[block] ?? 0;
      totals[region] = (totals[region] ?? 0) + count;
    }
    return totals;
  };
  function* rowsIn(plane: number): Generator<number> {
    for (const slot of slotsIn(new Uint32Array(store.arena.memory.buffer, plane, leafBytes / 4))) {
      yield store.rowAt[slot] ?? -1;
    }
  }
  const amountsOf = ({ parts, plane, source }: ProgramPolicy, regions: number): bigint[] => {
    const totals = Array.from({ length: rows.regions.size }, () => 0n);
    if (parts !== undefined) {
      for (const part of parts) addPart(totals, part, regions);
      return totals;
    }
    const amount = source.amount === undefined ? undefined : rowQuantity(source.amount, rows);
    for (const row of amount === undefined ? [] : rowsIn(plane)) {
      const region = rows.regionOf[row] ?? 0;
      totals[region] = (totals[region] ?? 0n) + BigInt(amount?.(row) ?? 0);
    }
    return totals;
  };
  const addPart = (totals: bigint[], { constant, counts, sums }: ProgramPart, regions: number): void => {
    if (constant !== 0n) {
      for (const [region, count] of byRegion(counts).entries()) {
        totals[region] = (totals[region] ?? 0n) + constant * BigInt(count);
      }
    }
    for (const { factor, out } of sums) {
      const added = new BigInt64Array(store.arena.memory.buffer, out, regions);
      for (const [region, sum] of added.entries()) totals[region] = (totals[region] ?? 0n) + factor * sum;
    }
  };

  return {
    prepare(policies, withAmounts = true) {
      const network: Network = createNetwork(policies, withAmounts);
      const keys = new Map(network.leaves.map(({ node, leaf }) => [node, JSON.stringify(leaf)]));
      const planes = new Map(
        network.leaves.map(({ node, leaf }) => [
          node,
          takeLeaf(keys.get(node) ?? '', (plane) => buildLeaf(store, kernels, leaf, plane)),
        ]),
      );
      const program = layProgram(store, network, (node) => planes.get(node) ?? 0);
      return {
        match() {
          run(program);
          return program.policies.map((policy) => ({
            matched: byRegion(policy.counts),
            amount: amountsOf(policy, program.regions),
            decimals: policy.source.decimals,
          }));
        },
        rowsOf: (policy) => rowsIn(program.policies[policy]?.plane ?? store.live),
        release() {
          program.release();
          for (const key of keys.values()) letLeaf(key);
        },
      };
    },
    hide(row) {
      const slot = store.slotOf[row] ?? -1;
      if (slot < 0) return; // a row that came later
      const bits = new Uint32Array(store.arena.memory.buffer, store.live, leafBytes / 4);
      bits[slot >> 5] = (bits[slot >> 5] ?? 0) & ~(1 << (slot & 31));
    },
    bytes: () => store.arena.used(),
  };
}

/** The places of the bits that are set. */
export function* slotsIn(words: Uint32Array): Generator<number> {
  for (let word = 0; word < words.length; word += 1) {
    for (let rest = words[word] ?? 0; rest !== 0; rest &= rest - 1) yield word * 32 + 31 - Math.clz32(rest & -rest);
  }
}
