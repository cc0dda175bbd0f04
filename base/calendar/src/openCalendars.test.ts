import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { testDatabase } from '@yiwang/postgres';
import {
  calendarMigrations,
  findDependents,
  getCalendar,
  openCalendars,
  readCalendarData,
  readOwnHours,
  saveCalendar,
  weekdays,
} from './index.ts';

const data = readCalendarData({
  id: 'base',
  version: '1',
  timeZone: 'Asia/Shanghai',
  hours: Object.fromEntries(weekdays.map((day) => [day, ['09:00-17:00']])),
  makeUpHours: [],
  holidays: [],
  makeUp: [],
  publishedUntil: '2026-12-31',
  source: 'made up',
});
const own = readOwnHours({ id: 'hall', version: '1', over: 'base', source: 'made up' });
const day = new Date('2026-05-06T12:00:00+08:00');

test('a new version of a calendar is in force at once, for the hours that lie over it too', async (t) => {
  const db = await testDatabase(t, [calendarMigrations]);
  await assert.rejects(saveCalendar(db, own, new Date(0)), (error) => isFault(error, 'calendar.unknown'));
  assert.equal(await saveCalendar(db, data, new Date(0)), true);
  assert.equal(await saveCalendar(db, data, new Date(0)), false);
  await saveCalendar(db, own, new Date(1));
  assert.deepEqual(await findDependents(db, 'base'), ['base', 'hall']);

  const calendars = await openCalendars(db);
  assert.equal(calendars.get('hall').version, 'hall 1 over base 1');
  assert.deepEqual(await calendars.refresh(db), []);
  assert.throws(
    () => calendars.get('nobody'),
    (error) => isFault(error, 'calendar.unknown'),
  );

  await saveCalendar(db, { ...data, version: '2', holidays: ['2026-05-06'] }, new Date(2));
  assert.ok(calendars.get('hall').isWorkday(day), 'until it is read');
  assert.deepEqual(await calendars.refresh(db), ['base', 'hall']);
  assert.ok(!calendars.get('hall').isWorkday(day));
  const before = await getCalendar(db, 'hall', '1 over base 1');
  assert.ok(before.isWorkday(day), 'what a clock was computed by can be had again');
  assert.equal((await getCalendar(db, 'hall', '1')).version, 'hall 1 over base 2');
});
