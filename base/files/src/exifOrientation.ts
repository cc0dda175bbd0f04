/** APP1 with the orientation alone: Exif, big endian, one entry 0x0112 of type SHORT. */
export function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.from('ffe100224578696600004d4d002a0000000800010112000300000001000000000000' + '0000', 'hex');
  segment.writeUInt16BE(orientation, 28);
  return segment;
}

/**
 * How the picture of an APP1 segment (its marker included) is to be turned, 2 to 8 as in Exif 2.32 tag 0x0112.
 * Undefined where it says nothing, stands upright or is not Exif.
 */
export function orientationOf(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return undefined;
  const entries = short(start);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}
