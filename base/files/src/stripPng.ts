import { crc32 } from 'node:zlib';
import { byteReader } from './byteReader.ts';
import { sizeProblem } from './pictureSize.ts';

/** What the picture is made of, its colours and its animation (PNG 3rd edition, 11). */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);
const longest = 0x7fff_ffff;

/** A chunk that no reader may pass over: the first letter is a capital (PNG 3rd edition, 5.4). */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

/**
 * The same picture without what says where, when and by what it was made: eXIf, tEXt, zTXt, iTXt, tIME, every
 * chunk that the standard does not name and all that follows IEND. The kept chunks stay byte for byte, and their CRC is
 * checked. `refuse` makes the fault of a stream that is no whole PNG or is too large (pixels).
 */
export async function* stripPng(
  chunks: AsyncGenerator<Buffer>,
  refuse: (reason: string) => Error,
): AsyncGenerator<Buffer> {
  const reader = byteReader(chunks, () => refuse('the PNG ends too early (PNG 不完整)'));
  const broken = () => refuse('it is no proper PNG (PNG 结构有误)');
  try {
    yield await reader.take(8);
    let first = true;
    let pictured = false;
    for (;;) {
      const head = await reader.take(8);
      const length = head.readUInt32BE(0);
      const type = head.toString('latin1', 4);
      if (!/^[A-Za-z]{4}$/.test(type) || length > longest) throw broken();
      if (first !== (type === 'IHDR')) throw refuse('the PNG has no header (缺少 IHDR)');
      if (type === 'IHDR' ? length !== 13 : type === 'IEND' && length !== 0) throw broken();
      first = false;
      if (!kept.has(type)) {
        if (isCritical(type)) throw broken();
        for await (const piece of reader.pieces(length + 4)) void piece;
        continue;
      }
      if (type === 'IEND' && !pictured) throw refuse('the PNG holds no picture (PNG 中没有图像)');
      let sum = crc32(head.subarray(4));
      yield head;
      if (type === 'IHDR') {
        const header = await reader.take(length);
        const problem = sizeProblem(header.readUInt32BE(0), header.readUInt32BE(4));
        if (problem !== undefined) throw refuse(problem);
        sum = crc32(header, sum);
        yield header;
      } else {
        for await (const piece of reader.pieces(length)) {
          sum = crc32(piece, sum);
          yield piece;
        }
      }
      const check = await reader.take(4);
      if (check.readUInt32BE(0) !== sum) throw refuse(`the PNG is damaged in ${type} (CRC 校验不符)`);
      yield check;
      if (type === 'IDAT' && length > 0) pictured = true;
      if (type === 'IEND') break;
    }
    await reader.drain();
  } finally {
    // lets go of the sender's stream where the picture is refused
    await chunks.return(undefined);
  }
}
