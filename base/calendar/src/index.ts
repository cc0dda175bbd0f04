import type { MigrationSet } from '@yiwang/postgres';

export { createCalendar, type Calendar } from './calendar.ts';
export { readCalendarData, type CalendarData } from './calendarData.ts';
export { weekdays, type Hours, type Weekday } from './hours.ts';
export { layOver, readOwnHours, type OwnHours } from './ownHours.ts';
export { findDependents, getCalendar, saveCalendar } from './versions.ts';
export { openCalendars, type Calendars } from './openCalendars.ts';
export { calendarFaults } from './faults.ts';
export const calendarMigrations: MigrationSet = {
  owner: 'calendar',
  folder: new URL('../migrations/', import.meta.url),
};
