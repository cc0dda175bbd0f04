/** A clock may be this far ahead; older than 1950 is no observation but a typing error. */
const aheadMs = 10 * 60_000;
const earliest = Date.UTC(1950, 0, 1);

/** Why a time (milliseconds since 1970) can't be that of an observation; undefined when it can. */
export function timeReason(ms: number, now: number): string | undefined {
  if (ms > now + aheadMs) return 'the time is more than 10 minutes ahead';
  if (ms < earliest) return 'the time is before 1950';
  return undefined;
}
