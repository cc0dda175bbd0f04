/**
 * Short texts, each under an ordinal from 0 in the order they came: the dictionary of a column, or the keys of a register. Made
 * of bytes, so that a COPY stream goes in without a string for each row: 1,500,000 keys of 20 bytes take 60 MB, in a Map of strings
 * three times that.
 */
export interface TextIndex {
  readonly size: number;
  /** The ordinal of a text given as UTF-8 between two places; one that is new gets the next. */
  place(bytes: Uint8Array, start: number, end: number): number;
  placeText(text: string): number;
  /** -1 where it is not in. */
  find(text: string): number;
  textAt(ordinal: number): string;
  /** What it takes in memory. */
  readonly bytes: number;
}

/** @param expected texts; more are taken too */
export function createTextIndex(expected = 0): TextIndex {
  let held = Buffer.allocUnsafe(Math.max(expected * 24, 1 << 10));
  let offsets = new Uint32Array(Math.max(expected, 64) + 1); // where each begins, and the last one ends
  let slots = new Uint32Array(slotsFor(expected)); // ordinal + 1; 0 is free
  let size = 0;
  let scratch = Buffer.allocUnsafe(256);

  /** The slot that holds the text, or the free one where it belongs. */
  const slotOf = (bytes: Uint8Array, start: number, end: number): number => {
    const mask = slots.length - 1;
    let slot = hash(bytes, start, end) & mask;
    for (;;) {
      const found = slots[slot] ?? 0;
      if (found === 0 || equals(found - 1, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const equals = (ordinal: number, bytes: Uint8Array, start: number, end: number): boolean => {
    const from = offsets[ordinal] ?? 0;
    if ((offsets[ordinal + 1] ?? 0) - from !== end - start) return false;
    for (let n = 0; n < end - start; n++) if (held[from + n] !== bytes[start + n]) return false;
    return true;
  };
  const append = (bytes: Uint8Array, start: number, end: number): void => {
    const from = offsets[size] ?? 0;
    if (from + end - start > held.length) {
      const larger = Buffer.allocUnsafe(held.length * 2 + end - start);
      larger.set(held.subarray(0, from));
      held = larger;
    }
    for (let n = 0; n < end - start; n++) held[from + n] = bytes[start + n] ?? 0;
    if (size + 1 === offsets.length) {
      const larger = new Uint32Array(offsets.length * 2);
      larger.set(offsets);
      offsets = larger;
    }
    size += 1;
    offsets[size] = from + end - start;
  };
  const rehash = (): void => {
    slots = new Uint32Array(slotsFor(size * 2));
    for (let n = 0; n < size; n++) slots[slotOf(held, offsets[n] ?? 0, offsets[n + 1] ?? 0)] = n + 1;
  };
  const encoded = (text: string): number => {
    if (text.length * 3 > scratch.length) scratch = Buffer.allocUnsafe(text.length * 3);
    return scratch.write(text);
  };
  const place = (bytes: Uint8Array, start: number, end: number): number => {
    const slot = slotOf(bytes, start, end);
    const found = slots[slot] ?? 0;
    if (found !== 0) return found - 1;
    append(bytes, start, end);
    slots[slot] = size;
    if (size * 2 > slots.length) rehash();
    return size - 1;
  };
  return {
    get size() {
      return size;
    },
    get bytes() {
      return held.length + offsets.byteLength + slots.byteLength;
    },
    place,
    placeText(text) {
      const end = encoded(text); // first, for it may make a larger scratch
      return place(scratch, 0, end);
    },
    find(text) {
      const end = encoded(text);
      return (slots[slotOf(scratch, 0, end)] ?? 0) - 1;
    },
    textAt: (ordinal) => held.toString('utf8', offsets[ordinal] ?? 0, offsets[ordinal + 1] ?? 0),
  };
}

/** A power of two that leaves half of the slots free. */
function slotsFor(texts: number): number {
  return 2 ** Math.max(Math.ceil(Math.log2(texts * 2 + 1)), 6);
}

/** FNV-1a, with its high bits brought down, for the slots are told by the low ones. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let n = start; n < end; n++) value = Math.imul(value ^ (bytes[n] ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
