import { createCalendar, readCalendarData, weekdays, type Calendar, type CalendarData } from '@yiwang/calendar';

const office = ['09:00-12:00', '13:30-17:30'];

/** 2026 as it was announced, less the days off that fall on a weekend anyway. */
export const data2026: CalendarData = readCalendarData({
  id: 'cn',
  version: '2026.1',
  timeZone: 'Asia/Shanghai',
  hours: Object.fromEntries(weekdays.map((day) => [day, day.startsWith('s') ? [] : office])),
  makeUpHours: office,
  holidays: [
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-02-23',
    '2026-04-06',
    '2026-05-01',
    '2026-05-04',
    '2026-05-05',
    '2026-06-19',
    '2026-09-25',
    '2026-10-01',
    '2026-10-02',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ],
  makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  publishedUntil: '2026-12-31',
  source:
    'General Office of the State Council, arrangement of the holidays of 2026 (国务院办公厅关于2026年部分节假日安排的通知)',
});

export function calendar2026(): Calendar {
  return createCalendar(data2026);
}
