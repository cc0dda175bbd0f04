import type { ClockSegment, LegalClock } from './legalClock.ts';

/**
 * Ends the open segment and begins another. An act that comes with an earlier time than the last one (the machine's clock
 * was set back) counts as done at the time of the last.
 */
export function turnSegment(clock: LegalClock, next: Omit<ClockSegment, 'n' | 'to'>): LegalClock {
  const ended = endSegment(clock, next.from);
  const from = ended.segments.at(-1)?.to ?? next.from;
  const { state, reason, by, through } = next;
  const segment = { n: ended.segments.length + 1, state, from, to: null, reason, by, through };
  return { ...ended, state, segments: [...ended.segments, segment] };
}

/** Ends the open segment. */
export function endSegment(clock: LegalClock, at: Date): LegalClock {
  const last = clock.segments.at(-1);
  if (last === undefined || last.to !== null) return clock;
  const to = at < last.from ? last.from : at;
  return { ...clock, segments: [...clock.segments.slice(0, -1), { ...last, to }] };
}
