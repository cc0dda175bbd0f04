/** Where "now" comes from. Injected, so that a test can turn it; nothing else may read the machine's time. */
export interface Clock {
  /** The present instant; a fresh Date each time, millisecond resolution, UTC. */
  now(): Date;
}

export interface ManualClock extends Clock {
  /** Moves the clock to an instant, forwards or backwards. */
  set(instant: Date): void;
  /** Moves the clock on by milliseconds. */
  advance(milliseconds: number): void;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export function manualClock(start: Date | string): ManualClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = instant.getTime();
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}
