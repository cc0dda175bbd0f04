import type { Database, Transaction } from '@yiwang/postgres';
import { findPositions, type Positions } from './findChanges.ts';
import type { Register } from './register.ts';
import { listColumns, tableOf } from './registerTable.ts';

/** What is told of a snapshot before its rows. */
export interface Snapshot {
  readonly rows: number;
  /** Exactly the changes up to these positions are in the rows. */
  readonly positions: Positions;
}

export interface SnapshotReader {
  begin(snapshot: Snapshot): void | Promise<void>;
  /** The next bytes of the binary COPY; the stream waits for the promise, so a slow reader slows the server. */
  bytes(chunk: Uint8Array): void | Promise<void>;
}

/** Region and code, then the model's columns in their order. */
function copyStatement(register: Register): string {
  return `COPY (SELECT region, code${listColumns(register, (name) => name)} FROM ${tableOf(register)}) TO STDOUT (FORMAT binary)`;
}

/**
 * Reads a whole register by binary COPY, in one snapshot with the positions of its change log. Nothing is decoded here, so
 * that the bytes can be handed to a thread.
 */
export async function readRegister(db: Database, register: Register, reader: SnapshotReader): Promise<Snapshot> {
  return db.transaction(async (tx: Transaction) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await tx.query('SET LOCAL statement_timeout = 0');
    const positions = await findPositions(tx, register.code);
    const [found] = await tx.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${tableOf(register)}`);
    const snapshot = { rows: found?.rows ?? 0, positions };
    await reader.begin(snapshot);
    const stream = await tx.copyOut(copyStatement(register));
    for await (const chunk of stream as AsyncIterable<Buffer>) await reader.bytes(chunk);
    return snapshot;
  });
}
