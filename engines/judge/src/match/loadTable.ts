import type { Database } from '@yiwang/postgres';
import type { Register } from '../register/register.ts';
import { readRegister, type Snapshot } from '../register/readRegister.ts';
import type { RemoteTable } from './tableCall.ts';

/** Bytes that go over to the thread at once, and how many such may be on their way: 4 MB, so memory stays bounded. */
const piece = 256 * 1024;
const underWay = 16;

/**
 * Reads a register into the thread, without holding up this one: here the bytes are only handed on. The table takes the rows into
 * use when it is told to finish.
 */
export async function loadTable(db: Database, register: Register, table: RemoteTable): Promise<Snapshot> {
  let filling = new Uint8Array(piece);
  let filled = 0;
  const sent: Promise<void>[] = [];
  const send = async (): Promise<void> => {
    if (filled === 0) return;
    const going = table.bytes(filling.subarray(0, filled));
    going.catch(() => undefined); // heard below, maybe only after the next piece
    sent.push(going);
    filling = new Uint8Array(piece);
    filled = 0;
    if (sent.length >= underWay) await sent.shift();
  };
  try {
    const snapshot = await readRegister(db, register, {
      begin: ({ rows }) => table.begin(register, rows),
      async bytes(chunk) {
        for (let at = 0; at < chunk.length;) {
          const some = chunk.subarray(at, at + piece - filled);
          filling.set(some, filled);
          filled += some.length;
          at += some.length;
          if (filled === piece) await send();
        }
      },
    });
    await send();
    await Promise.all(sent);
    return snapshot;
  } finally {
    await Promise.allSettled(sent); // after a fault others may be under way, whose faults are the same
  }
}
