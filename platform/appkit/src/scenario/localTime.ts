/** `2026-03-02T09:00` in a time zone, as an instant. */
export function instantOf(local: string, timeZone: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds);
}

/** An instant as the clock on the wall shows it, to the minute. */
export function localOf(at: Date, timeZone: string): string {
  return zoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** An ISO 8601 duration later; its days are days of the time zone. */
export function later(at: Date, duration: string, timeZone: string): Date {
  return new Date(zoned(at, timeZone).add(duration).epochMilliseconds);
}

function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}
