import { randomFillSync } from 'node:crypto';
import { systemClock, type Clock } from './clock.ts';

/** Makes UUIDv7 ids (RFC 9562 §5.7), made in the application because Citus can't have them made in an UPDATE. */
export interface Ids {
  /** A new id; ids of one maker sort in the order they were made, even when the clock steps back. */
  next(): string;
}

/** Within one millisecond the 12 bits of rand_a count up (RFC 9562 §6.2 method 1); when they run out, time is borrowed. */
export function createIds(clock: Clock): Ids {
  let lastMs = 0;
  let counter = 0;
  const random = Buffer.allocUnsafe(8 * 256);
  let used = random.length;
  return {
    next() {
      const now = clock.now().getTime();
      if (now > lastMs) {
        lastMs = now;
        counter = 0;
      } else if (++counter > 0xfff) {
        lastMs += 1;
        counter = 0;
      }
      if (used === random.length) {
        randomFillSync(random);
        used = 0;
      }
      const tail = random.subarray(used, used + 8);
      used += 8;
      const time = lastMs.toString(16).padStart(12, '0');
      const variant = ((tail[0] ?? 0) & 0x3f) | 0x80;
      const rest = tail.toString('hex', 1);
      const high = variant.toString(16).padStart(2, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${high}${rest.slice(0, 2)}-${rest.slice(2)}`;
    },
  };
}

const systemIds = createIds(systemClock);

/** A new UUIDv7 by the machine's clock. */
export function uuidv7(): string {
  return systemIds.next();
}

/** The instant in a UUIDv7, to the millisecond; undefined when the text is no UUIDv7. */
export function timeOfId(id: string): Date | undefined {
  const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(id);
  return match === null ? undefined : new Date(Number.parseInt(`${match[1]}${match[2]}`, 16));
}
