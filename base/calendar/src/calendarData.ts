import { calendarFaults as faults } from './faults.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Spans such as `09:00-12:00`, in order, local time; no span, no work. */
export type Hours = readonly string[];

/** A working calendar (工作日历) as it is published: a version never changes, a change is a new version. */
export interface CalendarData {
  readonly id: string;
  readonly version: string;
  /** IANA name, such as Asia/Shanghai. */
  readonly timeZone: string;
  readonly hours: Readonly<Record<Weekday, Hours>>;
  /** Hours of a make-up workday (调休上班日), whatever its weekday. */
  readonly makeUpHours: Hours;
  /** Days off, ISO dates. */
  readonly holidays: readonly string[];
  /** Days worked although the week says otherwise, ISO dates. */
  readonly makeUp: readonly string[];
  /** The last day that the holidays are published for; after it the plain week holds, with a warning. */
  readonly publishedUntil: string;
  /** Where the days come from. */
  readonly source: string;
}

const isDate = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

/** Minutes of the day of each span, checked: ordered, apart, within the day. */
export function spansOf(hours: Hours, calendar: string): readonly (readonly [number, number])[] {
  let last = 0;
  return hours.map((text) => {
    const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
    const [from, to] =
      match === null ? [0, 0] : [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])];
    if (match === null || from < last || to <= from || to > 1440) {
      throw faults.malformed({
        calendar,
        reason: `“${text}” is no span after ${Math.floor(last / 60)}:${String(last % 60).padStart(2, '0')}`,
      });
    }
    last = to;
    return [from, to] as const;
  });
}

/** Parses a calendar document, once, at the door. @throws calendar.malformed */
export function readCalendarData(value: unknown): CalendarData {
  const given = (value ?? {}) as Partial<Record<keyof CalendarData, unknown>>;
  const id = typeof given.id === 'string' ? given.id : '?';
  const refuse = (reason: string): never => {
    throw faults.malformed({ calendar: id, reason });
  };
  const text = (name: 'id' | 'version' | 'timeZone' | 'source' | 'publishedUntil'): string => {
    const found = given[name];
    return typeof found === 'string' && found !== '' ? found : refuse(`${name} is missing`);
  };
  const list = (found: unknown, name: string): readonly string[] =>
    Array.isArray(found) && found.every((item): item is string => typeof item === 'string')
      ? found
      : refuse(`${name} must be a list of texts`);
  const dates = (name: 'holidays' | 'makeUp'): readonly string[] => {
    const found = list(given[name], name);
    const wrong = found.find((date) => !isDate(date));
    return wrong === undefined ? found : refuse(`${name}: “${wrong}” is no date`);
  };
  const date = (name: 'publishedUntil'): string => {
    const found = text(name);
    return isDate(found) ? found : refuse(`${name} is no date`);
  };
  const week = (given.hours ?? {}) as Partial<Record<Weekday, unknown>>;
  const hours = Object.fromEntries(weekdays.map((day) => [day, list(week[day], `hours.${day}`)])) as Record<
    Weekday,
    Hours
  >;
  const data: CalendarData = {
    id: text('id'),
    version: text('version'),
    timeZone: text('timeZone'),
    hours,
    makeUpHours: list(given.makeUpHours, 'makeUpHours'),
    holidays: dates('holidays'),
    makeUp: dates('makeUp'),
    publishedUntil: date('publishedUntil'),
    source: text('source'),
  };
  for (const span of [...Object.values(hours), data.makeUpHours]) spansOf(span, id);
  const both = data.makeUp.find((date) => data.holidays.includes(date));
  if (both !== undefined) refuse(`${both} is both a holiday and a make-up workday`);
  try {
    Temporal.Now.zonedDateTimeISO(data.timeZone);
  } catch {
    refuse(`there is no time zone ${data.timeZone}`);
  }
  return data;
}
