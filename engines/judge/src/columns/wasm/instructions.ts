import { signed, unsigned, type Code } from './assemble.ts';

/** The instructions that the kernels are written in, by the names of the specification. */
export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const i32Const = (value: number): Code => [0x41, signed(value)];
export const i64Const = (value: number): Code => [0x42, signed(value)];

const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [a, b, opcode];
const unary =
  (...opcode: number[]) =>
  (a: Code): Code => [a, opcode];

export const i32Add = binary(0x6a);
export const i32Mul = binary(0x6c);
export const i32And = binary(0x71);
export const i32ShrU = binary(0x76);
export const i32Shl = binary(0x74);
export const i32LtU = binary(0x49);
export const i32Eqz = unary(0x45);
export const i64Add = binary(0x7c);
export const i64Sub = binary(0x7d);
export const i64And = binary(0x83);
export const i64Eqz = unary(0x50);
export const i64Ctz = unary(0x7a);
export const i64Popcnt = unary(0x7b);
export const i32WrapI64 = unary(0xa7);
export const i64TruncF64S = unary(0xfc, 0x06);

const load =
  (...opcode: number[]) =>
  (alignment: number, address: Code, offset = 0): Code => [address, opcode, unsigned(alignment), unsigned(offset)];
const store =
  (...opcode: number[]) =>
  (alignment: number, address: Code, value: Code, offset = 0): Code => [
    address,
    value,
    opcode,
    unsigned(alignment),
    unsigned(offset),
  ];
export const i32Load = load(0x28);
export const i32Load8U = load(0x2d);
export const i32Load16U = load(0x2f);
export const i64Load = load(0x29);
export const f64Load = load(0x2b);
export const i64Load32S = load(0x34);
export const i32Store = store(0x36);
export const i32Store16 = store(0x3b);
export const i64Store = store(0x37);

const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
export const v128Load = load(...simd(0));
export const v128Store = store(...simd(11));
export const v128And = binary(...simd(78));
/** a and not b. */
export const v128AndNot = binary(...simd(79));
export const v128Ones: Code = [...simd(12), ...Array.from({ length: 16 }, () => 0xff)];
export const i8x16Splat = unary(...simd(15));
export const i32x4Splat = unary(...simd(17));
export const f64x2Splat = unary(...simd(20));
export const i64x2Extract = (lane: number, value: Code): Code => [value, simd(29), lane];
export const i8x16Eq = binary(...simd(35));
export const i32x4LeS = binary(...simd(61));
export const i32x4GeS = binary(...simd(63));
export const f64x2Le = binary(...simd(75));
export const f64x2Ge = binary(...simd(76));
export const f64x2Ne = binary(...simd(72));
export const i8x16Bitmask = unary(...simd(100));
export const i64x2Bitmask = unary(...simd(196));
export const i8x16NarrowI16x8S = binary(...simd(101));
export const i16x8NarrowI32x4S = binary(...simd(133));

/** `while (condition) body`. */
export const whileLoop = (condition: Code, body: Code): Code => [
  [0x02, 0x40, 0x03, 0x40],
  [i32Eqz(condition), 0x0d, 1],
  body,
  [0x0c, 0, 0x0b, 0x0b],
];
export const when = (condition: Code, body: Code): Code => [condition, 0x04, 0x40, body, 0x0b];
