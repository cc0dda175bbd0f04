import { calendarFaults as faults } from './faults.ts';
import { spansOf, weekdays, type Hours, type Weekday } from './hours.ts';

/** Reads the fields of a calendar document; each throws calendar.malformed with the field's name. */
export function readDocument(value: unknown) {
  const given: Readonly<Record<string, unknown>> = { ...(typeof value === 'object' ? value : {}) };
  const id = typeof given['id'] === 'string' ? given['id'] : '?';
  const refuse = (reason: string): never => {
    throw faults.malformed({ calendar: id, reason });
  };
  const text = (name: string): string => {
    const found = given[name];
    return typeof found === 'string' && found !== '' ? found : refuse(`${name} is missing`);
  };
  const list = (found: unknown, name: string): readonly string[] =>
    Array.isArray(found) && found.every((item): item is string => typeof item === 'string')
      ? found
      : refuse(`${name} must be a list of texts`);
  const hours = (found: unknown, name: string): Hours => {
    const read = list(found, name);
    spansOf(read, id);
    return read;
  };
  return {
    refuse,
    text,
    has: (name: string): boolean => given[name] !== undefined,
    spans: (name: string): Hours => hours(given[name], name),
    week(name: string): Readonly<Record<Weekday, Hours>> {
      const found = given[name];
      const week: Readonly<Record<string, unknown>> = { ...(typeof found === 'object' ? found : {}) };
      return Object.fromEntries(weekdays.map((day) => [day, hours(week[day], `${name}.${day}`)])) as Record<
        Weekday,
        Hours
      >;
    },
    dates(name: string): readonly string[] {
      const found = list(given[name], name);
      const wrong = found.find((date) => !isDate(date));
      return wrong === undefined ? found : refuse(`${name}: “${wrong}” is no date`);
    },
    date(name: string): string {
      const found = text(name);
      return isDate(found) ? found : refuse(`${name} is no date`);
    },
    /** Refuses a day that is said to be off and to be worked. */
    apart({ holidays, makeUp }: { readonly holidays: readonly string[]; readonly makeUp: readonly string[] }): void {
      const off = new Set(holidays);
      const both = makeUp.find((date) => off.has(date));
      if (both !== undefined) refuse(`${both} is both a holiday and a make-up workday`);
    },
  };
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
