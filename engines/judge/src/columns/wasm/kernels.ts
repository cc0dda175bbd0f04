import { assemble, f64, i32, i64, v128, type Code, type WasmFunction } from './assemble.ts';
import * as op from './instructions.ts';

/** A function with named parameters and locals, by which the code reads. */
function kernel<P extends string, L extends string>(
  name: string,
  parameters: Readonly<Record<P, WasmFunction['parameters'][number]>>,
  locals: Readonly<Record<L, WasmFunction['locals'][number]>>,
  body: (at: Readonly<Record<P | L, number>>) => Code,
): WasmFunction {
  const names = [...Object.keys(parameters), ...Object.keys(locals)];
  const at = Object.fromEntries(names.map((one, index) => [one, index])) as Record<P | L, number>;
  return { name, parameters: Object.values(parameters), locals: Object.values(locals), body: body(at) };
}

const lanes = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const add = (local: number, value: number): Code => op.set(local, op.i32Add(op.get(local), op.i32Const(value)));

/**
 * chain(program, end, block): for each entry of a program ANDs planes, some of them negated, and stores what comes out. An entry is
 * `[destination, counts, positives, negatives, …operands]` in i32. An address with its lowest bit set moves on with the block, which is an
 * offset in bytes; the others are scratch. `counts`, where it is not 0, is a row of i32 by block for the number of bits.
 */
const chain = kernel(
  'chain',
  { program: i32, end: i32, block: i32 },
  {
    operand: i32,
    last: i32,
    chunk: i32,
    address: i32,
    bits: i64,
    acc0: v128,
    acc1: v128,
    acc2: v128,
    acc3: v128,
    acc4: v128,
    acc5: v128,
    acc6: v128,
    acc7: v128,
  },
  (at) => {
    const acc = lanes.map((lane) => at[`acc${lane}`]);
    const place = (address: Code): Code =>
      op.i32Add(op.i32And(address, op.i32Const(-2)), op.i32Mul(op.get(at.block), op.i32And(address, op.i32Const(1))));
    const operands = (count: Code, join: (a: Code, b: Code) => Code): Code => [
      op.set(at.last, op.i32Add(op.get(at.operand), op.i32Shl(count, op.i32Const(2)))),
      op.whileLoop(op.i32LtU(op.get(at.operand), op.get(at.last)), [
        op.set(at.address, op.i32Add(place(op.i32Load(2, op.get(at.operand))), op.get(at.chunk))),
        acc.map((local, lane) => op.set(local, join(op.get(local), op.v128Load(4, op.get(at.address), lane * 16)))),
        add(at.operand, 4),
      ]),
    ];
    const header = (field: number): Code => op.i32Load(2, op.get(at.program), field * 4);
    const popcount = acc
      .flatMap((local) => [0, 1].map((lane): Code => op.i64Popcnt(op.i64x2Extract(lane, op.get(local)))))
      .reduce((sum, one) => op.i64Add(sum, one));
    return op.whileLoop(op.i32LtU(op.get(at.program), op.get(at.end)), [
      op.set(at.bits, op.i64Const(0)),
      op.set(at.chunk, op.i32Const(0)),
      op.whileLoop(op.i32LtU(op.get(at.chunk), op.i32Const(1024)), [
        acc.map((local) => op.set(local, op.v128Ones)),
        op.set(at.operand, op.i32Add(op.get(at.program), op.i32Const(16))),
        operands(header(2), op.v128And),
        operands(header(3), op.v128AndNot),
        op.set(at.address, op.i32Add(place(header(0)), op.get(at.chunk))),
        acc.map((local, lane) => op.v128Store(4, op.get(at.address), op.get(local), lane * 16)),
        op.when(header(1), op.set(at.bits, op.i64Add(op.get(at.bits), popcount))),
        add(at.chunk, 128),
      ]),
      op.when(header(1), [
        op.i32Store(
          2,
          op.i32Add(header(1), op.i32ShrU(op.get(at.block), op.i32Const(8))),
          op.i32WrapI64(op.get(at.bits)),
        ),
      ]),
      op.set(at.program, op.get(at.operand)),
    ]);
  },
);

/** sum…(values, mask, end, out): adds the values whose bit is set to the i64 at `out`. `mask` to `end` is the plane of one block. */
const summing = (name: string, shift: number, value: (address: Code) => Code): WasmFunction =>
  kernel(name, { values: i32, mask: i32, end: i32, out: i32 }, { word: i64, sum: i64 }, (at) => [
    op.whileLoop(op.i32LtU(op.get(at.mask), op.get(at.end)), [
      op.set(at.word, op.i64Load(3, op.get(at.mask))),
      op.whileLoop(op.i32Eqz(op.i64Eqz(op.get(at.word))), [
        op.set(
          at.sum,
          op.i64Add(
            op.get(at.sum),
            value(
              op.i32Add(op.get(at.values), op.i32Shl(op.i32WrapI64(op.i64Ctz(op.get(at.word))), op.i32Const(shift))),
            ),
          ),
        ),
        op.set(at.word, op.i64And(op.get(at.word), op.i64Sub(op.get(at.word), op.i64Const(1)))),
      ]),
      op.set(at.values, op.i32Add(op.get(at.values), op.i32Const(64 << shift))),
      add(at.mask, 8),
    ]),
    op.i64Store(3, op.get(at.out), op.i64Add(op.i64Load(3, op.get(at.out)), op.get(at.sum))),
  ]);

/** Builds a plane from values, 16 bits at a time; `join` gives the 16 bits of the values at an address. */
const building = (
  name: string,
  parameters: Readonly<Record<string, typeof i32 | typeof f64>>,
  bytesOf16: number,
  bits: (at: Readonly<Record<string, number>>) => Code,
): WasmFunction =>
  kernel(name, { values: i32, out: i32, end: i32, ...parameters }, {}, (at) =>
    op.whileLoop(op.i32LtU(op.get(at['out'] ?? 0), op.get(at['end'] ?? 0)), [
      op.i32Store16(1, op.get(at['out'] ?? 0), bits(at)),
      add(at['values'] ?? 0, bytesOf16),
      add(at['out'] ?? 0, 2),
    ]),
  );

/** within32(values, out, end, low, high): bits of i32 values in a closed interval. */
const within32 = building('within32', { low: i32, high: i32 }, 64, (at) => {
  const four = (quarter: number): Code => {
    const value = op.v128Load(4, op.get(at['values'] ?? 0), quarter * 16);
    return op.v128And(
      op.i32x4GeS(value, op.i32x4Splat(op.get(at['low'] ?? 0))),
      op.i32x4LeS(value, op.i32x4Splat(op.get(at['high'] ?? 0))),
    );
  };
  return op.i8x16Bitmask(
    op.i8x16NarrowI16x8S(op.i16x8NarrowI32x4S(four(0), four(1)), op.i16x8NarrowI32x4S(four(2), four(3))),
  );
});

const pairs = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const bitsOfPairs = (pair: (index: number) => Code): Code =>
  pairs
    .map((index): Code => op.i32Shl(op.i64x2Bitmask(pair(index)), op.i32Const(index * 2)))
    .reduce((sum, one) => op.i32Add(sum, one));

/** within64(values, out, end, low, high): the same of doubles; NaN is in no interval. */
const within64 = building('within64', { low: f64, high: f64 }, 128, (at) =>
  bitsOfPairs((index) => {
    const value = op.v128Load(4, op.get(at['values'] ?? 0), index * 16);
    return op.v128And(
      op.f64x2Ge(value, op.f64x2Splat(op.get(at['low'] ?? 0))),
      op.f64x2Le(value, op.f64x2Splat(op.get(at['high'] ?? 0))),
    );
  }),
);

/** missing64(values, out, end): bits of NaN. */
const missing64 = building('missing64', {}, 128, (at) =>
  bitsOfPairs((index) => {
    const value = op.v128Load(4, op.get(at['values'] ?? 0), index * 16);
    return op.f64x2Ne(value, value);
  }),
);

/** equal8(values, out, end, wanted): bits of bytes that are this one. */
const equal8 = building('equal8', { wanted: i32 }, 16, (at) =>
  op.i8x16Bitmask(op.i8x16Eq(op.v128Load(4, op.get(at['values'] ?? 0)), op.i8x16Splat(op.get(at['wanted'] ?? 0)))),
);

/** member(values, out, end, table): bits of u16 ordinals whose byte in a table is 1. */
const member = building('member', { table: i32 }, 32, (at) => {
  const bit = (index: number): Code =>
    op.i32Shl(
      op.i32Load8U(0, op.i32Add(op.get(at['table'] ?? 0), op.i32Load16U(1, op.get(at['values'] ?? 0), index * 2))),
      op.i32Const(index),
    );
  return Array.from({ length: 16 }, (_one, index) => bit(index)).reduce((sum, one) => op.i32Add(sum, one));
});

export const kernelFunctions: readonly WasmFunction[] = [
  chain,
  summing('sum32', 2, (address) => op.i64Load32S(2, address)),
  summing('sum64', 3, (address) => op.i64TruncF64S(op.f64Load(3, address))),
  within32,
  within64,
  missing64,
  equal8,
  member,
];

/** The module for memory of at most so many pages of 64 KiB. */
export const kernelModule = (maximum: number): Uint8Array<ArrayBuffer> =>
  assemble(kernelFunctions, { shared: true, maximum });
