import { extractFaults } from '../../faults.ts';

/** A member of a ZIP file, as its central directory describes it (APPNOTE.TXT 4.3.12). */
export interface ZipMember {
  readonly name: string;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly encrypted: boolean;
  /** Where its local header stands. */
  readonly at: number;
}

const endSignature = 0x06054b50;
const memberSignature = 0x02014b50;
/** The end record and the longest comment after it. */
const longestEnd = 22 + 0xffff;
const mostMembers = 10_000;

/**
 * The members of a ZIP file. Read from the directory at its end, so that a file cut off in transit is told at once.
 * @throws extract.damaged where the directory is missing or doesn't hold together.
 */
export function readZipDirectory(buffer: Buffer, name: string): readonly ZipMember[] {
  const damaged = () => extractFaults.damaged({ name, reason: 'ZIP' });
  const end = buffer.subarray(Math.max(0, buffer.length - longestEnd)).lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw damaged();
  const endAt = Math.max(0, buffer.length - longestEnd) + end;
  if (endAt + 22 > buffer.length || buffer.readUInt32LE(endAt) !== endSignature) throw damaged();
  const count = buffer.readUInt16LE(endAt + 10);
  let at = buffer.readUInt32LE(endAt + 16);
  const members: ZipMember[] = [];
  for (let index = 0; index < Math.min(count, mostMembers); index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== memberSignature) throw damaged();
    const nameLength = buffer.readUInt16LE(at + 28);
    members.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      crc: buffer.readUInt32LE(at + 16),
      method: buffer.readUInt16LE(at + 10),
      packedBytes: buffer.readUInt32LE(at + 20),
      bytes: buffer.readUInt32LE(at + 24),
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      at: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return members;
}

export function namesInZip(buffer: Buffer, name: string): readonly string[] {
  return readZipDirectory(buffer, name).map((member) => member.name);
}
