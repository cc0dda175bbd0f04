import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import chineseDays from 'chinese-days';
import { createCalendar, readCalendarData } from '@yiwang/calendar';

test('the calendar agrees with a second source on every day from 2021 to 2026', () => {
  const text = readFileSync(new URL('cn-workdays.json', import.meta.url), 'utf8');
  const calendar = createCalendar(readCalendarData(JSON.parse(text)));
  let days = 0;
  for (let day = Temporal.PlainDate.from('2021-01-01'); day.year < 2027; day = day.add({ days: 1 })) {
    const name = day.toString();
    assert.equal(calendar.isWorkday(new Date(`${name}T12:00:00+08:00`)), chineseDays.isWorkday(name), name);
    days += 1;
  }
  assert.equal(days, 2191);
});

test('the make-up workdays of 2026 are the six that were announced', () => {
  const { makeUp } = readCalendarData(JSON.parse(readFileSync(new URL('cn-workdays.json', import.meta.url), 'utf8')));
  assert.deepEqual(
    makeUp.filter((day) => day.startsWith('2026')),
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  );
});
