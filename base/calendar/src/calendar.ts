import type { Bilingual } from '@yiwang/messages';
import { spansOf, weekdays, type CalendarData, type Hours, type Weekday } from './calendarData.ts';
import { calendarFaults as faults } from './faults.ts';

/** Working time by one version of a calendar. Pure: the same question always has the same answer. */
export interface Calendar {
  readonly id: string;
  /** `cn 2026.1`: what a clock remembers that it was computed by. */
  readonly version: string;
  readonly timeZone: string;
  readonly publishedUntil: string;
  /** True on a day with working time, by its local date. */
  isWorkday(at: Date): boolean;
  /** The instant when `minutes` of working time have passed since `from`; `from` itself for 0. */
  addWorkingTime(from: Date, minutes: number): Date;
  /**
   * The end of the n-th workday after the day of `from`: days count from the next day (次日起算), and a day is a day,
   * never 24 business hours.
   */
  addWorkdays(from: Date, days: number): Date;
  /** Whole minutes of working time in [from, to); 0 when `to` is not after `from`. */
  workingMinutesBetween(from: Date, to: Date): number;
  /** Said where an answer lies past the last published day; undefined before it. */
  warningAt(at: Date): Bilingual | undefined;
}

/** A local day: its working spans as instants, in milliseconds, and where the next day begins. */
interface Day {
  readonly spans: readonly (readonly [number, number])[];
  readonly end: number;
}

const tenYears = 3660;

/** Compiles a calendar. Days are computed once and kept: a search over a year is then 365 look-ups. */
export function createCalendar(
  data: CalendarData,
  own: { hours?: Readonly<Record<Weekday, Hours>>; of?: string } = {},
): Calendar {
  const week = weekdays.map((day) => spansOf((own.hours ?? data.hours)[day], data.id));
  const makeUpSpans = spansOf(data.makeUpHours, data.id);
  const holidays = new Set(data.holidays);
  const makeUp = new Set(data.makeUp);
  const days = new Map<string, Day>();

  const localDate = (ms: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(data.timeZone).toPlainDate();

  const dayOf = (date: Temporal.PlainDate): Day => {
    const name = date.toString();
    const known = days.get(name);
    if (known !== undefined) return known;
    const minutes = holidays.has(name) ? [] : makeUp.has(name) ? makeUpSpans : (week[date.dayOfWeek - 1] ?? []);
    const at = (minute: number): number =>
      minute === 1440
        ? date.add({ days: 1 }).toZonedDateTime(data.timeZone).epochMilliseconds
        : date.toZonedDateTime({
            timeZone: data.timeZone,
            plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60),
          }).epochMilliseconds;
    const day = { spans: minutes.map(([from, to]) => [at(from), at(to)] as const), end: at(1440) };
    days.set(name, day);
    return day;
  };

  return {
    id: data.id,
    version: `${data.id} ${data.version}${own.of === undefined ? '' : ` ${own.of}`}`,
    timeZone: data.timeZone,
    publishedUntil: data.publishedUntil,
    isWorkday: (at) => dayOf(localDate(at.getTime())).spans.length > 0,
    addWorkingTime(from, minutes) {
      let left = minutes * 60_000;
      if (left <= 0) return new Date(from);
      let date = localDate(from.getTime());
      for (let passed = 0; passed < tenYears; passed++) {
        for (const [begin, end] of dayOf(date).spans) {
          const start = Math.max(begin, from.getTime());
          if (end <= start) continue;
          if (left <= end - start) return new Date(start + left);
          left -= end - start;
        }
        date = date.add({ days: 1 });
      }
      throw faults.noWorkingTime({ calendar: data.id });
    },
    addWorkdays(from, count) {
      let date = localDate(from.getTime());
      let left = count;
      for (let passed = 0; passed < tenYears; passed++) {
        date = date.add({ days: 1 });
        const end = dayOf(date).spans.at(-1)?.[1];
        if (end === undefined) continue;
        left -= 1;
        if (left <= 0) return new Date(end);
      }
      throw faults.noWorkingTime({ calendar: data.id });
    },
    workingMinutesBetween(from, to) {
      const last = to.getTime();
      if (last <= from.getTime()) return 0;
      let sum = 0;
      let date = localDate(from.getTime());
      for (;;) {
        const day = dayOf(date);
        for (const [begin, end] of day.spans) sum += Math.max(0, Math.min(end, last) - Math.max(begin, from.getTime()));
        if (day.end >= last) return Math.floor(sum / 60_000);
        date = date.add({ days: 1 });
      }
    },
    warningAt(at) {
      if (localDate(at.getTime()).toString() <= data.publishedUntil) return undefined;
      return {
        zh: `${data.publishedUntil} 之后的节假日尚未公布，按平常工作周计算`,
        en: `holidays after ${data.publishedUntil} are not published yet; the plain week is counted`,
      };
    },
  };
}
