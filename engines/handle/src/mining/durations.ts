/** Many lengths of time in bounded memory. All in minutes. */
export interface Durations {
  add(minutes: number): void;
  /** Undefined where nothing was added. */
  summary(): DurationSummary | undefined;
}

export interface DurationSummary {
  readonly count: number;
  readonly total: number;
  /** The value at the middle, the lower one of two; exact up to 1,000 values, then within 1 %. */
  readonly median: number;
  /** Nine of ten are not above it. */
  readonly p90: number;
}

const mostExact = 1_000;
/** The width of a class: its middle is at most 1 % away from what is in it. */
const growth = 1.02;
/** Below a tenth of a second all is the same. */
const least = 1 / 600;

const classOf = (minutes: number): number =>
  minutes <= least ? 0 : 1 + Math.floor(Math.log(minutes / least) / logGrowth);
const logGrowth = Math.log(growth);
const middleOf = (index: number): number => (index === 0 ? 0 : least * growth ** (index - 0.5));

/** Keeps each value up to a thousand of them, then how many lie in each class of 2 % width: at most some 1,300 classes. */
export function createDurations(): Durations {
  let exact: number[] = [];
  const classes = new Map<number, number>();
  let count = 0;
  let total = 0;
  const put = (minutes: number): void => {
    const index = classOf(minutes);
    classes.set(index, (classes.get(index) ?? 0) + 1);
  };
  const at = (sorted: readonly (readonly [value: number, count: number])[], share: number): number => {
    let left = Math.max(1, Math.ceil(count * share));
    for (const [value, many] of sorted) {
      left -= many;
      if (left <= 0) return value;
    }
    return 0;
  };
  return {
    add(minutes) {
      count += 1;
      total += minutes;
      if (count <= mostExact) return void exact.push(minutes);
      for (const value of exact) put(value);
      exact = [];
      put(minutes);
    },
    summary() {
      if (count === 0) return undefined;
      const sorted =
        count <= mostExact
          ? exact.toSorted((a, b) => a - b).map((value) => [value, 1] as const)
          : [...classes].toSorted(([a], [b]) => a - b).map(([index, many]) => [middleOf(index), many] as const);
      return { count, total, median: at(sorted, 0.5), p90: at(sorted, 0.9) };
    },
  };
}
