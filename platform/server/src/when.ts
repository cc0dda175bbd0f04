import type { Clock } from '@yiwang/clock';
import { serverFaults as faults } from './faults.ts';

const mostDays = 400;
/** Earlier than any observation; years before 1 can't be written in the form that answers have. */
const earliest = Date.UTC(1900, 0, 1);

function readInstant(text: string, name: string): Date {
  const at = new Date(text);
  if (!(at.getTime() >= earliest)) throw faults.badRequest({ where: `querystring/${name}`, reason: 'no such instant' });
  return at;
}

/** A past minute to look at; undefined for now, also where a browser's clock is ahead of ours. */
export function readWhen(at: string | undefined, clock: Clock): Date | undefined {
  if (at === undefined) return undefined;
  const instant = readInstant(at, 'at');
  return instant.getTime() >= clock.now().getTime() - 30_000 ? undefined : instant;
}

/** A span of time up to 400 days; the last hours where nothing is asked for. @throws server.badRequest */
export function readSpan(
  query: { readonly from?: string; readonly to?: string },
  clock: Clock,
  usual: { readonly hours: number },
): { readonly from: Date; readonly to: Date } {
  const to = query.to === undefined ? clock.now() : readInstant(query.to, 'to');
  const from =
    query.from === undefined ? new Date(to.getTime() - usual.hours * 3_600_000) : readInstant(query.from, 'from');
  const span = to.getTime() - from.getTime();
  if (span <= 0 || span > mostDays * 86_400_000) {
    throw faults.badRequest({
      where: 'querystring',
      reason: `from must be before to, by ${mostDays} days at the most`,
    });
  }
  return { from, to };
}

/** The calendar day in the city's time zone, `2026-11-23`; a day that is given is checked. @throws server.badRequest */
export function readDay(day: string | undefined, clock: Clock, timeZone: string): string {
  if (day === undefined) {
    return Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toString();
  }
  try {
    return Temporal.PlainDate.from(day).toString();
  } catch (error) {
    if (error instanceof RangeError) throw faults.badRequest({ where: 'asOf', reason: 'no such day' });
    throw error;
  }
}
