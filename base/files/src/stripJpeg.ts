import { orientationOf, orientationSegment } from './exifOrientation.ts';
import { sizeProblem } from './pictureSize.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** SOF0 to SOF15; C4 (DHT), C8 (JPG) and CC (DAC) lie between them and are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Colours need the ICC profile (APP2) and Adobe's transform (APP14); everything else in APP1 to APP15 tells tales. */
function isDropped(marker: number, segment: Buffer): boolean {
  if (marker < 0xe1 || marker > 0xef || marker === 0xee) return false;
  return !(marker === 0xe2 && segment.toString('latin1', 4, 16) === 'ICC_PROFILE\0');
}

/** Markers inside a scan that belong to it: stuffed zero and RST0 to RST7 (ITU-T T.81, B.1.1.2). */
function isInScan(marker: number): boolean {
  return marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Where the scan ends in `bytes`, or -1; an 0xFF at the very end waits for its second byte. */
function endOfScan(bytes: Buffer): number {
  let at = bytes.indexOf(0xff);
  while (at !== -1 && at + 1 < bytes.length) {
    const marker = bytes.readUInt8(at + 1);
    if (marker !== 0xff && !isInScan(marker)) return at;
    at = bytes.indexOf(0xff, at + (marker === 0xff ? 1 : 2));
  }
  return -1;
}

/**
 * The same picture without what says where, when and by which device it was taken: APP1 to APP15 are left out, and so
 * is all that follows the end of the image, where phones put a second picture with its own Exif. How the picture is to
 * be turned is kept. `refuse` makes the fault of a stream that is no whole JPEG or is too large (pixels).
 */
export async function* stripJpeg(
  chunks: AsyncGenerator<Buffer>,
  refuse: (reason: string) => Error,
): AsyncGenerator<Buffer> {
  let bytes: Buffer = Buffer.alloc(0);
  let at: 'segments' | 'scan' | 'end' = 'segments';
  let framed = false;
  let turned = false;
  for await (const chunk of chunks) {
    if (at === 'end') continue;
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    while (bytes.length >= 2) {
      if (at === 'scan') {
        const end = endOfScan(bytes);
        const whole = end !== -1 ? end : bytes.at(-1) === 0xff ? bytes.length - 1 : bytes.length;
        if (whole > 0) yield bytes.subarray(0, whole);
        bytes = bytes.subarray(whole);
        if (end === -1) break;
        at = 'segments';
      }
      const marker = bytes.readUInt8(1);
      if (bytes.readUInt8(0) !== 0xff || marker === 0x00) throw refuse('it is no proper JPEG (JPEG 结构有误)');
      if (marker === 0xff) {
        bytes = bytes.subarray(1);
        continue;
      }
      if (marker === 0xd8 || marker === 0x01 || isInScan(marker)) {
        yield bytes.subarray(0, 2);
        bytes = bytes.subarray(2);
        continue;
      }
      if (marker === endOfImage) {
        if (!framed) throw refuse('the JPEG holds no picture (JPEG 中没有图像)');
        yield bytes.subarray(0, 2);
        at = 'end';
        break;
      }
      if (bytes.length < 4) break;
      const length = 2 + bytes.readUInt16BE(2);
      if (length < 4) throw refuse('it is no proper JPEG (JPEG 结构有误)');
      if (bytes.length < length) break;
      const segment = bytes.subarray(0, length);
      bytes = bytes.subarray(length);
      if (isFrame(marker)) {
        if (length < 10) throw refuse('it is no proper JPEG (JPEG 结构有误)');
        const problem = sizeProblem(segment.readUInt16BE(7), segment.readUInt16BE(5));
        if (problem !== undefined) throw refuse(problem);
        framed = true;
      }
      if (marker === startOfScan) {
        if (!framed) throw refuse('the JPEG has no frame (缺少 SOF)');
        at = 'scan';
      }
      if (!isDropped(marker, segment)) yield segment;
      const orientation = marker === 0xe1 && !turned ? orientationOf(segment) : undefined;
      if (orientation !== undefined) {
        turned = true;
        yield orientationSegment(orientation);
      }
    }
  }
  if (at !== 'end') throw refuse('the JPEG ends too early (JPEG 不完整)');
}
