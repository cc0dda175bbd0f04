import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { testDatabase } from '@yiwang/postgres';
import { calendarMigrations, createCalendar, getCalendar, readCalendarData, saveCalendar, weekdays } from './index.ts';

const office = ['09:00-12:00', '13:30-17:30'];
const data = readCalendarData({
  id: 'example',
  version: '1',
  timeZone: 'Asia/Shanghai',
  hours: Object.fromEntries(weekdays.map((day) => [day, day.startsWith('s') ? [] : office])),
  makeUpHours: office,
  holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
  makeUp: ['2026-05-09'],
  publishedUntil: '2026-12-31',
  source: 'made up',
});
const calendar = createCalendar(data);
const at = (text: string) => new Date(`${text}+08:00`);

/** A seeded stream of numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

suite('working time', () => {
  test('runs through the noon break, the night, a holiday and a make-up Saturday', () => {
    assert.deepEqual(calendar.addWorkingTime(at('2026-04-30T11:30:00'), 60), at('2026-04-30T14:00:00'));
    assert.deepEqual(calendar.addWorkingTime(at('2026-04-30T17:00:00'), 60), at('2026-05-06T09:30:00'));
    assert.ok(calendar.isWorkday(at('2026-05-09T10:00:00')), 'a Saturday that is worked');
    assert.ok(!calendar.isWorkday(at('2026-05-04T10:00:00')), 'a Monday off');
    assert.deepEqual(calendar.addWorkingTime(at('2026-05-08T17:00:00'), 60), at('2026-05-09T09:30:00'));
  });

  test('that ends with a span ends there and not the next morning', () => {
    assert.deepEqual(calendar.addWorkingTime(at('2026-04-29T09:00:00'), 7 * 60), at('2026-04-29T17:30:00'));
  });

  test('in days counts from the next day and a day is never 24 business hours', () => {
    assert.deepEqual(calendar.addWorkdays(at('2026-04-29T10:00:00'), 1), at('2026-04-30T17:30:00'));
    assert.deepEqual(calendar.addWorkdays(at('2026-04-30T10:00:00'), 1), at('2026-05-06T17:30:00'));
  });

  test('agrees with a count minute by minute on random spans', () => {
    const random = seeded(7);
    const start = at('2026-04-25T00:00:00').getTime();
    const inside = (ms: number): boolean => {
      const local = new Date(ms + 8 * 3_600_000);
      const name = local.toISOString().slice(0, 10);
      const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
      const week = local.getUTCDay();
      const works = data.makeUp.includes(name) || (!data.holidays.includes(name) && week !== 0 && week !== 6);
      return works && ((minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050));
    };
    for (let round = 0; round < 120; round++) {
      const from = start + Math.floor(random() * 20 * 1440) * 60_000;
      const length = Math.floor(random() * 5 * 1440);
      let count = 0;
      for (let minute = 0; minute < length; minute++) if (inside(from + minute * 60_000)) count += 1;
      const to = new Date(from + length * 60_000);
      assert.equal(calendar.workingMinutesBetween(new Date(from), to), count);
      if (count > 0) {
        const due = calendar.addWorkingTime(new Date(from), count);
        assert.equal(calendar.workingMinutesBetween(new Date(from), due), count);
        assert.ok(due <= to);
      }
    }
  });

  test('an organisation with its own hours keeps the holidays of the calendar', () => {
    const always = createCalendar(data, {
      hours: {
        monday: ['00:00-24:00'],
        tuesday: ['00:00-24:00'],
        wednesday: ['00:00-24:00'],
        thursday: ['00:00-24:00'],
        friday: ['00:00-24:00'],
        saturday: ['00:00-24:00'],
        sunday: ['00:00-24:00'],
      },
      of: 'ops',
    });
    assert.equal(always.workingMinutesBetween(at('2026-04-25T00:00:00'), at('2026-04-27T00:00:00')), 2 * 1440);
    assert.ok(!always.isWorkday(at('2026-05-04T10:00:00')));
  });

  test('past the last published day the plain week is counted and a warning says so', () => {
    assert.equal(calendar.warningAt(at('2026-12-31T10:00:00')), undefined);
    assert.match(calendar.warningAt(at('2027-01-04T10:00:00'))?.en ?? '', /2026-12-31/);
  });
});

suite('a calendar document', () => {
  test('that is not right is refused with the reason', () => {
    for (const [change, reason] of [
      [{ holidays: ['2026-02-30'] }, /2026-02-30/],
      [{ makeUpHours: ['12:00-09:00'] }, /12:00-09:00/],
      [{ makeUp: ['2026-05-01'] }, /both/],
      [{ timeZone: 'Nowhere/Land' }, /Nowhere/],
      [{ hours: {} }, /monday/],
    ] as const) {
      assert.throws(
        () => readCalendarData({ ...data, ...change }),
        (error) => isFault(error, 'calendar.malformed') && reason.test(error.message),
      );
    }
    assert.throws(
      () =>
        createCalendar({
          ...data,
          hours: { ...data.hours, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] },
          makeUp: [],
        }).addWorkingTime(new Date(0), 1),
      (error) => isFault(error, 'calendar.noWorkingTime'),
    );
  });

  test('is kept by version, and a version never changes', async (t) => {
    const db = await testDatabase(t, [calendarMigrations]);
    await saveCalendar(db, data, new Date(0));
    await saveCalendar(db, data, new Date(1));
    await assert.rejects(saveCalendar(db, { ...data, makeUp: [] }, new Date(2)), (error) =>
      isFault(error, 'calendar.versionTaken'),
    );
    await saveCalendar(db, { ...data, version: '2', makeUp: [] }, new Date(3));
    assert.equal((await getCalendar(db, 'example')).version, 'example 2');
    assert.equal((await getCalendar(db, 'example', '1')).version, 'example 1');
    await assert.rejects(getCalendar(db, 'nobody'), (error) => isFault(error, 'calendar.unknown'));
  });
});
