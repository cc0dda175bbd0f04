const minute = 60_000;

/** The start of the minute that an instant is in, UTC. */
export function minuteOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / minute) * minute);
}

export function minutesBefore(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() - minutes * minute);
}
