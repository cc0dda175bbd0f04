import { serverFaults as faults } from '../faults.ts';
import type { ServedCity } from '../servedCity.ts';

/** A case sent to an organisation that isn't there would wait for nobody. @throws server.unknownOrganisation */
export function checkOrganisation(city: ServedCity, path: string | number | boolean | null | undefined): void {
  if (path === undefined || path === null) return;
  if (!city.organisations.some((organisation) => organisation.path === path))
    throw faults.unknownOrganisation({ organisation: String(path).slice(0, 120) });
}
