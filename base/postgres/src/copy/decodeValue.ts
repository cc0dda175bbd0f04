import { postgresEpoch, type CopyType } from './copyColumn.ts';

type Decode = (bytes: Buffer, at: number, size: number) => unknown;

function int64(bytes: Buffer, at: number): number {
  const value = bytes.readInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${bytes.readBigInt64BE(at)} does not fit a number`);
  return value;
}

const decoders: Readonly<Record<CopyType, Decode>> = {
  int2: (bytes, at) => bytes.readInt16BE(at),
  int4: (bytes, at) => bytes.readInt32BE(at),
  int8: int64,
  float8: (bytes, at) => bytes.readDoubleBE(at),
  text: (bytes, at, size) => bytes.toString('utf8', at, at + size),
  bool: (bytes, at) => bytes[at] === 1,
  timestamptz(bytes, at) {
    const micros = bytes.readBigInt64BE(at);
    return new Date(Number((micros - (((micros % 1000n) + 1000n) % 1000n)) / 1000n) + postgresEpoch);
  },
  uuid(bytes, at) {
    const hex = bytes.toString('hex', at, at + 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  },
  jsonb: (bytes, at, size): unknown => JSON.parse(bytes.toString('utf8', at + 1, at + size)),
  'text[]'(bytes, at) {
    if (bytes.readInt32BE(at) === 0) return [];
    const count = bytes.readInt32BE(at + 12);
    const elements: (string | null)[] = [];
    let next = at + 20;
    for (let n = 0; n < count; n++) {
      const size = bytes.readInt32BE(next);
      next += 4;
      elements.push(size < 0 ? null : bytes.toString('utf8', next, next + size));
      next += Math.max(size, 0);
    }
    return elements;
  },
  bytea: (bytes, at, size) => Buffer.from(bytes.subarray(at, at + size)),
};

export function decoderOf(type: CopyType): Decode {
  return decoders[type];
}
