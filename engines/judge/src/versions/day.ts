import { dayText, readDay } from '../register/cell.ts';

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The calendar day in Asia/Shanghai, `2031-01-01`, on which versions of rules begin at midnight. */
export function dayOf(instant: Date): string {
  return shanghai.format(instant);
}

/** The day some days later, or earlier. */
export function dayAfter(day: string, days = 1): string {
  return dayText((readDay(day) ?? 0) + days);
}

/** The instant at which a day begins; Asia/Shanghai has had +08:00 all year since 1991. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
