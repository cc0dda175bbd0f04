import type { FastifyRequest } from 'fastify';
import { loadPolicies } from '@yiwang/access';
import { serverFaults as faults } from '../faults.ts';
import type { Metrics } from '../http/metrics.ts';
import type { SignedIn } from '../identity/principal.ts';
import { actions, type Action } from './actions.ts';

/** The attributes of what is acted on; rows carry them as columns of the same names. */
export interface Place {
  readonly region: string;
  readonly organisation: string;
}

export interface Predicate {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface Guard {
  may(who: SignedIn, action: Action, place: Place): boolean;
  /** Logs and counts a refusal. @throws server.forbidden */
  require(request: FastifyRequest, who: SignedIn, action: Action, place: Place): void;
  /** The rows that `who` sees, as a condition on `alias.region` and `alias.organisation`; its parameters start at `$firstParam`. */
  rows(who: SignedIn, action: Action, alias: string, firstParam: number): Predicate;
  /** Which regions' figures `who` sees. */
  seesRegion(who: SignedIn, action: Action): (region: string) => boolean;
  /** What the policies allow in one's own region and organisation; with the city's reports, which are there once, in the city. */
  actionsOf(who: SignedIn, city: Place): readonly Action[];
}

export function createGuard(cedarText: string, metrics: Metrics): Guard {
  const access = loadPolicies(cedarText);
  const may = (principal: SignedIn, action: Action, resource: Place): boolean =>
    access.allows({ principal, action, resource });
  return {
    may,
    require(request, who, action, place) {
      if (may(who, action, place)) return;
      metrics.denied.inc({ action, why: 'policy' });
      request.log.warn({ account: who.account, action, place }, 'refused by the policies');
      throw faults.forbidden({ action });
    },
    rows: (who, action, alias, firstParam) => access.rowPredicate(who, action, alias, firstParam),
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
      actions.filter((action) =>
        may(who, action, action.startsWith('report.') ? city : { region: who.region, organisation: who.organisation }),
      ),
  };
}
