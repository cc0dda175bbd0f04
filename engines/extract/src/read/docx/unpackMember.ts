import { crc32, inflateRawSync } from 'node:zlib';
import { extractFaults } from '../../faults.ts';
import type { Budget } from '../budget.ts';
import type { ZipMember } from './zipDirectory.ts';

/** The most that a part may unpack to: twenty times the text that may come out, which is what Word's markup takes. */
const mostBytes = 200_000_000;
/** Word's own files reach 40 times; DEFLATE ends at 1032. */
const mostSwelling = 300;
/** Below this, swelling is no danger (an empty form is nearly all markup). */
const harmlessBytes = 4_000_000;

/**
 * A member's bytes, checked against its length and checksum, so that no altered figure is read. What it unpacks to is bounded while it
 * unpacks, whatever its header says.
 * @throws extract.damaged, extract.encrypted, extract.unpacksTooLarge.
 */
export function unpackMember(buffer: Buffer, member: ZipMember, budget: Budget): Buffer {
  const { name } = budget;
  const damaged = (cause?: unknown) => extractFaults.damaged({ name, reason: member.name }, cause);
  if (member.encrypted) throw extractFaults.encrypted({ name });
  if (member.at + 30 > buffer.length || buffer.readUInt32LE(member.at) !== 0x04034b50) throw damaged();
  const start = member.at + 30 + buffer.readUInt16LE(member.at + 26) + buffer.readUInt16LE(member.at + 28);
  const packed = buffer.subarray(start, start + member.packedBytes);
  if (packed.length !== member.packedBytes) throw damaged();
  const limit = Math.min(mostBytes, Math.max(harmlessBytes, packed.length * mostSwelling));
  const bytes = member.method === 0 ? packed : inflate(packed, limit, name, damaged);
  if (bytes.length !== member.bytes || crc32(bytes) !== member.crc) throw damaged();
  return bytes;
}

function inflate(packed: Buffer, limit: number, name: string, damaged: (cause: unknown) => Error): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw extractFaults.unpacksTooLarge({ name, limit });
    throw damaged(error);
  }
}
