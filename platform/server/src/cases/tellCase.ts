import { tellingsOf } from '@yiwang/appkit';
import { checkForm, correlate, getCase, subscriptionsOf, wasDone, type CommandRequest } from '@yiwang/handle';
import type { FormValues } from '@yiwang/contract';
import type { Transaction } from '@yiwang/postgres';
import type { Static } from 'typebox';
import { serverFaults as faults } from '../faults.ts';
import type { Platform } from '../platform.ts';

export interface Told {
  readonly message: string;
  readonly form: Static<typeof FormValues>;
}

/**
 * Brings a message to a case that waits for it, with what was filled in, by one of the roles that app.yaml names for it.
 * @throws server.notFound, server.notTheirs, server.notWaiting, handle.formRefused
 */
export async function tellCase(
  tx: Transaction,
  { apps, handle }: Pick<Platform, 'apps' | 'handle'>,
  given: CommandRequest,
  { message, form }: Told,
): Promise<unknown> {
  const { region, by, command } = given;
  // A repeat is answered as the first time, though the case waits for it no more.
  if (await wasDone(tx, region, command)) return correlate(tx, handle, { ...given, message, variables: form });
  const view = await getCase(tx, handle, region, given.case);
  const app = apps.find(({ about }) => about.id === view.row.app);
  const telling = app && tellingsOf(app, view.definition.id).find((one) => one.message === message);
  if (telling === undefined) throw faults.notFound({ what: message });
  const { name, roles, fields } = telling;
  if (!roles.some((role) => by.roles.includes(role)))
    throw faults.notTheirs({ name: name.en, nameZh: name.zh, roles: roles.join(', ') });
  const waits = subscriptionsOf(view.definition, view.state);
  if (!waits.some((one) => one.kind === 'message' && one.name === message))
    throw faults.notWaiting({ number: view.row.number, message });
  checkForm(fields, form, view.state);
  return correlate(tx, handle, { ...given, message, variables: form });
}
