import type { FastifyRequest } from 'fastify';
import { loadPolicies, type Principal } from '@yiwang/access';
import { serverFaults as faults } from '../faults.ts';
import type { Metrics } from '../http/metrics.ts';
import type { SignedIn } from '../identity/principal.ts';
import { actions, type Action } from './actions.ts';

/** The attributes of what is acted on; rows carry them as columns of the same names. */
export interface Place {
  readonly region: string;
  readonly organisation: string;
  /** The application that it belongs to; absent for what belongs to none. */
  readonly app?: string;
}

/** What the folder of an application with processes says of who works in it. */
export interface AppWork {
  readonly id: string;
  readonly roles: readonly string[];
  readonly stewards?: readonly string[] | undefined;
}

/** The role of all who have a role of some application, which policies name without knowing the applications. */
export const caseWorker = 'case-worker';

export interface Predicate {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface Guard {
  may(who: SignedIn, action: Action, place: Place): boolean;
  /** Logs and counts a refusal. @throws server.forbidden */
  require(request: FastifyRequest, who: SignedIn, action: Action, place: Place): void;
  /** That `who` may do it in their own region and organisation, be it in one application only. Logs and counts a refusal. @throws server.forbidden */
  requireAtHome(request: FastifyRequest, who: SignedIn, action: Action): void;
  /** The rows that `who` sees, as a condition on `alias.region`, `alias.organisation` and, of cases, `alias.app`; its parameters start at `$firstParam`. */
  rows(who: SignedIn, action: Action, alias: string, firstParam: number): Predicate;
  /** Which regions' figures `who` sees. */
  seesRegion(who: SignedIn, action: Action): (region: string) => boolean;
  /** What the policies allow in one's own region and organisation, in some application; with the city's reports, which are there once, in the city. */
  actionsOf(who: SignedIn, city: Place): readonly Action[];
}

export function createGuard(cedarText: string, metrics: Metrics, work: readonly AppWork[]): Guard {
  const access = loadPolicies(cedarText);
  const principalOf = (who: SignedIn): Principal => {
    const holds = (role: string): boolean => who.roles.includes(role);
    const apps = work.filter(({ roles }) => roles.some(holds)).map(({ id }) => id);
    const stewardOf = work.filter(({ stewards = [] }) => stewards.some(holds)).map(({ id }) => id);
    return { ...who, roles: apps.length > 0 ? [...who.roles, caseWorker] : who.roles, apps, stewardOf };
  };
  const may = (who: SignedIn, action: Action, resource: Place): boolean =>
    access.allows({ principal: principalOf(who), action, resource });
  const mayAtHome = (who: SignedIn, action: Action): boolean => {
    const { region, organisation } = who;
    const { apps = [] } = principalOf(who);
    return (
      may(who, action, { region, organisation }) || apps.some((app) => may(who, action, { region, organisation, app }))
    );
  };
  const refuse = (request: FastifyRequest, { account }: SignedIn, action: Action, place: Place): never => {
    metrics.denied.inc({ action, why: 'policy' });
    request.log.warn({ account, action, place }, 'refused by the policies');
    throw faults.forbidden({ action });
  };
  return {
    may,
    require(request, who, action, place) {
      if (!may(who, action, place)) refuse(request, who, action, place);
    },
    requireAtHome(request, who, action) {
      const { region, organisation } = who;
      if (!mayAtHome(who, action)) refuse(request, who, action, { region, organisation });
    },
    rows: (who, action, alias, firstParam) => access.rowPredicate(principalOf(who), action, alias, firstParam),
    seesRegion(who, action) {
      const known = new Map<string, boolean>();
      return (region) => {
        const before = known.get(region);
        if (before !== undefined) return before;
        const sees = /^\d{6}$/.test(region) && may(who, action, { region, organisation: who.organisation });
        known.set(region, sees);
        return sees;
      };
    },
    actionsOf: (who, city) =>
      actions.filter((action) => (action.startsWith('report.') ? may(who, action, city) : mayAtHome(who, action))),
  };
}
