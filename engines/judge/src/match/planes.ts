import { createColumnEngine, type ColumnEngine } from '../columns/columnEngine.ts';
import type { RegisterRows } from '../register/registerRows.ts';
import { matched, outcomeOf } from './outcome.ts';
import type { Formulas } from './policy.ts';

/** Whom formulas match, by the ordinals of districts. */
export interface Matched {
  readonly counts: number[];
  /** Integers of 10^-decimals yuan. */
  readonly amounts: bigint[];
  readonly decimals: number;
}

/** Formulas that were run over the whole register. */
export interface Answer {
  /** One for each of the formulas. */
  readonly matched: readonly Matched[];
  /** The rows that one of them matches; until the next question. */
  readonly rowsOf: (formulas: number) => Iterable<number>;
}

export interface Planes {
  /** Runs formulas over all rows as they are now. */
  ask(formulas: readonly Formulas[]): Answer;
  /** A row is another than it was. */
  touch(row: number): void;
  bytes(): number;
}

/** Rows looked at one by one, at the most; past these the kernels' columns are made anew, which takes .4 s for 1,500,000 rows. */
const mostTouched = 20_000;

/**
 * A register's rows under the kernels. Their columns are a copy from some moment: rows that changed since are hidden from them
 * and looked at one by one, so that every answer is of now.
 */
export function createPlanes(rows: RegisterRows): Planes {
  let engine: ColumnEngine | undefined;
  let touched = new Set<number>();
  let release = (): void => undefined;
  return {
    ask(formulas) {
      const own = (engine ??= createColumnEngine(rows));
      const prepared = own.prepare(formulas);
      const tallies = prepared.match();
      release(); // only now, so that what both ask alike was built once
      release = () => prepared.release();
      const outcomes = formulas.map((one) => outcomeOf(one, rows));
      const answers = tallies.map(({ matched: counts, amount, decimals }) => ({
        counts: [...counts],
        amounts: [...amount],
        decimals,
      }));
      const late = formulas.map((): number[] => []);
      for (const row of touched) {
        const region = rows.regionOf[row] ?? 0;
        outcomes.forEach((outcome, n) => {
          const answer = answers[n];
          if (answer === undefined || outcome.state(row) !== matched) return;
          late[n]?.push(row);
          answer.counts[region] = (answer.counts[region] ?? 0) + 1;
          answer.amounts[region] = (answer.amounts[region] ?? 0n) + BigInt(outcome.amount(row) ?? 0);
        });
      }
      function* rowsOf(n: number): Generator<number> {
        yield* prepared.rowsOf(n);
        yield* late[n] ?? [];
      }
      return { matched: answers, rowsOf };
    },
    touch(row) {
      if (engine === undefined) return;
      touched.add(row);
      engine.hide(row);
      if (touched.size <= mostTouched) return;
      engine = undefined;
      touched = new Set();
      release = () => undefined;
    },
    bytes: () => engine?.bytes() ?? 0,
  };
}
