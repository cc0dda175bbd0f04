import { finished, type Duplex, type Readable, type Writable } from 'node:stream';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { connectionFault, isConnectionLost } from './connectionFault.ts';
import { postgresFaults as faults } from './faults.ts';
import type { Transaction } from './sql.ts';
import { statements } from './statements.ts';

/**
 * One transaction: BEGIN → work → COMMIT, or ROLLBACK when work throws.
 * The connection goes back to the pool only in a known state; else it is closed and the server rolls back.
 * @throws postgres.unreachable when the connection is lost before COMMIT was sent: nothing was written
 * @throws postgres.commitUnknown when it is lost while the answer to COMMIT was awaited
 * @throws postgres.rolledBack when work swallowed a failed statement, so that the server could only roll back
 */
export async function runTransaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw connectionFault(error);
  });
  let broken: Error | undefined;
  const onError = (error: Error) => (broken = error);
  client.on('error', onError);
  const copying = new Set<Duplex | Readable | Writable>();
  const track = <S extends Readable | Writable>(stream: S): S => {
    copying.add(stream);
    finished(stream, () => copying.delete(stream));
    return stream;
  };
  const after: (() => void)[] = [];
  let result: T;
  try {
    await client.query('BEGIN');
    result = await work({
      ...statements(client),
      copyIn: (statement) => Promise.resolve<Writable>(track(client.query(copyStreams.from(statement)))),
      copyOut: (statement) => Promise.resolve<Readable>(track(client.query(copyStreams.to(statement)))),
      afterCommit: (then) => after.push(then),
    });
    await commit(client);
  } catch (error) {
    // a COPY left open would let ROLLBACK wait for ever
    if (copying.size > 0) broken ??= faults.copyCut({}, error);
    if (broken === undefined) await client.query('ROLLBACK').catch((failed: Error) => (broken = failed));
    throw connectionFault(error);
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
  for (const then of after) queueMicrotask(then); // one that throws must not look like a transaction that failed
  return result;
}

async function commit(client: pg.PoolClient): Promise<void> {
  let answer: string;
  try {
    answer = (await client.query('COMMIT')).command;
  } catch (error) {
    if (isConnectionLost(error)) throw faults.commitUnknown({}, error);
    throw error;
  }
  if (answer !== 'COMMIT') throw faults.rolledBack();
}
