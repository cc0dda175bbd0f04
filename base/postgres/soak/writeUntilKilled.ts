import { createWriteStream } from 'node:fs';
import { openDatabase, startEmbedded } from '../src/index.ts';

// Holds a server and writes through it until it is killed: `writeUntilKilled.ts <folder> <round>`.
// A line `round writer n` is printed only after that row's transaction was acknowledged.
const [, , folder = '', round = '0'] = process.argv;
const out = createWriteStream('', { fd: 1 });
const server = await startEmbedded({ folder });
const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
await db.execute(`CREATE TABLE IF NOT EXISTS kept (round int, writer int, n int, PRIMARY KEY (round, writer, n))`);
await db.execute(`CREATE TABLE IF NOT EXISTS tally (round int, writer int, n int, PRIMARY KEY (round, writer))`);
out.write(`server ${server.pid}\n`);

/** Two rows that must never be seen one without the other. */
async function write(writer: number): Promise<never> {
  for (let n = 1; ; n++) {
    await db.transaction(async (tx) => {
      await tx.execute('INSERT INTO kept VALUES ($1, $2, $3)', [round, writer, n]);
      await tx.execute(
        `INSERT INTO tally VALUES ($1, $2, $3) ON CONFLICT (round, writer) DO UPDATE SET n = excluded.n`,
        [round, writer, n],
      );
    });
    out.write(`row ${writer} ${n}\n`);
  }
}

await Promise.all([1, 2, 3, 4].map(write)).catch(() => process.exit(1)); // the server was killed
