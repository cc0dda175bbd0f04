import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { acceptedBytes } from './acceptedBytes.ts';
import { orientationOf } from './exifOrientation.ts';

const soi = Buffer.of(0xff, 0xd8);
const eoi = Buffer.of(0xff, 0xd9);

function segment(marker: number, body: Buffer | string): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

function frame(width: number, height: number): Buffer {
  const body = Buffer.of(8, 0, 0, 0, 0, 1, 1, 0x11, 0);
  body.writeUInt16BE(height, 1);
  body.writeUInt16BE(width, 3);
  return segment(0xc0, body);
}

/** Exif, little endian: orientation, and a GPS directory whose latitude is the text that the tests look for. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.writeUInt16LE(0x8825, 22);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS-30.2741N')]));
}

const icc = segment(0xe2, 'ICC_PROFILE\0\x01\x01colours');
const adobe = segment(0xee, 'Adobe\0d\0\0\0\0\x01');
const scan = Buffer.concat([
  segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
  Buffer.of(1, 0xff, 0, 2, 0xff, 0xd0, 0xff, 0, 3),
]);
const plain = (width = 640, height = 480) => [
  segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0'),
  icc,
  adobe,
  frame(width, height),
];

async function* inSteps(bytes: Buffer, step: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

async function kept(bytes: Buffer, step = bytes.length): Promise<Buffer> {
  const accepted = await acceptedBytes(inSteps(bytes, step), { maxBytes: 1_000_000, types: ['image/jpeg'] });
  return Buffer.concat(await Array.fromAsync(accepted.bytes));
}

const wrongType = (error: unknown) => isFault(error, 'files.wrongType');

suite('what is kept of a JPEG', () => {
  test('the place of a photo is left out and the picture stays, however the bytes arrive', async () => {
    const second = Buffer.concat([soi, exif(1), ...plain(), scan, eoi]);
    const photo = Buffer.concat([
      soi,
      exif(1),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0GPS-30.2741N'),
      segment(0xe2, 'MPF\0GPS-30.2741N'),
      segment(0xed, 'Photoshop 3.0\0GPS-30.2741N'),
      ...plain(),
      scan,
      segment(0xe1, 'between scans GPS-30.2741N'),
      scan,
      eoi,
      second,
    ]);
    const expected = Buffer.concat([soi, ...plain(), scan, scan, eoi]);
    for (const step of [1, 2, 3, 7, 64, photo.length])
      assert.deepEqual(await kept(photo, step), expected, `step ${step}`);
    assert.equal(expected.includes('GPS'), false);
  });

  test('how a photo is to be turned is kept, and nothing else of its Exif', async () => {
    for (const orientation of [2, 6, 8]) {
      const photo = await kept(Buffer.concat([soi, exif(orientation), ...plain(), scan, eoi]));
      assert.equal(photo.includes('GPS'), false);
      assert.deepEqual(photo.subarray(0, 4), Buffer.of(0xff, 0xd8, 0xff, 0xe1));
      const length = 2 + photo.readUInt16BE(4);
      assert.equal(orientationOf(photo.subarray(2, 2 + length)), orientation);
      assert.deepEqual(photo.subarray(2 + length), Buffer.concat([...plain(), scan, eoi]));
    }
    for (const orientation of [0, 1, 9]) {
      assert.deepEqual(
        await kept(Buffer.concat([soi, exif(orientation), ...plain(), scan, eoi])),
        Buffer.concat([soi, ...plain(), scan, eoi]),
      );
    }
  });

  test('a photo cut anywhere, or with a segment that lies about its length, is refused', async () => {
    const photo = Buffer.concat([soi, exif(6), ...plain(), scan, eoi]);
    for (let length = 3; length < photo.length; length += 1)
      await assert.rejects(kept(photo.subarray(0, length)), wrongType);
    for (const body of [
      [soi, Buffer.of(0xff, 0xe1, 0, 0)],
      [soi, scan, eoi],
      [soi, eoi],
      [soi, exif(1), Buffer.from('junk')],
    ]) {
      await assert.rejects(kept(Buffer.concat([...body, Buffer.alloc(40)])), wrongType);
    }
  });

  test('damaged Exif is dropped without a stumble', async () => {
    const whole = exif(6);
    for (let at = 10; at < whole.length; at += 1) {
      const bent = Buffer.from(whole);
      bent[at] = 0xff;
      const photo = await kept(Buffer.concat([soi, bent, ...plain(), scan, eoi]));
      assert.equal(photo.includes('GPS'), false);
    }
  });

  test('a picture of more than 100 megapixels is refused by its header', async () => {
    await kept(Buffer.concat([soi, ...plain(10_000, 10_000), scan, eoi]));
    await assert.rejects(kept(Buffer.concat([soi, ...plain(10_001, 10_000), scan, eoi])), wrongType);
    await assert.rejects(kept(Buffer.concat([soi, ...plain(0, 10), scan, eoi])), wrongType);
  });
});
