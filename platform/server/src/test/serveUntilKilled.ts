import { systemClock } from '@yiwang/clock';
import { openDatabase } from '@yiwang/postgres';
import { startServer } from '../startServer.ts';
import { exampleModels } from './startTestServer.ts';

/** A server of its own process for tests that kill it: the socket folder of its database comes as argument; prints its address. */
const [socket = ''] = process.argv.slice(2);
const db = openDatabase({ connection: { socket, database: 'city' } });
const server = await startServer({
  db,
  clock: systemClock,
  models: exampleModels,
  host: '127.0.0.1',
  port: 0,
  embedded: true,
  log: { level: 'silent' },
});
process.stdout.write(`${server.address}\n`);
