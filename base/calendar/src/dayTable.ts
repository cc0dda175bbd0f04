import { calendarFaults as faults } from './faults.ts';

/** Working spans of a day as [from, to) in milliseconds after its midnight, in order. */
export type DaySpans = readonly (readonly [number, number])[];

const dayMs = 86_400_000;
/** Days are counted from 1970-01-01; questions outside 1900–2199 are refused, so that a table stays small. */
const firstDay = -25_567;
const lastDay = 84_005;
/** How many days a table grows by at the least. */
const leastGrowth = 400;

/**
 * The days of a calendar side by side with running sums, so that a question is a binary search and never a walk. Grows
 * to where it is asked; at 300 years it holds 2.6 MB.
 */
export interface DayTable {
  /** The local day that an instant lies in, counted from 1970-01-01. @throws calendar.outOfRange */
  dayOf(ms: number): number;
  /** The instant of a day's midnight. */
  startOf(day: number): number;
  spansOf(day: number): DaySpans;
  /** Working milliseconds, or workdays, from the table's first day to the beginning of `day`. */
  timeBefore(day: number): number;
  workdaysBefore(day: number): number;
  /** The first day from `day` on by whose end the sum is `sum` or more; undefined when there is none in ten years. */
  dayReaching(what: 'time' | 'workdays', sum: number, day: number): number | undefined;
  /** Makes room for these days before a question that compares sums: growing backwards shifts them. */
  cover(from: number, to: number): void;
}

const tenYears = 3660;

export function createDayTable(
  calendar: string,
  timeZone: string,
  spansOfDate: (date: Temporal.PlainDate) => readonly (readonly [number, number])[],
): DayTable {
  let first = 0;
  let count = 0;
  let starts = new Float64Array(0);
  let times = new Float64Array(0);
  let workdays = new Int32Array(0);
  let spans: DaySpans[] = [];
  const shared = new Map<string, DaySpans>();
  const epoch = Temporal.PlainDate.from('1970-01-01');

  const midnight = (date: Temporal.PlainDate): number => date.toZonedDateTime(timeZone).epochMilliseconds;

  /** A day of 24 hours has its spans from one list; on one with a change of the clock each end is looked up. */
  const spansOn = (date: Temporal.PlainDate, start: number, end: number): DaySpans => {
    const minutes = spansOfDate(date);
    const key = end - start === dayMs ? minutes.join(' ') : date.toString();
    const known = shared.get(key);
    if (known !== undefined) return known;
    const at = (minute: number): number =>
      minute === 1440
        ? end - start
        : date.toZonedDateTime({
            timeZone,
            plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60),
          }).epochMilliseconds - start;
    const made = minutes.map(([from, to]) => [at(from), at(to)] as const);
    shared.set(key, made);
    return made;
  };

  const build = (from: number, to: number): void => {
    const days = to - from + 1;
    starts = new Float64Array(days + 1);
    times = new Float64Array(days + 1);
    workdays = new Int32Array(days + 1);
    const kept = { first, spans };
    spans = [];
    let date = epoch.add({ days: from });
    starts[0] = midnight(date);
    for (let n = 0; n < days; n++) {
      const next = date.add({ days: 1 });
      const start = starts[n] ?? 0;
      const end = midnight(next);
      const found = kept.spans[from + n - kept.first] ?? spansOn(date, start, end);
      spans.push(found);
      starts[n + 1] = end;
      times[n + 1] = (times[n] ?? 0) + found.reduce((sum, [begin, stop]) => sum + stop - begin, 0);
      workdays[n + 1] = (workdays[n] ?? 0) + (found.length > 0 ? 1 : 0);
      date = next;
    }
    first = from;
    count = days;
  };

  const cover = (from: number, to: number): void => {
    if (count > 0 && from >= first && to < first + count) return;
    if (!(from >= firstDay && to <= lastDay)) throw faults.outOfRange({ calendar });
    const growth = Math.max(leastGrowth, count);
    const low = count === 0 ? from - leastGrowth : from < first ? Math.min(from, first - growth) : first;
    const last = first + count - 1;
    const high = count === 0 ? to + leastGrowth : to > last ? Math.max(to, last + growth) : last;
    build(Math.max(firstDay, low), Math.min(lastDay, high));
  };

  return {
    dayOf(ms) {
      const guess = Math.floor(ms / dayMs);
      if (!(guess > firstDay && guess < lastDay)) throw faults.outOfRange({ calendar });
      cover(guess - 1, guess + 1);
      if (ms < (starts[guess - first] ?? 0)) return guess - 1;
      return ms < (starts[guess + 1 - first] ?? 0) ? guess : guess + 1;
    },
    startOf: (day) => starts[day - first] ?? 0,
    spansOf: (day) => spans[day - first] ?? [],
    timeBefore: (day) => times[day - first] ?? 0,
    workdaysBefore: (day) => workdays[day - first] ?? 0,
    dayReaching(what, sum, day) {
      const sums = () => (what === 'time' ? times : workdays);
      const most = Math.min(lastDay, day + tenYears);
      while ((sums()[count] ?? 0) < sum && first + count - 1 < most) cover(day, Math.min(most, first + count));
      let low = day - first;
      let high = Math.min(count, most + 1 - first);
      if ((sums()[high] ?? 0) < sum) return undefined;
      const list = sums();
      while (low < high - 1) {
        const middle = (low + high) >> 1;
        if ((list[middle] ?? 0) >= sum) high = middle;
        else low = middle;
      }
      return first + high - 1;
    },
    cover,
  };
}
