/** One thing that would not work, or would be lost, on a scaled-out (Citus) server. */
export interface SchemaProblem {
  /** Name of the broken rule, such as `tenant-in-key`. */
  readonly rule: string;
  /** Table, or file and line. */
  readonly where: string;
  readonly what: string;
}
