import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { createCalendar, readCalendarData, weekdays } from './index.ts';

const calendarIn = (timeZone: string, hours = ['09:00-12:00', '13:30-17:30']) =>
  createCalendar(
    readCalendarData({
      id: 'example',
      version: '1',
      timeZone,
      hours: Object.fromEntries(weekdays.map((day) => [day, day.startsWith('s') ? [] : hours])),
      makeUpHours: hours,
      holidays: [],
      makeUp: [],
      publishedUntil: '2026-12-31',
      source: 'made up',
    }),
  );
const at = (text: string) => new Date(`${text}+08:00`);

suite('the table of days', () => {
  test('gives the same answers in whatever order it grows', () => {
    const days = ['2026-03-02', '2019-07-01', '2044-01-05', '1987-06-03', '2026-03-02'];
    const shared = calendarIn('Asia/Shanghai');
    for (const day of days) {
      const from = at(`${day}T10:00:00`);
      const fresh = calendarIn('Asia/Shanghai');
      assert.deepEqual(shared.addWorkingTime(from, 100_000), fresh.addWorkingTime(from, 100_000));
      assert.deepEqual(shared.addWorkdays(from, 300), fresh.addWorkdays(from, 300));
      const to = at('2026-03-06T11:00:00');
      assert.equal(shared.workingMinutesBetween(from, to), fresh.workingMinutesBetween(from, to));
    }
  });

  test('has days of 23 and 25 hours where the clock is changed, and working hours as the clock on the wall shows', () => {
    const berlin = calendarIn('Europe/Berlin');
    const day = berlin.dayOf(new Date('2026-03-29T12:00:00Z'));
    const { from, to } = berlin.boundsOf(day);
    assert.equal(to.getTime() - from.getTime(), 23 * 3_600_000);
    assert.deepEqual(berlin.workOf(day + 1)?.from, new Date('2026-03-30T07:00:00Z'));
    assert.deepEqual(berlin.workOf(day - 2)?.from, new Date('2026-03-27T08:00:00Z'));
    assert.equal(
      berlin.workingMinutesBetween(new Date('2026-03-27T00:00:00Z'), new Date('2026-03-31T00:00:00Z')),
      2 * 420,
    );
  });

  test('counts days as days', () => {
    const calendar = calendarIn('Asia/Shanghai');
    const monday = calendar.dayOf(at('2026-03-02T00:00:00'));
    assert.equal(calendar.dayOf(at('2026-03-02T23:59:59.999')), monday);
    assert.equal(calendar.workdaysWithin(monday, monday + 6), 5);
    assert.equal(calendar.workdaysWithin(monday + 5, monday + 6), 0);
    assert.equal(calendar.workdaysWithin(monday + 1, monday), 0);
    assert.equal(calendar.workdayAfter(monday + 3, 2), monday + 7);
    assert.equal(calendar.workOf(monday + 5), undefined);
  });

  test('refuses what is past its years, and a calendar without work, in bounded time', () => {
    const calendar = calendarIn('Asia/Shanghai');
    const outOfRange = (error: unknown) => isFault(error, 'calendar.outOfRange');
    for (const far of [new Date(8.64e15), new Date(-8.64e15), new Date(Number.NaN)]) {
      assert.throws(() => calendar.addWorkingTime(far, 1), outOfRange);
      assert.throws(() => calendar.dayOf(far), outOfRange);
      assert.throws(() => calendar.boundsOf(far.getTime()), outOfRange);
    }
    assert.throws(() => calendar.workingMinutesBetween(new Date(0), new Date(8.64e15)), outOfRange);
    const none = calendarIn('Asia/Shanghai', []);
    const noTime = (error: unknown) => isFault(error, 'calendar.noWorkingTime');
    assert.throws(() => none.addWorkdays(at('2026-03-02T00:00:00'), 1), noTime);
    assert.throws(() => calendar.addWorkingTime(at('2026-03-02T00:00:00'), Infinity), noTime);
    assert.throws(() => calendar.addWorkdays(at('2198-03-02T00:00:00'), 1e9), noTime);
  });
});
