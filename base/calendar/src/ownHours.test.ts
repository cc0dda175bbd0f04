import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { createCalendar, layOver, readCalendarData, readOwnHours, weekdays } from './index.ts';

const office = ['09:00-12:00', '13:30-17:30'];
const base = readCalendarData({
  id: 'base',
  version: '1',
  timeZone: 'Asia/Shanghai',
  hours: Object.fromEntries(weekdays.map((day) => [day, day.startsWith('s') ? [] : office])),
  makeUpHours: office,
  holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
  makeUp: ['2026-05-09'],
  publishedUntil: '2026-12-31',
  source: 'made up',
});
const own = {
  id: 'hall',
  version: '2',
  over: 'base',
  hours: Object.fromEntries(weekdays.map((day) => [day, day === 'sunday' ? [] : ['08:30-16:30']])),
  makeUpHours: ['08:30-12:00'],
  holidays: ['2026-05-06', '2026-05-09'],
  makeUp: ['2026-05-04'],
  source: 'made up',
};
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

suite('the hours of an organisation', () => {
  test('go before the calendar that they lie over, and what they leave out follows it', () => {
    const hall = createCalendar(layOver(base, readOwnHours(own)));
    assert.equal(hall.version, 'hall 2 over base 1');
    assert.ok(hall.isWorkday(noon('2026-05-16')), 'a Saturday by its own week');
    assert.ok(!hall.isWorkday(noon('2026-05-05')), 'a holiday of the calendar');
    assert.ok(hall.isWorkday(noon('2026-05-04')), 'a holiday that it works');
    assert.ok(!hall.isWorkday(noon('2026-05-06')), 'a day off of its own');
    assert.ok(!hall.isWorkday(noon('2026-05-09')), 'a make-up workday that it has off');
    assert.deepEqual(hall.addWorkdays(noon('2026-05-03'), 1), new Date('2026-05-04T12:00:00+08:00'));
    const { id, version, over, source } = own;
    const plain = createCalendar(layOver(base, readOwnHours({ id, version, over, source })));
    assert.deepEqual(plain.workOf(plain.dayOf(noon('2026-05-08'))), {
      from: new Date('2026-05-08T09:00:00+08:00'),
      to: new Date('2026-05-08T17:30:00+08:00'),
    });
  });

  test('that are not right are refused with the reason', () => {
    for (const [change, reason] of [
      [{ over: undefined }, /over/],
      [{ over: 'hall' }, /itself/],
      [{ hours: { monday: ['9-12'] } }, /9-12/],
      [{ makeUpHours: ['12:00-09:00'] }, /12:00-09:00/],
      [{ makeUp: ['2026-05-06'] }, /both/],
    ] as const) {
      assert.throws(
        () => readOwnHours({ ...own, ...change }),
        (error) => isFault(error, 'calendar.malformed') && reason.test(error.message),
      );
    }
    assert.throws(
      () => readOwnHours('none'),
      (error) => isFault(error, 'calendar.malformed'),
    );
  });
});
