import { checkText } from './checkText.ts';
import { randomText, seeded } from './randomText.ts';

export interface Outcomes {
  readonly counts: ReadonlyMap<string, number>;
  /** What went wrong, each with its text. */
  readonly failures: readonly string[];
  readonly longestMilliseconds: number;
}

/** Puts so many texts of a seed through `checkText`. */
export function countOutcomes(seed: number, inputs: number): Outcomes {
  const random = seeded(seed);
  const counts = new Map<string, number>();
  const failures: string[] = [];
  let longestMilliseconds = 0;
  for (let input = 0; input < inputs; input += 1) {
    const text = randomText(random);
    const from = performance.now();
    let outcome = 'failure';
    try {
      outcome = checkText(text, input % 4 === 0);
    } catch (error) {
      failures.push(String(error));
    }
    longestMilliseconds = Math.max(longestMilliseconds, performance.now() - from);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return { counts, failures, longestMilliseconds };
}
