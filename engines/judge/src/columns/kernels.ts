import { mostPages, type Arena } from './arena.ts';
import { planeBytes } from './layout.ts';
import { kernelModule } from './wasm/kernels.ts';

/** What runs over planes and columns; addresses and lengths are bytes of the arena's memory. */
export interface Kernels {
  /** Entries `[destination, counts, positives, negatives, …operands]`; see `wasm/kernels.ts`. */
  chain(program: number, end: number, block: number): void;
  /** Adds the values whose bit is set to the i64 at `out`. */
  sum32(values: number, mask: number, end: number, out: number): void;
  sum64(values: number, mask: number, end: number, out: number): void;
  within32(values: number, out: number, end: number, low: number, high: number): void;
  within64(values: number, out: number, end: number, low: number, high: number): void;
  missing64(values: number, out: number, end: number): void;
  equal8(values: number, out: number, end: number, wanted: number): void;
  member(values: number, out: number, end: number, table: number): void;
}

export type KernelKind = 'wasm' | 'plain';

let compiled: WebAssembly.Module | undefined;

/** The kernels in WebAssembly with SIMD, or in plain JavaScript where a machine has none of it, or it is asked for. */
export function bindKernels(arena: Arena, kind: KernelKind = hasSimd() ? 'wasm' : 'plain'): Kernels {
  if (kind === 'plain') return plainKernels(arena);
  compiled ??= new WebAssembly.Module(kernelModule(mostPages));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: arena.memory } });
  return exports as unknown as Kernels;
}

function hasSimd(): boolean {
  return WebAssembly.validate(kernelModule(1));
}

/** The same, a word at a time. */
function plainKernels({ memory }: Arena): Kernels {
  const words = (address: number, count: number): Uint32Array => new Uint32Array(memory.buffer, address, count);
  const planeWords = planeBytes / 4;
  const build = (out: number, end: number, bit: (index: number) => boolean): void => {
    const target = words(out, (end - out) / 4);
    for (let word = 0; word < target.length; word += 1) {
      let bits = 0;
      for (let index = 0; index < 32; index += 1) if (bit(word * 32 + index)) bits |= 1 << index;
      target[word] = bits;
    }
  };
  const sum = (mask: number, end: number, out: number, at: (index: number) => bigint): void => {
    let total = 0n;
    for (const [word, bits] of words(mask, (end - mask) / 4).entries()) {
      for (let rest = bits; rest !== 0; rest &= rest - 1) total += at(word * 32 + 31 - Math.clz32(rest & -rest));
    }
    const target = new BigInt64Array(memory.buffer, out, 1);
    target[0] = (target[0] ?? 0n) + total;
  };
  return {
    chain(program, end, block) {
      const entries = new Int32Array(memory.buffer, program, (end - program) / 4);
      const place = (address: number): Uint32Array => words((address & -2) + (address & 1) * block, planeWords);
      for (let at = 0; at < entries.length;) {
        const [destination = 0, counts = 0, positives = 0, negatives = 0] = entries.subarray(at, at + 4);
        at += 4;
        const target = new Uint32Array(planeWords).fill(0xffff_ffff);
        for (let n = 0; n < positives + negatives; n += 1, at += 1) {
          const operand = place(entries[at] ?? 0);
          const flip = n < positives ? 0 : -1;
          for (let word = 0; word < planeWords; word += 1)
            target[word] = (target[word] ?? 0) & ((operand[word] ?? 0) ^ flip);
        }
        let bits = 0;
        for (let word = 0; word < planeWords; word += 1) {
          if (counts !== 0) bits += popcount(target[word] ?? 0);
        }
        place(destination).set(target);
        if (counts !== 0) words(counts + (block >>> 8), 1)[0] = bits;
      }
    },
    sum32(values, mask, end, out) {
      const column = new Int32Array(memory.buffer, values, (end - mask) * 8);
      sum(mask, end, out, (index) => BigInt(column[index] ?? 0));
    },
    sum64(values, mask, end, out) {
      const column = new Float64Array(memory.buffer, values, (end - mask) * 8);
      sum(mask, end, out, (index) => BigInt(column[index] ?? 0));
    },
    within32(values, out, end, low, high) {
      const column = new Int32Array(memory.buffer, values, (end - out) * 8);
      build(out, end, (index) => (column[index] ?? 0) >= low && (column[index] ?? 0) <= high);
    },
    within64(values, out, end, low, high) {
      const column = new Float64Array(memory.buffer, values, (end - out) * 8);
      build(out, end, (index) => (column[index] ?? 0) >= low && (column[index] ?? 0) <= high);
    },
    missing64(values, out, end) {
      const column = new Float64Array(memory.buffer, values, (end - out) * 8);
      build(out, end, (index) => Number.isNaN(column[index]));
    },
    equal8(values, out, end, wanted) {
      const column = new Uint8Array(memory.buffer, values, (end - out) * 8);
      build(out, end, (index) => column[index] === wanted);
    },
    member(values, out, end, table) {
      const column = new Uint16Array(memory.buffer, values, (end - out) * 8);
      const members = new Uint8Array(memory.buffer, table, 65_536);
      build(out, end, (index) => members[column[index] ?? 0] === 1);
    },
  };
}

export function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return (((fours + (fours >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}
