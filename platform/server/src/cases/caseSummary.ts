import type { CaseSummary, Network } from '@yiwang/contract';
import type { App } from '@yiwang/appkit';
import type { CaseRow } from '@yiwang/handle';
import { organisationName, type ServedCity } from '../servedCity.ts';

/** The six digits of `account:100012`; null for a part of the system. */
export function accountOf(actor: string | null): string | null {
  return actor?.startsWith('account:') === true ? actor.slice('account:'.length) : null;
}

export function networkOf(apps: readonly App[], app: string): Network {
  return apps.find(({ about }) => about.id === app)?.about.network ?? 'manage';
}

/** A case as lists show it. */
export function summaryOf(
  row: CaseRow,
  { city, apps }: { readonly city: ServedCity; readonly apps: readonly App[] },
): CaseSummary {
  return {
    id: row.id,
    region: row.region,
    number: row.number,
    app: row.app,
    network: networkOf(apps, row.app),
    title: row.title,
    state: row.state,
    light: row.light,
    grade: row.grade,
    step: row.step,
    organisation: row.organisation,
    organisationName: organisationName(city, row.organisation),
    assignee: accountOf(row.assignee),
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    longitude: row.longitude,
    latitude: row.latitude,
    simulated: row.simulated,
  };
}
