import { createBothTimes, type BothTimes, type Span } from './bothTimes.ts';
import type { MinedProcess, MinedVariant } from './minedProcess.ts';

/** Ways are told apart up to this many; what comes after is counted together. */
const mostKept = 10_000;
/** Steps of one way that are told apart. */
export const mostSteps = 200;

interface Kept {
  readonly path: readonly string[];
  readonly flows: readonly string[];
  readonly cut: boolean;
  readonly times: BothTimes;
  cases: number;
}

export interface Variants {
  add(path: readonly string[], flows: readonly string[], time: Span): void;
  result(most: number): Pick<MinedProcess, 'variants' | 'otherVariants'>;
}

/** Counts ways through a process; memory is bounded by the number of ways and steps that are told apart. */
export function createVariants(most: number = mostKept): Variants {
  const kept = new Map<string, Kept>();
  let cases = 0;
  let notKept = 0;
  return {
    add(path, flows, time) {
      cases += 1;
      const steps = path.slice(0, mostSteps);
      const key = path.length > mostSteps ? `${steps.join(' ')} …` : steps.join(' ');
      let variant = kept.get(key);
      if (variant === undefined) {
        if (kept.size >= most) {
          notKept += 1;
          return;
        }
        const cut = path.length > mostSteps;
        variant = { path: steps, flows: [...new Set(flows)], cut, times: createBothTimes(), cases: 0 };
        kept.set(key, variant);
      }
      variant.cases += 1;
      variant.times.add(time);
    },
    result(wanted) {
      const sorted = [...kept.values()].toSorted(
        (a, b) => b.cases - a.cases || (a.path.join(' ') < b.path.join(' ') ? -1 : 1),
      );
      const told = sorted.slice(0, wanted);
      const variants = told.flatMap(({ path, flows, cut, cases: own, times }): MinedVariant[] => {
        const time = times.summary();
        return time === null ? [] : [{ path, flows, cut, cases: own, share: own / cases, time }];
      });
      const toldCases = told.reduce((sum, variant) => sum + variant.cases, 0);
      return {
        variants,
        otherVariants: {
          cases: cases - toldCases,
          variants: sorted.length - told.length + (notKept > 0 ? 1 : 0),
          atLeast: notKept > 0,
        },
      };
    },
  };
}
