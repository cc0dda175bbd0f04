import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { isFault } from '@yiwang/faults';
import { acceptedBytes } from './acceptedBytes.ts';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, body: Buffer | string = ''): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type), bytes, Buffer.alloc(4)]);
  whole.writeUInt32BE(bytes.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

function header(width: number, height: number): Buffer {
  const body = Buffer.of(0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  return chunk('IHDR', body);
}

/** Three rows of two grey pixels, each row after its filter byte. */
const rows = Buffer.of(0, 10, 20, 0, 30, 40, 0, 50, 60);
const data = deflateSync(rows);
const picture = [chunk('IDAT', data.subarray(0, 5)), chunk('IDAT', data.subarray(5))];
const end = chunk('IEND');
const place = 'GPS-30.2741N';
const tales = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX', 'prVt'].map((type) => chunk(type, place));

async function* inSteps(bytes: Buffer, step: () => number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const next = at + step();
    yield bytes.subarray(at, next);
    at = next;
  }
}

async function kept(bytes: Buffer, step = () => bytes.length): Promise<Buffer> {
  const accepted = await acceptedBytes(inSteps(bytes, step), { maxBytes: 1_000_000, types: ['image/png'] });
  return Buffer.concat(await Array.fromAsync(accepted.bytes));
}

function decoded(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 8, at + 8 + length);
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(png.subarray(at + 4, at + 8 + length)));
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  return inflateSync(Buffer.concat(parts));
}

const wrongType = (error: unknown) => isFault(error, 'files.wrongType');

suite('what is kept of a PNG', () => {
  test('the place is left out wherever it stands, and the picture decodes as before', async () => {
    const [one = end, two = end] = picture;
    const photo = Buffer.concat([signature, header(2, 3), ...tales, one, two, ...tales, end, Buffer.from(place)]);
    const stored = await kept(photo);
    assert.deepEqual(stored, Buffer.concat([signature, header(2, 3), one, two, end]));
    assert.equal(stored.includes('GPS'), false);
    assert.deepEqual(decoded(stored), rows);
  });

  test('colours, transparency and animation stay byte for byte', async () => {
    const colours = ['gAMA', 'iCCP', 'sRGB', 'tRNS', 'pHYs', 'acTL', 'fcTL'].map((type) => chunk(type, 'as it was'));
    const photo = Buffer.concat([signature, header(2, 3), ...colours, ...picture, chunk('fdAT', 'more'), end]);
    assert.deepEqual(await kept(photo), photo);
  });

  test('any chunks in any order give the same bytes however they arrive', async () => {
    for (let round = 0; round < 200; round += 1) {
      const body: Buffer[] = [];
      const expected: Buffer[] = [];
      for (let count = Math.floor(Math.random() * 8); count > 0; count -= 1) {
        const stays = Math.random() < 0.5;
        const one = chunk(stays ? 'IDAT' : 'tEXt', Buffer.alloc(Math.floor(Math.random() * 300), count));
        body.push(one);
        if (stays) expected.push(one);
      }
      const photo = Buffer.concat([signature, header(2, 3), ...body, ...picture, end]);
      const whole = Buffer.concat([signature, header(2, 3), ...expected, ...picture, end]);
      const most = 1 + Math.floor(Math.random() * 64);
      assert.deepEqual(await kept(photo, () => 1 + Math.floor(Math.random() * most)), whole, photo.toString('hex'));
    }
  });

  test('a PNG cut anywhere is refused', async () => {
    const photo = Buffer.concat([signature, header(2, 3), ...tales, ...picture, end]);
    for (let length = 1; length < photo.length; length += 1)
      await assert.rejects(kept(photo.subarray(0, length)), wrongType);
  });

  test('one flipped bit in what is kept is refused', async () => {
    const photo = Buffer.concat([signature, header(2, 3), ...picture, end]);
    for (let at = 0; at < photo.length; at += 1) {
      const bent = Buffer.from(photo);
      bent.writeUInt8(bent.readUInt8(at) ^ 0x01, at);
      await assert.rejects(kept(bent), wrongType, `byte ${at}`);
    }
  });

  test('no header, no picture, an unknown critical chunk or a length that lies is refused', async () => {
    const long = chunk('tEXt', place);
    long.writeUInt32BE(0xffff_fff0, 0);
    for (const body of [
      [...picture, end],
      [header(2, 3), end],
      [header(2, 3), chunk('IDAT'), end],
      [header(2, 3), header(2, 3), ...picture, end],
      [header(2, 3), chunk('CgBI', 'abcd'), ...picture, end],
      [header(2, 3), long, ...picture, end],
      [header(2, 3), ...picture, chunk('IEND', 'x')],
    ])
      await assert.rejects(kept(Buffer.concat([signature, ...body])), wrongType);
  });

  test('a PNG of more than 100 megapixels is refused by its header', async () => {
    const sized = (width: number, height: number) =>
      kept(Buffer.concat([signature, header(width, height), ...picture, end]));
    await sized(10_000, 10_000);
    for (const [width, height] of [
      [10_001, 10_000],
      [0xffff_ffff, 0xffff_ffff],
      [0, 1],
    ] as const)
      await assert.rejects(sized(width, height), wrongType);
  });
});
