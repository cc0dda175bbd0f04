/** SHA-256 (FIPS 180-4) without the platform, so that a receipt verifies in a browser at once and offline. */

const constants = fractions(64, 1 / 3);
const initial = fractions(8, 1 / 2);

/** The first 32 bits of the fractional parts of the roots of the first primes. */
function fractions(count: number, power: number): Uint32Array {
  const out = new Uint32Array(count);
  let found = 0;
  for (let candidate = 2; found < count; candidate++) {
    let prime = true;
    for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) prime = false;
    if (!prime) continue;
    const root = candidate ** power;
    out[found++] = (root - Math.floor(root)) * 2 ** 32;
  }
  return out;
}

/** The message, a one bit, zeros, and its length in bits as 64 bits; in blocks of 64 bytes. SM3 pads the same way. */
export function padded(bytes: Uint8Array): DataView {
  const out = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  out.set(bytes);
  out[bytes.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setUint32(out.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(out.length - 4, bytes.length * 8);
  return view;
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes);
  const state = Uint32Array.from(initial);
  const words = new Uint32Array(64);
  const word = (at: number): number => words[at] ?? 0;
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(offset + at * 4);
    for (let at = 16; at < 64; at++) {
      const early = word(at - 15);
      const late = word(at - 2);
      const small0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
      const small1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
      words[at] = word(at - 16) + small0 + word(at - 7) + small1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let at = 0; at < 64; at++) {
      const choice = (e & f) ^ (~e & g);
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (constants[at] ?? 0) + word(at)) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => (state[at] = (state[at] ?? 0) + value));
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((value, at) => out.setUint32(at * 4, value));
  return new Uint8Array(out.buffer);
}

function turn(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}
