import type { CaseQuery } from '@yiwang/contract';
import type { CaseFilter } from '@yiwang/handle';
import { both, waitsFor } from '../cases/waitsFor.ts';
import type { SignedIn } from '../identity/principal.ts';
import type { Platform } from '../platform.ts';

/** What a reader asks of the queue, over the cases that the policies let this reader see. */
export function filterOf(who: SignedIn, query: CaseQuery, { access, city }: Platform): CaseFilter {
  const { region, state, light, text, mine, held, role, skill, matter } = query;
  const allowed: CaseFilter['rows'] = (alias, first) => access.rows(who, 'case.read', alias, first);
  return {
    rows: mine === true ? both(allowed, waitsFor(who)) : allowed,
    state,
    light: light === 'unknown' ? undefined : light,
    regions: region === undefined || region === city.code ? undefined : [region],
    text,
    heldBy: holderOf(who, held),
    role,
    skill,
    matter,
  };
}

/** Whose open tasks are asked for: undefined where that is all the same, null where nobody's. */
function holderOf(who: SignedIn, held: CaseQuery['held']): string | null | undefined {
  if (held === undefined) return undefined;
  return held === 'nobody' ? null : `account:${held === 'me' ? who.account : held}`;
}
