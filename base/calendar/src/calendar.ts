import type { Bilingual } from '@yiwang/messages';
import type { CalendarData } from './calendarData.ts';
import { spansOf, weekdays, type Hours, type Weekday } from './hours.ts';
import { createDayTable } from './dayTable.ts';
import { calendarFaults as faults } from './faults.ts';

/**
 * Working time by one version of a calendar. Pure: the same question always has the same answer. A question costs two
 * binary searches; instants outside 1900–2199 are refused with calendar.outOfRange.
 */
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
  /** The same in milliseconds, for sums over several stretches. */
  workingMillisecondsBetween(from: Date, to: Date): number;
  /** The local day of an instant, counted from 1970-01-01. */
  dayOf(at: Date): number;
  /** Midnight at the beginning of a day and at its end. */
  boundsOf(day: number): { readonly from: Date; readonly to: Date };
  /** When work begins and ends on a day; undefined on a day off. */
  workOf(day: number): { readonly from: Date; readonly to: Date } | undefined;
  /** Workdays among the days `first` … `last`, both counted. */
  workdaysWithin(first: number, last: number): number;
  /** The n-th workday after `day`, n from 1. @throws calendar.noWorkingTime */
  workdayAfter(day: number, n: number): number;
  /** Said where an answer lies past the last published day; undefined before it. */
  warningAt(at: Date): Bilingual | undefined;
}

/** Compiles a calendar; `own` are the hours of an organisation (`of`) in place of the calendar's. */
export function createCalendar(
  data: CalendarData,
  own: { hours?: Readonly<Record<Weekday, Hours>>; of?: string } = {},
): Calendar {
  const week = weekdays.map((day) => spansOf((own.hours ?? data.hours)[day], data.id));
  const makeUpSpans = spansOf(data.makeUpHours, data.id);
  const holidays = new Set(data.holidays);
  const makeUp = new Set(data.makeUp);
  const table = createDayTable(data.id, data.timeZone, (date) => {
    const name = date.toString();
    if (holidays.has(name)) return [];
    return makeUp.has(name) ? makeUpSpans : (week[date.dayOfWeek - 1] ?? []);
  });

  /** Working milliseconds from the beginning of the table to an instant of `day`. */
  const timeUntil = (ms: number, day: number): number => {
    const offset = ms - table.startOf(day);
    let sum = table.timeBefore(day);
    for (const [from, to] of table.spansOf(day)) {
      if (offset <= from) break;
      sum += Math.min(offset, to) - from;
    }
    return sum;
  };

  const millisecondsBetween = (from: Date, to: Date): number => {
    if (to.getTime() <= from.getTime()) return 0;
    const [first, last] = [table.dayOf(from.getTime()), table.dayOf(to.getTime())];
    table.cover(first, last);
    return timeUntil(to.getTime(), last) - timeUntil(from.getTime(), first);
  };

  const workdayAfter = (day: number, n: number): number => {
    table.cover(day, day + 1);
    const found = table.dayReaching('workdays', table.workdaysBefore(day + 1) + n, day + 1);
    if (found === undefined) throw faults.noWorkingTime({ calendar: data.id });
    return found;
  };

  const workOf = (day: number): { from: Date; to: Date } | undefined => {
    table.cover(day, day);
    const spans = table.spansOf(day);
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return { from: new Date(table.startOf(day) + first[0]), to: new Date(table.startOf(day) + last[1]) };
  };

  return {
    id: data.id,
    version: `${data.id} ${data.version}${own.of === undefined ? '' : ` ${own.of}`}`,
    timeZone: data.timeZone,
    publishedUntil: data.publishedUntil,
    isWorkday: (at) => table.spansOf(table.dayOf(at.getTime())).length > 0,
    addWorkingTime(from, minutes) {
      const length = Math.round(minutes * 60_000);
      if (length <= 0) return new Date(from);
      const begin = table.dayOf(from.getTime());
      const goal = timeUntil(from.getTime(), begin) + length;
      const day = table.dayReaching('time', goal, begin);
      if (day === undefined) throw faults.noWorkingTime({ calendar: data.id });
      let left = goal - table.timeBefore(day);
      for (const [start, end] of table.spansOf(day)) {
        if (left <= end - start) return new Date(table.startOf(day) + start + left);
        left -= end - start;
      }
      throw faults.noWorkingTime({ calendar: data.id });
    },
    addWorkdays(from, count) {
      const day = workdayAfter(table.dayOf(from.getTime()), Math.max(1, Math.ceil(count)));
      return workOf(day)?.to ?? new Date(table.startOf(day));
    },
    workingMinutesBetween: (from, to) => Math.floor(millisecondsBetween(from, to) / 60_000),
    workingMillisecondsBetween: millisecondsBetween,
    dayOf: (at) => table.dayOf(at.getTime()),
    boundsOf(day) {
      table.cover(day, day + 1);
      return { from: new Date(table.startOf(day)), to: new Date(table.startOf(day + 1)) };
    },
    workOf,
    workdaysWithin(first, last) {
      if (last < first) return 0;
      table.cover(first, last + 1);
      return table.workdaysBefore(last + 1) - table.workdaysBefore(first);
    },
    workdayAfter,
    warningAt(at) {
      const date = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(data.timeZone).toPlainDate();
      if (date.toString() <= data.publishedUntil) return undefined;
      return {
        zh: `${data.publishedUntil} 之后的节假日尚未公布，按平常工作周计算`,
        en: `holidays after ${data.publishedUntil} are not published yet; the plain week is counted`,
      };
    },
  };
}
