import type { Span } from '../reading.ts';

/** A number that states nothing (a date, a name, a slogan), and why. */
export interface Trap extends Span {
  readonly id: string;
  readonly reason: string;
}

/** The traps that were read as statements. */
export function fellInto(traps: readonly Trap[], read: readonly Span[]): readonly Trap[] {
  return traps.filter((trap) => read.some(({ start, end }) => trap.start < end && start < trap.end));
}
