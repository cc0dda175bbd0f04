import { openingsOf, type Opening } from '@yiwang/appkit';
import type { OpenCaseBody } from '@yiwang/contract';
import { checkForm, emptyCase, startCase, type Actor, type StartAnswer } from '@yiwang/handle';
import type { Transaction } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';
import type { Platform } from '../platform.ts';

/** What people may open in the city's applications. */
export function allOpenings(apps: Platform['apps']): readonly Opening[] {
  return apps.flatMap((app) => openingsOf(app));
}

/** @throws server.notFound */
export function getOpening(apps: Platform['apps'], app: string, process: string): Opening {
  const found = allOpenings(apps).find((one) => one.app === app && one.process === process);
  if (found === undefined) throw faults.notFound({ what: `${app}/${process}` });
  return found;
}

/**
 * Opens a case by hand: what was filled in is checked by the form that app.yaml names, and becomes its first variables.
 * @throws server.notTheirs, handle.formRefused, and what startCase throws
 */
export async function openCase(
  tx: Transaction,
  { city, clock, handle }: Pick<Platform, 'city' | 'clock' | 'handle'>,
  opening: Opening,
  { command, region, form = {}, longitude, latitude }: OpenCaseBody,
  by: Actor,
): Promise<StartAnswer> {
  const { app, process, name, roles, organisation, fields } = opening;
  if (!roles.some((role) => by.roles.includes(role)))
    throw faults.notTheirs({ name, nameZh: name, roles: roles.join(', ') });
  const nobodys = emptyCase({
    region,
    id: command,
    number: '–',
    title: name,
    home: organisation,
    openedAt: clock.now(),
  });
  const variables = checkForm(fields, form, nobodys);
  const called = opening.title === undefined ? undefined : variables[opening.title];
  return startCase(tx, handle, {
    region,
    command,
    by,
    app,
    process,
    title: typeof called === 'string' ? `${name} ${called}`.slice(0, 200) : name,
    organisation,
    variables,
    simulated: city.simulated,
    ...(longitude === undefined || latitude === undefined ? {} : { longitude, latitude }),
  });
}
