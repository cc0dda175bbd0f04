import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createCalendar, readCalendarData, type Calendar } from '@yiwang/calendar';
import { gatherProblems } from './problem.ts';
import { readYaml } from './readYaml.ts';
import { CityFile } from './schemas.ts';

/**
 * The calendar of the city whose folder an application is in; undefined where it is in none. What is wrong in `city.yaml` is said
 * where the city is loaded.
 * @throws calendar.malformed
 */
export function calendarOf(folder: string, city: CityFile | undefined): Calendar | undefined {
  const place = path.resolve(folder, '../..');
  const file = 'city.yaml';
  const known = existsSync(path.join(place, file))
    ? (city ?? readYaml(place, file, CityFile, gatherProblems())?.value)
    : undefined;
  if (known === undefined || !existsSync(path.join(place, known.calendar))) return undefined;
  return createCalendar(readCalendarData(JSON.parse(readFileSync(path.join(place, known.calendar), 'utf8'))));
}
