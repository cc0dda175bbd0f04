import type { RegisterRows } from '../register/registerRows.ts';
import type { Gate, Reference } from './gates.ts';
import { createLeafReader } from './leafReader.ts';
import type { Network } from './network.ts';

/** Which policies match one row: 1 for each that does, by its place. The array is used again for the next row. */
export type RowProgram = (row: number) => Uint8Array;

/**
 * All policies over one row at a time: every condition that several of them ask is looked at once. For an entity that changed, where the planes of
 * the whole register would be too much.
 */
export function createRowProgram({ nodes, policies }: Network, rows: RegisterRows): RowProgram {
  const roots = policies.map(({ root }) => root);
  const needed = neededFor(nodes, roots);
  const values = new Uint8Array(nodes.length);
  const leaves = createLeafReader(
    [...needed].flatMap((node) => {
      const gate = nodes[node];
      return gate?.kind === 'leaf' ? [{ node, leaf: gate.leaf }] : [];
    }),
    rows,
  );
  const gates = [...needed]
    .toSorted((a, b) => a - b)
    .flatMap((node) => {
      const gate = nodes[node];
      return gate?.kind === 'all' ? [{ node, operands: gate.operands }] : [];
    });
  const rough = programOf(gates);
  const shares = sharesOf(rows, nodes.length, values, (row) => {
    values[0] = rows.live[row] ?? 0;
    leaves(row, values);
    run(rough, values);
  });
  const share = ({ node, negated }: Reference): number => (negated ? 1 - (shares[node] ?? 0) : (shares[node] ?? 0));
  // what fails most often is asked first
  const program = programOf(
    gates.map(({ node, operands }) => ({ node, operands: operands.toSorted((a, b) => share(a) - share(b)) })),
  );
  const ends = Int32Array.from(roots.map(wordOf));
  const matched = new Uint8Array(policies.length);
  return (row) => {
    values[0] = rows.live[row] ?? 0;
    leaves(row, values);
    run(program, values);
    for (let policy = 0; policy < ends.length; policy += 1) {
      const root = ends[policy] ?? 0;
      matched[policy] = (values[root >> 1] ?? 0) ^ (root & 1);
    }
    return matched;
  };
}

const programOf = (gates: readonly { readonly node: number; readonly operands: readonly Reference[] }[]): Int32Array =>
  Int32Array.from(gates.flatMap(({ node, operands }) => [node, operands.length, ...operands.map(wordOf)]));

const sampled = 200;

/** How often each node is true, in a sample of the rows. */
function sharesOf(
  rows: RegisterRows,
  nodes: number,
  values: Uint8Array,
  evaluate: (row: number) => void,
): Float64Array {
  const shares = new Float64Array(nodes);
  const step = Math.max(1, Math.floor(rows.count / sampled));
  let seen = 0;
  for (let row = 0; row < rows.count; row += step) {
    evaluate(row);
    seen += 1;
    for (let node = 0; node < nodes; node += 1) shares[node] = (shares[node] ?? 0) + (values[node] ?? 0);
  }
  return shares.map((count) => count / Math.max(1, seen));
}

const wordOf = ({ node, negated }: Reference): number => node * 2 + Number(negated);

function run(program: Int32Array, values: Uint8Array): void {
  for (let at = 0; at < program.length;) {
    const node = program[at] ?? 0;
    const end = at + 2 + (program[at + 1] ?? 0);
    let holds = 1;
    for (let place = at + 2; place < end; place += 1) {
      const operand = program[place] ?? 0;
      if ((values[operand >> 1] ?? 0) === (operand & 1)) {
        holds = 0;
        break;
      }
    }
    at = end;
    values[node] = holds;
  }
}

/** What roots are made of; a gate that was written into another is not. */
function neededFor(nodes: readonly Gate[], roots: readonly Reference[]): ReadonlySet<number> {
  const needed = new Set<number>();
  const visit = (node: number): void => {
    if (needed.has(node)) return;
    needed.add(node);
    const gate = nodes[node];
    if (gate?.kind === 'all') for (const operand of gate.operands) visit(operand.node);
  };
  for (const { node } of roots) visit(node);
  return needed;
}
