import type { CaseRow } from '@yiwang/handle';
import type { Place } from '../access/guard.ts';

/** What policies know of a case. */
export function placeOf({ row: { region, organisation, app } }: { readonly row: CaseRow }): Place & { app: string } {
  return { region, organisation, app };
}
