import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { acceptedBytes } from './acceptedBytes.ts';

function chunk(type: string, body: Buffer | string): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
}

function riff(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function extended(flags: number, width = 640, height = 480): Buffer {
  const body = Buffer.alloc(10);
  body.writeUInt8(flags, 0);
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return chunk('VP8X', body);
}

function lossy(width = 640, height = 480): Buffer {
  const body = Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, 0, 0, 0, 0, 1, 2, 3]);
  body.writeUInt16LE(width, 6);
  body.writeUInt16LE(height, 8);
  return chunk('VP8 ', body);
}

function lossless(width = 640, height = 480): Buffer {
  const body = Buffer.from([0x2f, 0, 0, 0, 0, 7, 8]);
  body.writeUInt32LE((width - 1 + (height - 1) * 0x4000) >>> 0, 1);
  return chunk('VP8L', body);
}

function animationFrame(...chunks: Buffer[]): Buffer {
  const head = Buffer.alloc(16);
  head.writeUIntLE(639, 6, 3);
  head.writeUIntLE(479, 9, 3);
  return chunk('ANMF', Buffer.concat([head, ...chunks]));
}

const place = 'GPS-30.2741N!';
const junk = chunk('JUNK', Buffer.alloc(place.length));

async function* inSteps(bytes: Buffer, step: () => number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const next = at + step();
    yield bytes.subarray(at, next);
    at = next;
  }
}

async function kept(bytes: Buffer, step = () => bytes.length): Promise<Buffer> {
  const accepted = await acceptedBytes(inSteps(bytes, step), { maxBytes: 1_000_000, types: ['image/webp'] });
  return Buffer.concat(await Array.fromAsync(accepted.bytes));
}

const wrongType = (error: unknown) => isFault(error, 'files.wrongType');

suite('what is kept of a WebP', () => {
  test('the place is blotted out, its flags are cleared, and every other chunk stays where it was', async () => {
    const profile = chunk('ICCP', 'colours');
    const told = [chunk('EXIF', place), chunk('XMP ', place), chunk('PRVT', place)];
    const photo = riff(extended(0x3c), profile, chunk('ALPH', 'abc'), lossy(), ...told);
    const stored = await kept(Buffer.concat([photo, Buffer.from(place)]));
    assert.deepEqual(stored, riff(extended(0x30), profile, chunk('ALPH', 'abc'), lossy(), junk, junk, junk));
    assert.equal(stored.includes('GPS'), false);
    assert.deepEqual(await kept(stored), stored);
  });

  test('a plain picture stays byte for byte, and an Exif hung on to it is blotted out', async () => {
    for (const picture of [lossy(), lossless()]) {
      assert.deepEqual(await kept(riff(picture)), riff(picture));
      assert.deepEqual(await kept(riff(picture, chunk('EXIF', place))), riff(picture, junk));
    }
  });

  test('what is hidden in the frame of an animation is blotted out too', async () => {
    const animation = (told: Buffer) =>
      riff(extended(0x02), chunk('ANIM', Buffer.alloc(6)), animationFrame(lossy(), told), animationFrame(lossless()));
    assert.deepEqual(await kept(animation(chunk('EXIF', place))), animation(junk));
  });

  test('any chunks in any order give the same bytes however they arrive', async () => {
    for (let round = 0; round < 200; round += 1) {
      const body: Buffer[] = [];
      const expected: Buffer[] = [];
      for (let count = Math.floor(Math.random() * 8); count > 0; count -= 1) {
        const stays = Math.random() < 0.5;
        const bytes = Buffer.alloc(Math.floor(Math.random() * 300), count);
        body.push(chunk(stays ? 'ICCP' : 'XMP ', bytes));
        expected.push(stays ? chunk('ICCP', bytes) : chunk('JUNK', Buffer.alloc(bytes.length)));
      }
      const photo = riff(extended(0x04), ...body, lossy());
      const whole = riff(extended(0), ...expected, lossy());
      const most = 1 + Math.floor(Math.random() * 64);
      assert.deepEqual(await kept(photo, () => 1 + Math.floor(Math.random() * most)), whole, photo.toString('hex'));
    }
  });

  test('a metadata chunk longer than a read is blotted out to its last byte', async () => {
    const photo = riff(extended(0x08), lossy(), chunk('EXIF', Buffer.alloc(200_001, 'G')));
    const whole = riff(extended(0), lossy(), chunk('JUNK', Buffer.alloc(200_001)));
    assert.ok((await kept(photo)).equals(whole));
    assert.ok((await kept(photo, () => 70_000)).equals(whole));
  });

  test('a WebP cut anywhere is refused', async () => {
    const photo = riff(extended(0x08), lossy(), animationFrame(lossless()), chunk('EXIF', place));
    for (let length = 1; length < photo.length; length += 1)
      await assert.rejects(kept(photo.subarray(0, length)), wrongType);
  });

  test('no picture, a chunk out of place or a length that lies is refused', async () => {
    const long = chunk('EXIF', place);
    long.writeUInt32LE(0xffff_fff0, 4);
    for (const photo of [
      riff(),
      riff(extended(0)),
      riff(chunk('EXIF', place), lossy()),
      riff(lossy(), extended(0)),
      riff(extended(0), long, lossy()),
      riff(extended(0), animationFrame(animationFrame(lossy()))),
      riff(extended(0), animationFrame(lossy(), long)),
      riff(chunk('VP8 ', 'no key frame')),
      riff(chunk('VP8L', 'no signature')),
      riff(chunk('VP8X', 'short')),
    ])
      await assert.rejects(kept(photo), wrongType, photo.toString('latin1'));
  });

  test('random damage ends with the fault or a picture no longer than it came, and never with another error', async () => {
    const photo = riff(extended(0x0c), lossy(), chunk('EXIF', place), chunk('XMP ', place));
    for (let round = 0; round < 500; round += 1) {
      const bent = Buffer.from(photo);
      bent.writeUInt8(Math.floor(Math.random() * 256), Math.floor(Math.random() * 44));
      const stored = await kept(bent).catch((error: unknown) => assert.ok(wrongType(error)));
      if (stored !== undefined) assert.equal(stored.length <= bent.length, true);
    }
  });

  test('a WebP of more than 100 megapixels is refused by any of its headers', async () => {
    await kept(riff(extended(0, 10_000, 10_000), lossy()));
    await kept(riff(lossy(10_000, 10_000)));
    await kept(riff(lossless(10_000, 10_000)));
    for (const photo of [
      riff(extended(0, 10_001, 10_000), lossy()),
      riff(lossy(10_001, 10_000)),
      riff(lossy(0, 10)),
      riff(lossless(16_384, 16_384)),
      riff(extended(0), lossless(10_001, 10_000)),
    ])
      await assert.rejects(kept(photo), wrongType);
  });
});
