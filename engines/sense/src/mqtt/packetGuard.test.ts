import { test } from 'node:test';
import assert from 'node:assert/strict';
import { packetGuard } from './packetGuard.ts';

/** PUBLISH with a body of so many bytes. */
function packet(size: number): Uint8Array {
  const head = [0x30];
  let rest = size;
  do {
    head.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest >>= 7;
  } while (rest > 0);
  return Uint8Array.from([...head, ...Array.from({ length: size }, () => 0xff)]);
}

test('packets up to the limit pass, however the stream is cut', () => {
  const stream = Buffer.concat([packet(0), packet(300), packet(1000), packet(5)]);
  for (const cut of [1, 2, 3, 7, 150, 4096]) {
    const guard = packetGuard(1000);
    for (let at = 0; at < stream.length; at += cut) assert.ok(guard(stream.subarray(at, at + cut)), `cut by ${cut}`);
  }
});

test('a packet that announces more than the limit is stopped at its header', () => {
  const guard = packetGuard(1000);
  assert.ok(guard(packet(1000)));
  assert.equal(guard(packet(1001).subarray(0, 3)), false);
});

test('a length of five digits is stopped', () => {
  assert.equal(packetGuard(2 ** 40)(Uint8Array.from([0x30, 0xff, 0xff, 0xff, 0xff, 0x7f])), false);
});
