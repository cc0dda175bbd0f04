import { systemClock } from '@yiwang/clock';
import { openDatabase } from '@yiwang/postgres';
import { startServer } from '../startServer.ts';
import { exampleModels } from './startTestServer.ts';

/** A server of its own process for tests that kill it: its database's socket folder and its data folder are the arguments; prints its address. */
const [socket = '', dataFolder = ''] = process.argv.slice(2);
const db = openDatabase({ connection: { socket, database: 'city' } });
const server = await startServer({
  db,
  clock: systemClock,
  models: exampleModels,
  host: '127.0.0.1',
  port: 0,
  embedded: true,
  dataFolder,
  log: { level: 'silent' },
});
process.stdout.write(`${server.address}\n`);
