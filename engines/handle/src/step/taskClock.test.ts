import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { createCalendar, readCalendarData, weekdays } from '@yiwang/calendar';
import type { CaseClock } from './caseState.ts';
import { dueTimes, stopClock, turnClock, usedMinutes } from './taskClock.ts';

const office = ['09:00-12:00', '13:30-17:30'];
const calendar = createCalendar(
  readCalendarData({
    id: 'example',
    version: '1',
    timeZone: 'Asia/Shanghai',
    hours: Object.fromEntries(weekdays.map((day) => [day, day.startsWith('s') ? [] : office])),
    makeUpHours: office,
    holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
    makeUp: ['2026-05-09'],
    publishedUntil: '2026-12-31',
    source: 'made up',
  }),
);
const at = (text: string) => new Date(`${text}+08:00`);

function started(unit: 'working' | 'calendar', budgetMinutes: number, from: Date): CaseClock {
  const segments = [{ n: 1, state: 'running', from, to: null, reason: null, by: 'system:flow' }] as const;
  return { id: 1, task: 't', unit, budgetMinutes, usedMinutes: 0, calendar: 'example', state: 'running', segments };
}

suite('the clock of a task', () => {
  test('in working time is due after the holiday, and warns when four fifths are used', () => {
    const { warnAt, dueAt } = dueTimes(started('working', 120, at('2026-04-30T16:30:00')), calendar);
    assert.deepEqual(warnAt, at('2026-05-06T09:36:00'));
    assert.deepEqual(dueAt, at('2026-05-06T10:00:00'));
  });

  test('in calendar time runs through the night', () => {
    const { dueAt } = dueTimes(started('calendar', 120, at('2026-04-30T23:30:00')), calendar);
    assert.deepEqual(dueAt, at('2026-05-01T01:30:00'));
  });

  test('has no due time while suspended, and what was used counts when it goes on', () => {
    const clock = started('working', 120, at('2026-04-29T09:00:00'));
    const held = turnClock(clock, calendar, 'suspended', at('2026-04-29T10:00:00'), 'account:100001', '听证');
    assert.deepEqual(dueTimes(held, calendar), { warnAt: null, dueAt: null });
    const on = turnClock(held, calendar, 'running', at('2026-05-06T09:00:00'), 'account:100001', null);
    assert.deepEqual(dueTimes(on, calendar).dueAt, at('2026-05-06T10:00:00'));
    assert.equal(usedMinutes(on, calendar, at('2026-05-06T09:30:00')), 90);
    const done = stopClock(on, calendar, at('2026-05-06T11:00:00'));
    assert.deepEqual([done.state, done.usedMinutes, done.segments.length], ['stopped', 180, 3]);
    assert.deepEqual(
      done.segments.map((segment) => segment.reason),
      [null, '听证', null],
    );
  });

  test('never counts backwards when the machine clock is set back', () => {
    const clock = started('calendar', 60, at('2026-04-29T09:00:00'));
    const held = turnClock(clock, calendar, 'suspended', at('2026-04-29T08:00:00'), 'account:100001', '听证');
    assert.equal(held.usedMinutes, 0);
    assert.ok(held.segments.every((segment) => segment.to === null || segment.to >= segment.from));
  });
});
