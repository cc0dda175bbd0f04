import { padded } from './sha256.ts';

/** SM3 (GB/T 32905-2016) without the platform, for receipts of books that use it. */
export function sm3(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes);
  const state = Uint32Array.of(
    0x7380166f,
    0x4914b2b9,
    0x172442d7,
    0xda8a0600,
    0xa96f30bc,
    0x163138aa,
    0xe38dee4d,
    0xb0fb0e4e,
  );
  const words = new Uint32Array(68);
  const word = (at: number): number => words[at] ?? 0;
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(offset + at * 4);
    for (let at = 16; at < 68; at++) {
      const mixed = word(at - 16) ^ word(at - 9) ^ turn(word(at - 3), 15);
      words[at] = mixed ^ turn(mixed, 15) ^ turn(mixed, 23) ^ turn(word(at - 13), 7) ^ word(at - 6);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let at = 0; at < 64; at++) {
      const early = at < 16;
      const constant = turn(early ? 0x79cc4519 : 0x7a879d8a, at % 32);
      const first = turn((turn(a, 12) + e + constant) | 0, 7);
      const second = first ^ turn(a, 12);
      const majority = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const choice = early ? e ^ f ^ g : (e & f) | (~e & g);
      const one = (majority + d + second + (word(at) ^ word(at + 4))) | 0;
      const two = (choice + h + first + word(at)) | 0;
      [a, b, c, d] = [one, a, turn(b, 9), c];
      [e, f, g, h] = [two ^ turn(two, 9) ^ turn(two, 17), e, turn(f, 19), g];
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => (state[at] = (state[at] ?? 0) ^ value));
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((value, at) => out.setUint32(at * 4, value));
  return new Uint8Array(out.buffer);
}

function turn(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
