import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { cliFaults as faults } from './faults.ts';

/** The first line of standard input; at a terminal it is asked for and not shown. Never an argument: those are seen by others. */
export async function readPassword(prompt: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = process.stdin.isTTY;
  if (terminal) process.stderr.write(prompt);
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  const password = await lines.question('');
  lines.close();
  if (terminal) process.stderr.write('\n');
  if (password.length < 10) throw faults.shortPassword();
  return password;
}
