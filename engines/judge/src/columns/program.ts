import type { Gate, Reference } from './gates.ts';
import { planeBytes } from './layout.ts';
import type { Network, NetworkPolicy } from './network.ts';
import type { ColumnStore } from './store.ts';

/** A network as entries for the kernel `chain`, with the sums that follow it on each block. */
export interface Program {
  readonly address: number;
  readonly end: number;
  readonly sums: readonly SumStep[];
  /** Districts that the sums have room for: those of when it was laid out. */
  readonly regions: number;
  readonly policies: readonly ProgramPolicy[];
  /** Gives the memory back. */
  release(): void;
}

/** The values of one column, added up over one mask, by district. */
export interface SumStep {
  readonly wide: boolean;
  readonly values: number;
  /** Bytes of one value. */
  readonly size: number;
  readonly mask: Plane;
  /** i64 by district. */
  readonly out: number;
}

export interface ProgramPolicy {
  readonly plane: number;
  /** i32 by block. */
  readonly counts: number;
  readonly parts: readonly ProgramPart[] | undefined;
  readonly source: NetworkPolicy;
}

export interface ProgramPart {
  readonly constant: bigint;
  readonly counts: number;
  readonly sums: readonly { readonly factor: bigint; readonly out: number }[];
}

/** A plane of all blocks, or scratch that is good for one. */
export interface Plane {
  readonly address: number;
  readonly moves: boolean;
}

/**
 * Lays a network out: planes and counts for each policy, scratch for what stands between.
 * @param leafPlane where the plane of a leaf's node is
 */
export function layProgram(store: ColumnStore, network: Network, leafPlane: (node: number) => number): Program {
  const { arena, blocks } = store;
  const regions = store.rows.regions.size;
  const held: { readonly address: number; readonly bytes: number }[] = [];
  const allocate = (bytes: number): number => {
    const address = arena.allocate(bytes);
    held.push({ address, bytes });
    return address;
  };
  const words: number[] = [];
  const planes = new Map<number, Plane>();
  const planeOf = (node: number): Plane => {
    const known = planes.get(node);
    if (known !== undefined) return known;
    const gate = network.nodes[node];
    if (gate?.kind === 'all') return addEntry(node, gate, { address: allocate(planeBytes), moves: false }, 0);
    const plane = { address: gate?.kind === 'live' ? store.live : leafPlane(node), moves: true };
    planes.set(node, plane);
    return plane;
  };
  const addressOf = ({ address, moves }: Plane): number => address + Number(moves);
  const pushEntry = (operands: readonly Reference[], plane: Plane, counts: number): void => {
    const sides = [false, true].map((negated) =>
      operands.filter((one) => one.negated === negated).map(({ node }) => addressOf(planeOf(node))),
    );
    const [positives = [], negatives = []] = sides;
    words.push(addressOf(plane), counts, positives.length, negatives.length, ...positives, ...negatives);
  };
  const addEntry = (node: number, gate: Gate & { kind: 'all' }, plane: Plane, counts: number): Plane => {
    pushEntry(gate.operands, plane, counts);
    planes.set(node, plane);
    return plane;
  };
  const operandsOf = (rows: Reference): readonly Reference[] => {
    const gate = network.nodes[rows.node];
    return gate?.kind === 'all' && !rows.negated ? gate.operands : [rows];
  };
  const sums: SumStep[] = [];
  const policies = network.policies.map((source): ProgramPolicy => {
    const plane = allocate(blocks * planeBytes);
    const counts = allocate(blocks * 4);
    pushEntry(operandsOf(source.root), { address: plane, moves: true }, counts);
    if (!source.root.negated) planes.set(source.root.node, { address: plane, moves: true });
    const parts = source.parts?.map(({ rows, constant, factors }): ProgramPart => {
      const isWhole = rows.node === source.root.node && rows.negated === source.root.negated;
      const mask = isWhole ? { address: plane, moves: true } : { address: allocate(planeBytes), moves: false };
      const partCounts = isWhole ? counts : allocate(blocks * 4);
      if (!isWhole) pushEntry(afterRoot(rows, source.root, network, plane), mask, partCounts);
      return {
        constant,
        counts: partCounts,
        sums: [...factors].map(([column, factor]) => {
          const out = allocate(regions * 8);
          sums.push({ ...valuesOf(store, column), mask, out });
          return { factor, out };
        }),
      };
    });
    return { plane, counts, parts, source };
  });
  const address = allocate(words.length * 4);
  new Int32Array(arena.memory.buffer, address, words.length).set(words);
  return {
    address,
    end: address + words.length * 4,
    sums,
    regions,
    policies,
    release: () => {
      for (const one of held) arena.release(one.address, one.bytes);
    },
  };

  /** The root's plane stands for the operands that a part has in common with it. */
  function afterRoot(rows: Reference, root: Reference, { nodes }: Network, plane: number): readonly Reference[] {
    const gate = nodes[root.node];
    const shared = new Set(
      (gate?.kind === 'all' && !root.negated ? gate.operands : [root]).map(({ node, negated }) => `${negated} ${node}`),
    );
    const rest = operandsOf(rows).filter(({ node, negated }) => !shared.has(`${negated} ${node}`));
    planes.set(-1, { address: plane, moves: true });
    return [{ node: -1, negated: false }, ...rest];
  }
}

function valuesOf(store: ColumnStore, name: string): Pick<SumStep, 'wide' | 'values' | 'size'> {
  const column = store.columns[store.rows.register.columns.findIndex((one) => one.name === name)];
  if (column?.kind === 'int') return { wide: false, values: column.address, size: 4 };
  if (column?.kind === 'double') return { wide: true, values: column.address, size: 8 };
  throw new RangeError(`${name} is no column of numbers`);
}
