import type { CalendarData } from '@yiwang/calendar';
import type { ClockUnit } from '../legalClock.ts';

/**
 * The rules of the legal clock once more, told minute by minute from a plain list of what happened and without any of the
 * code under test. Time is counted in minutes since the origin, which is a midnight.
 */
const origin = Date.parse('2025-12-01T00:00:00+08:00');
const days = 520;

export const instantOf = (minute: number): Date => new Date(origin + minute * 60_000);
export const minuteOf = (instant: Date | null): number | null =>
  instant === null ? null : (instant.getTime() - origin) / 60_000;

/** One for each minute that is worked, read off the document day by day. */
export function workedMinutes(data: CalendarData): Uint8Array {
  const worked = new Uint8Array(days * 1440);
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
  for (let day = 0; day < days; day++) {
    const noonInShanghai = new Date(origin + day * 86_400_000 + 20 * 3_600_000);
    const name = noonInShanghai.toISOString().slice(0, 10);
    const week = data.hours[names[noonInShanghai.getUTCDay()] ?? 'sunday'];
    const hours = data.holidays.includes(name) ? [] : data.makeUp.includes(name) ? data.makeUpHours : week;
    for (const span of hours) {
      const [from = 0, to = 0] = span.split('-').map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
      worked.fill(1, day * 1440 + from, day * 1440 + to);
    }
  }
  return worked;
}

/** What happened to one clock: holds that began (1) and ended (-1), its own and those above it, in order. */
export interface History {
  readonly unit: ClockUnit;
  readonly start: number;
  /** How many holds it was born under. */
  readonly heldAtStart: number;
  readonly events: readonly { readonly minute: number; readonly change: 1 | -1 }[];
  readonly stop: number | null;
  readonly total: number;
  readonly share: number;
}

export interface Told {
  readonly warn: number | null;
  readonly due: number | null;
  readonly used: number;
}

export function tell(history: History, worked: Uint8Array, now: number): Told {
  const until = history.stop === null ? now : Math.min(now, history.stop);
  const told = history.unit.endsWith('Days') ? tellDays(history, worked, until) : tellMinutes(history, worked, until);
  const held = history.heldAtStart + history.events.reduce((sum, { change }) => sum + change, 0);
  return held > 0 && told.due === null ? { ...told, warn: null } : told;
}

function tellMinutes(history: History, worked: Uint8Array, until: number): Told {
  const { events, total, share, unit } = history;
  const warnAfter = Math.floor(total * share + 1e-6);
  let held = history.heldAtStart;
  let next = 0;
  let count = 0;
  let used = 0;
  let warn: number | null = null;
  let due: number | null = null;
  for (let minute = history.start; due === null || minute < until; minute++) {
    for (; events[next]?.minute === minute; next++) held += events[next]?.change ?? 0;
    if (held > 0 && next === events.length) break;
    if (held > 0 || (unit === 'workingMinutes' && worked[minute] === 0)) continue;
    count += 1;
    if (minute < until) used += 1;
    if (count === warnAfter) warn = minute + 1;
    if (count === total) due = minute + 1;
  }
  return { warn, due, used };
}

function tellDays(history: History, worked: Uint8Array, until: number): Told {
  const { events, total, share, unit } = history;
  const warnDay = Math.min(total, Math.floor(total * share + 1e-6) + 1);
  const startDay = Math.floor(history.start / 1440);
  let held = history.heldAtStart;
  let next = 0;
  let count = 0;
  let used = 0;
  let warn: number | null = null;
  let due: number | null = null;
  for (let day = startDay; due === null || day * 1440 < until; day++) {
    if (held > 0 && next === events.length) break;
    let opens: number | null = unit === 'calendarDays' ? day * 1440 : null;
    let closes: number | null = unit === 'calendarDays' ? day * 1440 + 1440 : null;
    for (let minute = day * 1440; unit === 'workingDays' && minute < day * 1440 + 1440; minute++) {
      if (worked[minute] === 0) continue;
      opens ??= minute;
      closes = minute + 1;
    }
    let stoodStill = false;
    for (let minute = Math.max(history.start, day * 1440); minute < day * 1440 + 1440; minute++) {
      const counts = closes !== null && minute < closes;
      if (counts && held > 0) stoodStill = true;
      for (; events[next]?.minute === minute; next++) {
        held += events[next]?.change ?? 0;
        if (counts && held > 0) stoodStill = true;
      }
    }
    if (day === startDay || closes === null || stoodStill) continue;
    count += 1;
    if (closes <= until) used += 1;
    if (count === warnDay) warn = opens;
    if (count === total) due = closes;
  }
  return { warn, due, used };
}
