import { saveCalendar } from '@yiwang/calendar';
import type { Clock } from '@yiwang/clock';
import { keepFigures } from '@yiwang/extract';
import { registerFromFolder } from '@yiwang/handle';
import { prepareRegister } from '@yiwang/judge';
import type { Database } from '@yiwang/postgres';
import { makePartitions } from '@yiwang/sense';
import { saveOrganisations } from './identity/saveOrganisations.ts';
import type { Models } from './platform.ts';

/** Brings the database to what the models say: organisations, the calendar's version, the processes' versions, the figures of work reports, this month's partitions. */
export async function prepareModels(
  db: Database,
  clock: Clock,
  { city, apps, calendarData, reports }: Models,
): Promise<void> {
  await saveOrganisations(db, city.organisations);
  await saveCalendar(db, calendarData, clock.now());
  for (const { about, processes } of apps) {
    for (const { value } of processes) await registerFromFolder(db, clock, about.id, value);
  }
  for (const { value } of apps.flatMap(({ registers }) => registers)) {
    await db.transaction((tx) => prepareRegister(tx, value));
  }
  for (const report of reports) {
    await db.transaction((tx) => keepFigures(tx, clock, { region: city.code, by: 'system:city', report }));
  }
  await db.transaction((tx) => makePartitions(tx, clock));
}
