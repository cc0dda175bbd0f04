import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkApp, indicatorOf, loadCity, placeOf, type App, type ModelProblem } from '@yiwang/appkit';
import { createCalendar, readCalendarData } from '@yiwang/calendar';
import { serverFaults as faults } from './faults.ts';
import type { Models } from './platform.ts';
import { serveCity } from './serveCity.ts';

function refuse(problems: readonly ModelProblem[]): never {
  const [first] = problems;
  throw faults.modelsRefused({
    count: problems.length,
    place: first === undefined ? '' : placeOf(first),
    whatZh: first?.what.zh ?? '',
    what: first?.what.en ?? '',
  });
}

/**
 * Reads a city's folder with all its applications; a city with one refused model is not served at all.
 * @throws server.modelsRefused
 */
export function loadModels(folder: string, simulated: boolean): Models {
  const { city, reports, problems } = loadCity(folder);
  if (city === undefined) return refuse(problems);
  const place = path.join(folder, 'apps');
  const names = existsSync(place) ? readdirSync(place, { withFileTypes: true }) : [];
  const figures = reports.map(({ value }) => value);
  const apps: App[] = [];
  for (const entry of names.filter((one) => one.isDirectory()).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const checked = checkApp(path.join(place, entry.name), city, figures);
    if (checked.app === undefined || checked.problems.length > 0) {
      refuse(checked.problems.map((problem) => ({ ...problem, file: `apps/${entry.name}/${problem.file}` })));
    }
    apps.push(checked.app);
  }
  const calendarData = readCalendarData(JSON.parse(readFileSync(path.join(folder, city.calendar), 'utf8')));
  return {
    city: serveCity(city, simulated),
    apps,
    indicators: apps.flatMap(({ indicators }) => indicators.map(({ value }) => indicatorOf(value))),
    calendarData,
    reports: figures,
    calendar: createCalendar(calendarData),
  };
}
