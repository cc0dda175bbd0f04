import { postgresEpoch, type CopyType } from './copyColumn.ts';

/** Bytes being filled; grows as needed. */
export interface Output {
  bytes: Buffer;
  at: number;
}

/** Writes one value with its length before it; false when the value is not of the type. */
type Encode = (out: Output, value: unknown) => boolean;

export function reserve(out: Output, size: number): void {
  if (out.at + size <= out.bytes.length) return;
  const larger = Buffer.allocUnsafe(Math.max(out.bytes.length * 2, out.at + size));
  out.bytes.copy(larger, 0, 0, out.at);
  out.bytes = larger;
}

function writeInt32(out: Output, value: number): void {
  out.at = out.bytes.writeInt32BE(value, out.at);
}

/** A whole number that a double holds exactly, as two's complement of 64 bits. */
function writeInt64(out: Output, value: number): void {
  const high = Math.floor(value / 0x1_0000_0000);
  out.at = out.bytes.writeInt32BE(high, out.at);
  out.at = out.bytes.writeUInt32BE(value - high * 0x1_0000_0000, out.at);
}

function isWhole(value: unknown, limit: number): value is number {
  return Number.isInteger(value) && (value as number) >= -limit && (value as number) < limit;
}

function text(out: Output, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  reserve(out, 4 + value.length * 3); // UTF-8 takes at most 3 bytes for a UTF-16 unit
  const size = out.bytes.write(value, out.at + 4, 'utf8');
  writeInt32(out, size);
  out.at += size;
  return true;
}

const encoders: Readonly<Record<CopyType, Encode>> = {
  text,
  int2(out, value) {
    if (!isWhole(value, 2 ** 15)) return false;
    reserve(out, 6);
    writeInt32(out, 2);
    out.at = out.bytes.writeInt16BE(value, out.at);
    return true;
  },
  int4(out, value) {
    if (!isWhole(value, 2 ** 31)) return false;
    reserve(out, 8);
    writeInt32(out, 4);
    writeInt32(out, value);
    return true;
  },
  int8(out, value) {
    reserve(out, 12);
    if (typeof value === 'bigint') {
      if (BigInt.asIntN(64, value) !== value) return false;
      writeInt32(out, 8);
      out.at = out.bytes.writeBigInt64BE(value, out.at);
      return true;
    }
    if (!Number.isSafeInteger(value)) return false;
    writeInt32(out, 8);
    writeInt64(out, value as number);
    return true;
  },
  float8(out, value) {
    if (typeof value !== 'number') return false;
    reserve(out, 12);
    writeInt32(out, 8);
    out.at = out.bytes.writeDoubleBE(value, out.at);
    return true;
  },
  bool(out, value) {
    if (typeof value !== 'boolean') return false;
    reserve(out, 5);
    writeInt32(out, 1);
    out.at = out.bytes.writeUInt8(value ? 1 : 0, out.at);
    return true;
  },
  timestamptz(out, value) {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) return false;
    const micros = (value.getTime() - postgresEpoch) * 1000;
    reserve(out, 12);
    writeInt32(out, 8);
    if (Number.isSafeInteger(micros)) writeInt64(out, micros);
    else out.at = out.bytes.writeBigInt64BE(BigInt(value.getTime() - postgresEpoch) * 1000n, out.at);
    return true;
  },
  uuid(out, value) {
    if (typeof value !== 'string' || value.length !== 36) return false;
    const hex = value.replaceAll('-', '');
    reserve(out, 20);
    writeInt32(out, 16);
    if (hex.length !== 32 || out.bytes.write(hex, out.at, 'hex') !== 16) return false;
    out.at += 16;
    return true;
  },
  jsonb(out, value) {
    const json = JSON.stringify(value);
    if (json === undefined) return false;
    reserve(out, 5 + json.length * 3);
    const size = out.bytes.write(json, out.at + 5, 'utf8');
    writeInt32(out, size + 1);
    out.at = out.bytes.writeUInt8(1, out.at); // the version of the format
    out.at += size;
    return true;
  },
  'text[]'(out, value) {
    if (!Array.isArray(value)) return false;
    const start = out.at;
    reserve(out, 24);
    out.at += 4; // the length, known at the end
    writeInt32(out, value.length === 0 ? 0 : 1); // dimensions
    writeInt32(out, value.includes(null) ? 1 : 0);
    writeInt32(out, 25); // the oid of text
    if (value.length > 0) {
      writeInt32(out, value.length);
      writeInt32(out, 1); // the lower bound
    }
    for (const element of value) {
      if (element === null) writeNull(out);
      else if (!text(out, element)) return false;
    }
    out.bytes.writeInt32BE(out.at - start - 4, start);
    return true;
  },
  bytea(out, value) {
    if (!(value instanceof Uint8Array)) return false;
    reserve(out, 4 + value.length);
    writeInt32(out, value.length);
    out.bytes.set(value, out.at);
    out.at += value.length;
    return true;
  },
};

export function writeNull(out: Output): void {
  reserve(out, 4);
  writeInt32(out, -1);
}

export function encoderOf(type: CopyType): Encode {
  return encoders[type];
}
