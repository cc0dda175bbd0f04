import type { Readable, Writable } from 'node:stream';

/** A row by column name, as pg decodes it: int8 as number, numeric as string, timestamptz as Date, json parsed. */
export type Row = Record<string, unknown>;

export interface StatementOptions {
  /**
   * Parse and plan once a connection, not once a call: 1.6–2.2 times the rate for statements of one row. The text must be
   * a constant, for the server keeps each.
   */
  readonly prepare?: boolean;
}

/** Anything that statements can be sent to: a pool, or one open transaction. */
export interface Sql {
  /** Runs one statement and gives its rows. `$1` parameters only; text is never built from values. */
  query<R extends object = Row>(text: string, values?: readonly unknown[], options?: StatementOptions): Promise<R[]>;
  /** Runs one statement and gives how many rows it touched. */
  execute(text: string, values?: readonly unknown[], options?: StatementOptions): Promise<number>;
}

/** One open transaction. Statements wait for each other; it must not be used after its `transaction` call returned. */
export interface Transaction extends Sql {
  /** `COPY … FROM STDIN`; end the stream to finish, destroy it to undo. */
  copyIn(statement: string): Promise<Writable>;
  /** `COPY … TO STDOUT`. */
  copyOut(statement: string): Promise<Readable>;
  /** Runs `work` when this transaction has committed; not at all when it rolls back. */
  afterCommit(work: () => void): void;
}
