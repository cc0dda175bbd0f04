/** The rows that a reader may see, as a condition on `alias.region` and `alias.organisation`; its parameters start at `$firstParam`. */
export type RowPredicate = (
  alias: string,
  firstParam: number,
) => { readonly sql: string; readonly values: readonly unknown[] };
