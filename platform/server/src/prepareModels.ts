import { saveCalendar } from '@yiwang/calendar';
import type { Clock } from '@yiwang/clock';
import { registerDefinition } from '@yiwang/handle';
import type { Database } from '@yiwang/postgres';
import { makePartitions } from '@yiwang/sense';
import { saveOrganisations } from './identity/saveOrganisations.ts';
import type { Models } from './platform.ts';

/** Brings the database to what the models say: organisations, the calendar's version, the processes' versions, this month's partitions. */
export async function prepareModels(db: Database, clock: Clock, { city, apps, calendarData }: Models): Promise<void> {
  await saveOrganisations(db, city.organisations);
  await saveCalendar(db, calendarData, clock.now());
  for (const { about, processes } of apps) {
    for (const { value } of processes) await registerDefinition(db, clock, about.id, value);
  }
  await db.transaction((tx) => makePartitions(tx, clock));
}
