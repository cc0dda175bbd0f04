import type { Statement } from '../reading.ts';

/** A statement's number as it can be read when a measure word within it was lost: 9条130公里 of 9130公里. */
export interface Split {
  readonly text: string;
  readonly count: number;
  readonly countUnit: string;
  readonly rest: number;
}

/** What is counted in the first unit and measured in the second, and how much of the second one of the first has at most. */
interface Pair {
  readonly count: string;
  readonly unit: string;
  readonly noun: RegExp;
  readonly most: number;
  readonly least: number;
}

const pairs: readonly Pair[] = [
  // A road or line of more than 60 km is rare within a city, one of less than 500 m too.
  { count: '条', unit: '公里', noun: /路|线|道|河|渠|管网|廊|走廊/, most: 60, least: 0.5 },
  // 项 hold 条: a plan's items have some measures each.
  { count: '项', unit: '条', noun: /举措|措施|事项|任务|政策|办法|意见/, most: 10, least: 1 },
];

/** Writers say 1.2万 from ten thousand on: a plain number above is out of scale. */
const outOfScale = 10_000;

/**
 * The reading with the lost measure word (丢失的量词), for a whole number of so many digits that nobody writes it so, or that stands in one
 * list with such a one. Undefined where the number is plain.
 */
export function findSplit(statement: Statement, literal: string, inSuspectList: boolean): Split | undefined {
  const { value, unit, metric } = statement;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1000) return undefined;
  if (value < outOfScale && !inSuspectList) return undefined;
  const pair = pairs.find((candidate) => candidate.unit === unit && candidate.noun.test(metric));
  if (pair === undefined) return undefined;
  const digits = /^\d+/.exec(literal)?.[0] ?? '';
  for (let at = 1; at < digits.length; at += 1) {
    const count = Number(digits.slice(0, at));
    const rest = Number(digits.slice(at));
    // The first split that is in scale: as few things as can hold the rest.
    if (digits[at] === '0' || rest > count * pair.most || rest < count * pair.least) continue;
    return { text: `${String(count)}${pair.count}${String(rest)}${unit}`, count, countUnit: pair.count, rest };
  }
  return undefined;
}

/** Whether a number is out of scale by itself. */
export function isOutOfScale({ value, unit }: Statement): boolean {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= outOfScale &&
    pairs.some((pair) => pair.unit === unit)
  );
}
