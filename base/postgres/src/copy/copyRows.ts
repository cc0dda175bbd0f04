import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { postgresFaults as faults } from '../faults.ts';
import { quoteName } from '../quoteName.ts';
import type { Transaction } from '../sql.ts';
import { copyHeader, copyTrailer, type CopyColumn } from './copyColumn.ts';
import { encoderOf, reserve, writeNull, type Output } from './encodeValue.ts';

type Rows = Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;

/** Chunks of about this many bytes are handed to the socket. */
const chunk = 65_536;

/**
 * Writes rows by binary COPY and gives how many. Rows are taken only as fast as the server reads them.
 * The first problem undoes nothing by itself: the transaction is broken then and must be rolled back.
 * @param table `schema.table`
 * @throws postgres.copyValue for a value that is not of its column's type, or a row of another length
 */
export async function copyRows(
  tx: Transaction,
  table: string,
  columns: readonly CopyColumn[],
  rows: Rows,
): Promise<number> {
  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  const stream = await tx.copyIn(`COPY ${quoteName(...table.split('.'))} (${names}) FROM STDIN (FORMAT binary)`);
  let count = 0;
  async function* chunks() {
    for await (const encoded of encodeRows(columns, rows)) {
      count += encoded.rows;
      yield encoded.bytes;
    }
  }
  await pipeline(Readable.from(chunks(), { objectMode: false }), stream);
  return count;
}

/** The bytes of a binary COPY stream for these rows. */
export async function* encodeRows(
  columns: readonly CopyColumn[],
  rows: Rows,
): AsyncGenerator<{ bytes: Buffer; rows: number }> {
  const encoders = columns.map(({ type }) => encoderOf(type));
  let out: Output = { bytes: Buffer.allocUnsafe(chunk + 8192), at: 0 };
  out.at = copyHeader.copy(out.bytes);
  let total = 0;
  let sent = 0;
  const encode = (row: readonly unknown[]): void => {
    total += 1;
    if (row.length !== columns.length) {
      throw faults.copyValue({ row: total, column: '*', type: `${columns.length} values` });
    }
    reserve(out, 2);
    out.at = out.bytes.writeInt16BE(columns.length, out.at);
    for (let n = 0; n < columns.length; n++) {
      const value = row[n];
      if (value === null || value === undefined) writeNull(out);
      else if (encoders[n]?.(out, value) !== true) {
        throw faults.copyValue({ row: total, column: columns[n]?.name ?? '', type: columns[n]?.type ?? '' });
      }
    }
  };
  const take = () => {
    const full = { bytes: out.bytes.subarray(0, out.at), rows: total - sent };
    out = { bytes: Buffer.allocUnsafe(chunk + 8192), at: 0 };
    sent = total;
    return full;
  };
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      encode(row);
      if (out.at >= chunk) yield take(); // awaiting each row of an array would cost more than encoding it
    }
  } else {
    for await (const row of rows) {
      encode(row);
      if (out.at >= chunk) yield take();
    }
  }
  reserve(out, 2);
  out.at = out.bytes.writeInt16BE(copyTrailer, out.at);
  yield take();
}
