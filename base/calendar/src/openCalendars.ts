import type { Sql } from '@yiwang/postgres';
import type { Calendar } from './calendar.ts';
import { calendarFaults as faults } from './faults.ts';
import { getCalendar } from './versions.ts';

/** The newest version of each calendar, compiled and kept in memory, for callers that can't wait for the database. */
export interface Calendars {
  /** As of the last refresh. @throws calendar.unknown */
  get(id: string): Calendar;
  /** Reads which versions are the newest, and compiles those that changed. @returns the ids of these */
  refresh(sql: Sql): Promise<readonly string[]>;
}

/** Opens the calendars that are kept. One small statement a refresh; another where something changed. */
export async function openCalendars(sql: Sql): Promise<Calendars> {
  const compiled = new Map<string, Calendar>();
  const refresh = async (from: Sql): Promise<readonly string[]> => {
    const newest = await from.query<{ id: string; version: string; over: string | null }>(
      `SELECT DISTINCT ON (id) id, version, data ->> 'over' AS over FROM calendar.version
       ORDER BY id, added_at DESC, version DESC`,
    );
    const versions = new Map(newest.map((row) => [row.id, row.version]));
    const changed = newest.filter(({ id, version, over }) => {
      const known = `${id} ${version}${over === null ? '' : ` over ${over} ${versions.get(over) ?? ''}`}`;
      return compiled.get(id)?.version !== known;
    });
    for (const { id } of changed) compiled.set(id, await getCalendar(from, id));
    return changed.map(({ id }) => id);
  };
  await refresh(sql);
  return {
    get(id) {
      const found = compiled.get(id);
      if (found === undefined) throw faults.unknown({ calendar: id, version: 'any' });
      return found;
    },
    refresh,
  };
}
