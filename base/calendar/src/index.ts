import type { MigrationSet } from '@yiwang/postgres';

export { createCalendar, type Calendar } from './calendar.ts';
export { readCalendarData, weekdays, type CalendarData, type Hours, type Weekday } from './calendarData.ts';
export { getCalendar, saveCalendar } from './versions.ts';
export { calendarFaults } from './faults.ts';
export const calendarMigrations: MigrationSet = {
  owner: 'calendar',
  folder: new URL('../migrations/', import.meta.url),
};
