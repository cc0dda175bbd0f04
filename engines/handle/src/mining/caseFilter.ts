import type { RowPredicate } from './rowPredicate.ts';

/** The cases of a process that are looked at. */
export interface ProcessFilter {
  readonly app: string;
  readonly process: string;
  /** All versions unless told. */
  readonly version?: number | undefined;
  readonly region?: string | undefined;
  /** When they were opened: from this instant on, and before the other. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** What the reader may see, on `alias.region` and `alias.organisation`; its parameters start at `$firstParam`. */
  readonly rows?: RowPredicate | undefined;
}

/** The condition on `handle."case"` under the alias `c`, with its values from `$1` on. */
export function caseCondition(filter: ProcessFilter): { readonly sql: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [filter.app, filter.process];
  const parts = ['c.app = $1 AND c.process = $2'];
  const add = (text: (place: string) => string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    parts.push(text(`$${values.length}`));
  };
  add((place) => `c.version = ${place}`, filter.version);
  add((place) => `c.region = ${place}`, filter.region);
  add((place) => `c.opened_at >= ${place}`, filter.from);
  add((place) => `c.opened_at < ${place}`, filter.to);
  if (filter.rows !== undefined) {
    const rows = filter.rows('c', values.length + 1);
    values.push(...rows.values);
    parts.push(`(${rows.sql})`);
  }
  return { sql: parts.join(' AND '), values };
}
