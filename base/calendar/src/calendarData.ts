import type { Hours, Weekday } from './hours.ts';
import { readDocument } from './readDocument.ts';

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

/** Parses a calendar document, once, at the door. @throws calendar.malformed */
export function readCalendarData(value: unknown): CalendarData {
  const read = readDocument(value);
  const data: CalendarData = {
    id: read.text('id'),
    version: read.text('version'),
    timeZone: read.text('timeZone'),
    hours: read.week('hours'),
    makeUpHours: read.spans('makeUpHours'),
    holidays: read.dates('holidays'),
    makeUp: read.dates('makeUp'),
    publishedUntil: read.date('publishedUntil'),
    source: read.text('source'),
  };
  read.apart(data);
  try {
    Temporal.Now.zonedDateTimeISO(data.timeZone);
  } catch {
    read.refuse(`there is no time zone ${data.timeZone}`);
  }
  return data;
}
