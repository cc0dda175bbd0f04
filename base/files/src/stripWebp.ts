import { byteReader, type ByteReader } from './byteReader.ts';
import { sizeProblem } from './pictureSize.ts';

/** What the picture is made of, its colours and its animation (RFC 9649, 2.7). */
const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const exifAndXmp = 0x08 | 0x04;
const zeros = Buffer.alloc(65_536);

interface Header {
  /** Bytes of the payload up to the end of width and height. */
  readonly bytes: number;
  /** Undefined where these bytes are no such header. */
  readonly sizeOf: (head: Buffer) => readonly [width: number, height: number] | undefined;
}

const headers = new Map<string, Header>([
  ['VP8X', { bytes: 10, sizeOf: (head) => [head.readUIntLE(4, 3) + 1, head.readUIntLE(7, 3) + 1] }],
  ['ANMF', { bytes: 16, sizeOf: (head) => [head.readUIntLE(6, 3) + 1, head.readUIntLE(9, 3) + 1] }],
  [
    'VP8 ',
    {
      bytes: 10,
      // a key frame: bit 0 of the tag is clear, then the start code (RFC 6386, 9.1)
      sizeOf: (head) =>
        head.readUInt8(0) % 2 === 0 && head.readUIntBE(3, 3) === 0x9d012a
          ? [head.readUInt16LE(6) & 0x3fff, head.readUInt16LE(8) & 0x3fff]
          : undefined,
    },
  ],
  [
    'VP8L',
    {
      bytes: 5,
      sizeOf: (head) => {
        const bits = head.readUInt32LE(1);
        return head.readUInt8(0) === 0x2f ? [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1] : undefined;
      },
    },
  ],
]);

interface Walk {
  readonly reader: ByteReader;
  readonly refuse: (reason: string) => Error;
  pictured: boolean;
}

/** The chunks in the next `size` bytes: of the file, or of one frame of an animation. */
async function* chunksIn(walk: Walk, size: number, within: 'file' | 'frame'): AsyncGenerator<Buffer> {
  const { reader, refuse } = walk;
  const broken = () => refuse('it is no proper WebP (WebP 结构有误)');
  let left = size;
  for (let first = true; left > 0; first = false) {
    if (left < 8) throw broken();
    const head = await reader.take(8);
    const type = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const padding = length % 2;
    left -= 8 + length + padding;
    if (left < 0) throw broken();
    if (within === 'file' && first && !/^VP8[ LX]$/.test(type)) throw broken();
    if ((type === 'VP8X' && !first) || (within === 'frame' && (type === 'VP8X' || type === 'ANMF'))) throw broken();
    if (!kept.has(type)) {
      yield Buffer.concat([Buffer.from('JUNK'), head.subarray(4)]);
      for await (const piece of reader.pieces(length + padding))
        for (let at = 0; at < piece.length; at += zeros.length) yield zeros.subarray(0, piece.length - at);
      continue;
    }
    yield head;
    const header = headers.get(type);
    if (header !== undefined) {
      if (length < header.bytes) throw broken();
      const start = Buffer.from(await reader.take(header.bytes));
      const dimensions = header.sizeOf(start);
      if (dimensions === undefined) throw broken();
      const problem = sizeProblem(...dimensions);
      if (problem !== undefined) throw refuse(problem);
      if (type === 'VP8X') start.writeUInt8(start.readUInt8(0) & ~exifAndXmp, 0);
      if (type === 'VP8 ' || type === 'VP8L') walk.pictured = true;
      yield start;
    }
    const rest = length - (header?.bytes ?? 0);
    if (type === 'ANMF') yield* chunksIn(walk, rest + padding, 'frame');
    else yield* reader.pieces(rest + padding);
  }
}

/**
 * The same picture without what says where, when and by what it was made: EXIF, XMP, every chunk that the standard
 * does not name and all that follows the RIFF. The length of the whole stands in its first bytes, which are gone by the
 * time such a chunk comes; so it becomes a JUNK chunk of as many zeros, which readers pass over. `refuse` makes the
 * fault of a stream that is no whole WebP or is too large (pixels).
 */
export async function* stripWebp(
  chunks: AsyncGenerator<Buffer>,
  refuse: (reason: string) => Error,
): AsyncGenerator<Buffer> {
  const reader = byteReader(chunks, () => refuse('the WebP ends too early (WebP 不完整)'));
  try {
    const riff = await reader.take(12);
    const size = riff.readUInt32LE(4);
    if (size < 4 || size % 2 !== 0) throw refuse('it is no proper WebP (WebP 结构有误)');
    yield riff;
    const walk: Walk = { reader, refuse, pictured: false };
    yield* chunksIn(walk, size - 4, 'file');
    if (!walk.pictured) throw refuse('the WebP holds no picture (WebP 中没有图像)');
    await reader.drain();
  } finally {
    // lets go of the sender's stream where the picture is refused
    await chunks.return(undefined);
  }
}
