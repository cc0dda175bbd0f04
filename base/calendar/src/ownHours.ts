import type { CalendarData } from './calendarData.ts';
import type { Hours, Weekday } from './hours.ts';
import { readDocument } from './readDocument.ts';

/**
 * The hours of an organisation (本单位作息) over a published calendar: what it says goes before what that one says, and all
 * else, such as next year's holidays, follows that one's newest version.
 */
export interface OwnHours {
  readonly id: string;
  readonly version: string;
  /** Id of the calendar that it lies over. */
  readonly over: string;
  readonly hours?: Readonly<Record<Weekday, Hours>>;
  readonly makeUpHours?: Hours;
  /** Days off of its own, ISO dates. */
  readonly holidays: readonly string[];
  /** Days that it works although the calendar says otherwise, ISO dates. */
  readonly makeUp: readonly string[];
  readonly source: string;
}

/** Parses the document of an organisation's hours. @throws calendar.malformed */
export function readOwnHours(value: unknown): OwnHours {
  const read = readDocument(value);
  const own: OwnHours = {
    id: read.text('id'),
    version: read.text('version'),
    over: read.text('over'),
    ...(read.has('hours') ? { hours: read.week('hours') } : {}),
    ...(read.has('makeUpHours') ? { makeUpHours: read.spans('makeUpHours') } : {}),
    holidays: read.has('holidays') ? read.dates('holidays') : [],
    makeUp: read.has('makeUp') ? read.dates('makeUp') : [],
    source: read.text('source'),
  };
  read.apart(own);
  if (own.over === own.id) read.refuse('it lies over itself');
  return own;
}

/** The calendar that comes of the two; its version names both, such as `2 over cn 2026.1`. */
export function layOver(base: CalendarData, own: OwnHours): CalendarData {
  const [off, worked] = [new Set(own.holidays), new Set(own.makeUp)];
  return {
    id: own.id,
    version: `${own.version} over ${base.id} ${base.version}`,
    timeZone: base.timeZone,
    hours: own.hours ?? base.hours,
    makeUpHours: own.makeUpHours ?? base.makeUpHours,
    holidays: [...base.holidays.filter((day) => !worked.has(day)), ...own.holidays],
    makeUp: [...base.makeUp.filter((day) => !off.has(day)), ...own.makeUp],
    publishedUntil: base.publishedUntil,
    source: `${own.source}; ${base.source}`,
  };
}
