import type { ClockCalendar, ClockSegment, ClockUnit, Extension, LegalClock, Raised } from './legalClock.ts';
import { dueTimes } from './dueTimes.ts';

/**
 * A row of `handle.clock` without region, case_id and the segments, each of which is a row of `handle.clock_segment`. The
 * keys are the columns.
 */
export interface ClockRow {
  readonly id: number;
  readonly of: LegalClock['of'];
  readonly element: string;
  readonly name: string;
  readonly scope: number;
  readonly task: string | null;
  readonly within: number | null;
  readonly unit: ClockUnit;
  readonly budget: number;
  readonly warn_share: number;
  readonly max_extension: number;
  readonly extensions: readonly Stored<Extension>[];
  readonly calendar: string;
  readonly state: LegalClock['state'];
  readonly started_at: Date;
  readonly held_by: readonly number[];
  readonly raised: readonly Stored<Raised>[];
  readonly warn_at: Date | null;
  readonly due_at: Date | null;
  /** The version of the calendar that the two times come from. */
  readonly derived_by: string;
}

/** In jsonb a time is text. */
type Stored<T extends { readonly at: Date }> = Omit<T, 'at'> & { readonly at: string };

/** What is read to make a clock again. */
export type KeptClock = Omit<ClockRow, 'warn_at' | 'due_at' | 'derived_by'>;

/** The columns of KeptClock, for a SELECT on an alias of `handle.clock`. */
export function clockColumns(alias: string): string {
  return [
    'id',
    'of',
    'element',
    'name',
    'scope',
    'task',
    'within',
    'unit',
    'budget',
    'warn_share',
    'max_extension',
    'extensions',
    'calendar',
    'state',
    'started_at',
    'held_by',
    'raised',
  ]
    .map((column) => `${alias}.${column}`)
    .join(', ');
}

/** The columns of a segment, under the names of ClockSegment, for a SELECT on an alias of `handle.clock_segment`. */
export function segmentColumns(alias: string): string {
  return `${alias}.n, ${alias}.state, ${alias}.from_at AS "from", ${alias}.to_at AS "to", ${alias}.reason, ${alias}.by_actor AS "by", ${alias}.through`;
}

export function clockOfRow(row: KeptClock, segments: readonly ClockSegment[]): LegalClock {
  const { warn_share, max_extension, started_at, held_by, extensions, raised, ...same } = row;
  return {
    ...same,
    warnShare: warn_share,
    maxExtension: max_extension,
    startedAt: started_at,
    heldBy: held_by,
    extensions: extensions.map((one) => ({ ...one, at: new Date(one.at) })),
    raised: raised.map((one) => ({ ...one, at: new Date(one.at) })),
    segments,
  };
}

export function rowOfClock(clock: LegalClock, calendar: ClockCalendar): ClockRow {
  const { warnShare, maxExtension, startedAt, heldBy, extensions, raised, segments: _, ...same } = clock;
  const { warnAt, dueAt } = dueTimes(clock, calendar);
  return {
    ...same,
    warn_share: warnShare,
    max_extension: maxExtension,
    started_at: startedAt,
    held_by: heldBy,
    extensions: extensions.map((one) => ({ ...one, at: one.at.toISOString() })),
    raised: raised.map((one) => ({ ...one, at: one.at.toISOString() })),
    warn_at: warnAt,
    due_at: dueAt,
    derived_by: calendar.version,
  };
}
