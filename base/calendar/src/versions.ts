import type { Sql } from '@yiwang/postgres';
import { createCalendar, type Calendar } from './calendar.ts';
import { readCalendarData, type CalendarData } from './calendarData.ts';
import { calendarFaults as faults } from './faults.ts';

/** Keeps a version. The same content again is fine; another content under the same number is refused. */
export async function saveCalendar(sql: Sql, data: CalendarData, at: Date): Promise<void> {
  const [kept] = await sql.query<{ same: boolean }>(
    `WITH added AS (
       INSERT INTO calendar.version (id, version, data, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1)
     SELECT (SELECT data FROM calendar.version WHERE id = $1 AND version = $2) = $3::jsonb AS same
     WHERE NOT EXISTS (SELECT 1 FROM added)`,
    [data.id, data.version, JSON.stringify(data), at],
  );
  if (kept !== undefined && !kept.same) throw faults.versionTaken({ calendar: data.id, version: data.version });
}

/** One version, or the one that was added last. @throws calendar.unknown */
export async function getCalendar(sql: Sql, id: string, version?: string): Promise<Calendar> {
  const [row] = await sql.query<{ data: unknown }>(
    `SELECT data FROM calendar.version WHERE id = $1 AND ($2::text IS NULL OR version = $2) ORDER BY added_at DESC LIMIT 1`,
    [id, version ?? null],
  );
  if (row === undefined) throw faults.unknown({ calendar: id, version: version ?? 'any' });
  return createCalendar(readCalendarData(row.data));
}
