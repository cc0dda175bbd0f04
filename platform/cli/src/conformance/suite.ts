/** A published suite, or annotated text, that the platform is measured against. It lies outside the project. */
export interface Suite {
  /** Where it lies unless --from says otherwise, relative to the project. */
  readonly from: string;
  /** A folder or file of it that must be there, relative to `from`. */
  readonly needs: string;
  run(folder: string): Promise<SuiteResult>;
}

export interface SuiteResult {
  /** What is printed: a line a level. */
  readonly lines: readonly string[];
  /** The text of docs/conformance/NAME.md. */
  readonly page: string;
}
