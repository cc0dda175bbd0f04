import type { Sql } from '@yiwang/postgres';
import { createCalendar, type Calendar } from './calendar.ts';
import { readCalendarData, type CalendarData } from './calendarData.ts';
import { calendarFaults as faults } from './faults.ts';
import { layOver, readOwnHours, type OwnHours } from './ownHours.ts';

/**
 * Keeps a version of a calendar, or of an organisation's hours over one. The same content again is fine; another content
 * under the same number is refused.
 * @returns whether it was new: then clocks that name it, or one over it, are due anew.
 * @throws calendar.versionTaken, calendar.unknown where own hours lie over what is no published calendar
 */
export async function saveCalendar(sql: Sql, data: CalendarData | OwnHours, at: Date): Promise<boolean> {
  if ('over' in data) await readBase(sql, data.over);
  const [kept] = await sql.query<{ same: boolean }>(
    `WITH added AS (
       INSERT INTO calendar.version (id, version, data, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1)
     SELECT (SELECT data FROM calendar.version WHERE id = $1 AND version = $2) = $3::jsonb AS same
     WHERE NOT EXISTS (SELECT 1 FROM added)`,
    [data.id, data.version, JSON.stringify(data), at],
  );
  if (kept !== undefined && !kept.same) throw faults.versionTaken({ calendar: data.id, version: data.version });
  return kept === undefined;
}

/**
 * The version that was added last, or a given one as `Calendar.version` names it after the id: `2026.1`, and for an
 * organisation's hours `2 over cn 2026.1`, or `2` for these over the newest calendar.
 * @throws calendar.unknown
 */
export async function getCalendar(sql: Sql, id: string, version?: string): Promise<Calendar> {
  const [, own, base, ofBase] = /^(.*) over (\S+) (.*)$/.exec(version ?? '') ?? [undefined, version];
  const data = await readVersion(sql, id, own);
  if (!isOwn(data)) return createCalendar(readCalendarData(data));
  const hours = readOwnHours(data);
  return createCalendar(layOver(await readBase(sql, base ?? hours.over, ofBase), hours));
}

/** Ids of the calendars that change when this one does: itself and the hours that lie over it. */
export async function findDependents(sql: Sql, id: string): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM (SELECT DISTINCT ON (id) id, data ->> 'over' AS over FROM calendar.version
       ORDER BY id, added_at DESC, version DESC) AS newest
     WHERE over = $1 AND id <> $1 ORDER BY id`,
    [id],
  );
  return [id, ...rows.map((row) => row.id)];
}

function isOwn(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'over' in data;
}

async function readBase(sql: Sql, id: string, version?: string): Promise<CalendarData> {
  return readCalendarData(await readVersion(sql, id, version));
}

async function readVersion(sql: Sql, id: string, version: string | undefined): Promise<unknown> {
  const [row] = await sql.query<{ data: unknown }>(
    `SELECT data FROM calendar.version WHERE id = $1 AND ($2::text IS NULL OR version = $2)
     ORDER BY added_at DESC, version DESC LIMIT 1`,
    [id, version ?? null],
  );
  if (row === undefined) throw faults.unknown({ calendar: id, version: version ?? 'any' });
  return row.data;
}
