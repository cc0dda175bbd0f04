import { setImmediate } from 'node:timers/promises';
import { extractFaults } from '../faults.ts';

/** How much one reading may take. */
export interface ReadLimits {
  /** Of the file. */
  readonly bytes: number;
  /** Of the text that comes out (UTF-16 code units). */
  readonly characters: number;
  /** Of wall-clock time. */
  readonly milliseconds: number;
  /** What a PDF may take of memory while it is read. */
  readonly pdfMegabytes: number;
}

export const defaultLimits: ReadLimits = {
  bytes: 60_000_000,
  characters: 20_000_000,
  milliseconds: 20_000,
  pdfMegabytes: 512,
};

/** What is left of the limits while a file is read. */
export interface Budget {
  readonly name: string;
  readonly limits: ReadLimits;
  readonly millisecondsLeft: () => number;
  /** @throws extract.tooMuchText when a text has grown past its limit. */
  readonly holds: (characters: number) => void;
  /** Lets other work of the process run. @throws extract.tooSlow when the time is up. */
  readonly breathe: () => Promise<void>;
}

export function startBudget(name: string, limits: ReadLimits): Budget {
  const end = performance.now() + limits.milliseconds;
  return {
    name,
    limits,
    millisecondsLeft: () => Math.max(0, end - performance.now()),
    holds(characters) {
      if (characters > limits.characters) throw extractFaults.tooMuchText({ name, limit: limits.characters });
    },
    async breathe() {
      await setImmediate();
      if (performance.now() > end)
        throw extractFaults.tooSlow({ name, seconds: Math.round(limits.milliseconds / 1000) });
    },
  };
}
