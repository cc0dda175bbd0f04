import { calendarFaults as faults } from './faults.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Spans such as `09:00-12:00`, in order, local time; no span, no work. */
export type Hours = readonly string[];

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
