import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { createCalendar, weekdays, type Calendar, type CalendarData } from '@yiwang/calendar';
import {
  clockLight,
  clockUnits,
  dueTimes,
  extendClock,
  resumeClock,
  startClock,
  stopClock,
  suspendClock,
  used,
  type LegalClock,
} from '../index.ts';
import { data2026 } from './calendar2026.ts';
import { instantOf, minuteOf, tell, workedMinutes, type History, type Told } from './minuteByMinute.ts';

/** A seeded stream of whole numbers in [0, below). */
export type Draw = (below: number) => number;

export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function nth<T>(list: readonly T[], n: number): T {
  const found = list[n];
  assert.ok(found !== undefined);
  return found;
}

function pick<T>(draw: Draw, list: readonly T[]): T {
  return nth(list, draw(list.length));
}

export interface Version {
  readonly calendar: Calendar;
  readonly worked: Uint8Array;
}

const office = ['09:00-12:00', '13:30-17:30'];
const hoursSeen = [
  office,
  ['08:30-12:00', '14:00-18:00'],
  ['09:07-11:53'],
  ['00:00-24:00'],
  ['00:00-06:00', '22:00-24:00'],
  [],
];

/** The calendar of 2026, edited: other hours, days off, days worked. Monday is always worked. */
export function randomVersion(draw: Draw, n: number): Version {
  const hours = () => pick(draw, hoursSeen);
  const dates = (count: number) =>
    Array.from({ length: count }, () =>
      instantOf(draw(500) * 1440 + 720)
        .toISOString()
        .slice(0, 10),
    );
  const usual = draw(3) > 0;
  const off = new Set([...data2026.holidays, ...dates(draw(30))]);
  const data: CalendarData = {
    ...data2026,
    version: `edited ${n}`,
    hours: Object.fromEntries(
      weekdays.map((day) => [day, usual ? data2026.hours[day] : day === 'monday' ? office : hours()]),
    ) as CalendarData['hours'],
    makeUpHours: usual ? data2026.makeUpHours : hours(),
    holidays: [...off],
    makeUp: [...new Set([...data2026.makeUp, ...dates(draw(20))])].filter((day) => !off.has(day)),
  };
  return { calendar: createCalendar(data), worked: workedMinutes(data) };
}

/** One clock as the plain list of what happened to it, kept beside the clocks under test. */
interface Kept {
  readonly history: History & { readonly events: { minute: number; change: 1 | -1 }[] };
  readonly within: number | null;
  readonly maxExtension: number;
  extended: number;
  held: boolean;
  stop: number | null;
}

/**
 * Plays one random ledger of one to three nested clocks (start, suspend, resume, extend, stop, the machine's clock set
 * back, the calendar edited) and compares what is allowed, and at its end and at some instants between what is used, when
 * each clock warns and is due, with the minute-by-minute telling.
 * @returns how many comparisons of a clock were made
 */
export function playLedger(draw: Draw, versions: readonly Version[]): number {
  let clocks: readonly LegalClock[] = [];
  const kept: Kept[] = [];
  let version = pick(draw, versions);
  let minute = 31 * 1440 + draw(300 * 1440);
  let latest = minute;
  let compared = 0;
  const by = 'account:100001';

  const above = (id: number): number[] => {
    const within = nth(kept, id - 1).within;
    return within === null ? [] : [within, ...above(within)];
  };
  const concerned = (id: number) =>
    kept.filter((one, n) => one.stop === null && (n + 1 === id || above(n + 1).includes(id)));
  const lastOf = ({ history }: Kept): number => history.events.at(-1)?.minute ?? history.start;
  const historyOf = (one: Kept): History => ({
    ...one.history,
    total: one.history.total + one.extended,
    stop: one.stop,
  });
  const compare = (id: number, now: number): Told => {
    const clock = nth(clocks, id - 1);
    const told = tell(historyOf(nth(kept, id - 1)), version.worked, now);
    const times = dueTimes(clock, version.calendar);
    assert.deepEqual(
      { warn: minuteOf(times.warnAt), due: minuteOf(times.dueAt), used: used(clock, version.calendar, instantOf(now)) },
      told,
    );
    const end = Math.min(now, nth(kept, id - 1).stop ?? now);
    const light = told.due !== null && told.due <= end ? 'over' : told.warn !== null && told.warn <= end ? 'due' : 'ok';
    assert.equal(clockLight(clock, version.calendar, instantOf(now)), light);
    compared += 1;
    return told;
  };
  const attempt = (allowed: boolean, act: () => readonly LegalClock[]): boolean => {
    try {
      clocks = act();
    } catch (error) {
      assert.ok(!allowed && isFault(error), `refused: ${String(error)}`);
      return false;
    }
    assert.ok(allowed, 'was allowed');
    return true;
  };
  const start = (): void => {
    const id = kept.length + 1;
    const within = id === 1 || draw(4) === 0 ? null : 1 + draw(id - 1);
    if (within !== null && nth(kept, within - 1).stop !== null) return;
    const unit = pick(draw, clockUnits);
    const isDays = unit.endsWith('Days');
    const budget = isDays ? 1 + draw(8) : 2 + draw(unit === 'workingMinutes' ? 2400 : 9000);
    const maxExtension = draw(2) * (isDays ? draw(5) : draw(1500));
    const warnShare = pick(draw, [0.5, 0.8, 0.9, 1]);
    clocks = startClock(
      clocks,
      {
        id,
        of: within === null ? 'case' : 'task',
        element: `e${id}`,
        name: '办理',
        scope: 0,
        task: null,
        within,
        unit,
        budget,
        warnShare,
        maxExtension,
        calendar: 'cn',
      },
      instantOf(minute),
      by,
    );
    const heldAtStart =
      within === null ? 0 : [within, ...above(within)].filter((one) => nth(kept, one - 1).held).length;
    kept.push({
      history: { unit, start: minute, heldAtStart, events: [], stop: null, total: budget, share: warnShare },
      within,
      maxExtension,
      extended: 0,
      held: false,
      stop: null,
    });
  };
  const turn = (id: number, to: 'suspend' | 'resume'): void => {
    const subject = nth(kept, id - 1);
    const act = { at: instantOf(minute), by, reason: '补正' };
    const allowed = subject.stop === null && subject.held === (to === 'resume');
    if (!attempt(allowed, () => (to === 'suspend' ? suspendClock : resumeClock)(clocks, id, act))) return;
    subject.held = to === 'suspend';
    for (const one of concerned(id)) {
      one.history.events.push({ minute: Math.max(minute, lastOf(one)), change: to === 'suspend' ? 1 : -1 });
    }
  };
  const extend = (id: number): void => {
    const subject = nth(kept, id - 1);
    const amount = 1 + draw(3);
    const { due } = tell(historyOf(subject), version.worked, minute);
    if (due !== null && due > minute && draw(3) === 0) minute = due - draw(2);
    latest = Math.max(latest, minute);
    const allowed =
      subject.stop === null && (due === null || due > minute) && subject.extended + amount <= subject.maxExtension;
    const extension = { amount, reason: '案情复杂', askedBy: by, approvedBy: by, at: instantOf(minute) };
    if (attempt(allowed, () => extendClock(clocks, version.calendar, id, extension))) subject.extended += amount;
  };

  start();
  for (let acts = draw(9); acts > 0; acts--) {
    minute = draw(12) === 0 ? minute - draw(600) : nextMinute(draw, minute);
    latest = Math.max(latest, minute);
    const id = 1 + draw(kept.length);
    const act = draw(20);
    if (act < 3 && kept.length < 3) start();
    else if (act < 8) turn(id, 'suspend');
    else if (act < 13) turn(id, 'resume');
    else if (act < 15) extend(id);
    else if (act < 17) version = pick(draw, versions);
    else if (act < 18) {
      for (const one of concerned(id)) one.stop = Math.max(minute, lastOf(one));
      clocks = stopClock(clocks, id, instantOf(minute));
    } else compare(id, Math.max(latest, ...kept.map(lastOf)));
  }
  const now = Math.max(latest, ...kept.map(lastOf)) + draw(12 * 1440);
  for (let id = 1; id <= kept.length; id++) {
    const { due } = compare(id, now);
    if (due !== null && due > latest) compare(id, due - draw(2));
  }
  return compared;
}

/** Some time later; often at the very minute at which work begins or ends, or a day does, or at once. */
function nextMinute(draw: Draw, minute: number): number {
  if (draw(10) === 0) return minute;
  const edges = [0, 540, 720, 810, 1049, 1050, 1051, 1439];
  if (draw(3) > 0) return minute + draw(3 * 1440);
  const day = Math.floor(minute / 1440) + draw(4);
  return Math.max(minute, day * 1440 + pick(draw, edges));
}
