import { postgresFaults as faults } from '../faults.ts';
import type { Transaction } from '../sql.ts';
import { copyHeader, copyTrailer, type CopyType } from './copyColumn.ts';
import { decoderOf } from './decodeValue.ts';

/**
 * Reads a query's rows by binary COPY, in batches as they arrive: a slow reader slows the server, memory stays bounded.
 * Leaving the loop early breaks the transaction.
 * @param query without parameters, for COPY takes none
 * @param types of the query's columns, in order
 */
export async function* readRows(
  tx: Transaction,
  query: string,
  types: readonly CopyType[],
): AsyncGenerator<unknown[][]> {
  const decoders = types.map(decoderOf);
  const stream = await tx.copyOut(`COPY (${query}) TO STDOUT (FORMAT binary)`);
  let left: Buffer = Buffer.alloc(0);
  let at = copyHeader.length;
  let ended = false;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    left = left.length === 0 ? piece : Buffer.concat([left, piece]);
    const batch: unknown[][] = [];
    for (;;) {
      const end = rowEnd(left, at);
      if (end === undefined) break;
      if (left.readInt16BE(at) === copyTrailer) ended = true;
      else batch.push(decodeRow(left, at, decoders));
      at = end;
      if (ended) break;
    }
    if (at <= left.length) {
      left = left.subarray(at);
      at = 0;
    }
    if (batch.length > 0) yield batch;
  }
  if (!ended) throw faults.copyCut();
}

/** Where the row at a place ends; undefined while not all of it has arrived. */
function rowEnd(bytes: Buffer, start: number): number | undefined {
  if (start + 2 > bytes.length) return undefined;
  const fields = bytes.readInt16BE(start);
  let at = start + 2;
  for (let n = 0; n < fields; n++) {
    if (at + 4 > bytes.length) return undefined;
    at += 4 + Math.max(bytes.readInt32BE(at), 0);
  }
  return at <= bytes.length ? at : undefined;
}

function decodeRow(bytes: Buffer, start: number, decoders: readonly ReturnType<typeof decoderOf>[]): unknown[] {
  const fields = bytes.readInt16BE(start);
  if (fields !== decoders.length) throw faults.copyColumns({ wanted: decoders.length, got: fields });
  let at = start + 2;
  return decoders.map((decode) => {
    const size = bytes.readInt32BE(at);
    const value = size < 0 ? null : decode(bytes, at + 4, size);
    at += 4 + Math.max(size, 0);
    return value;
  });
}
