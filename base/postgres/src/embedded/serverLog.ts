import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The last lines that a server wrote to its log from a place on, at most 4 KiB of them. */
export function readLogTail(log: string, from: number): string {
  const file = openSync(log, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Math.max(from, size - 4096);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    readSync(file, buffer, 0, buffer.length, start);
    return buffer.toString('utf8').trim();
  } finally {
    closeSync(file);
  }
}

/** The server's own reason for not starting: its FATAL and PANIC lines with their details, else all it said. */
export function reasonIn(text: string): string {
  const lines = text.split('\n');
  const telling = lines.filter((line) => /\b(FATAL|PANIC|DETAIL|HINT|error:|error while loading)\b/.test(line));
  return (telling.length > 0 ? telling : lines.slice(-5)).join(' ').trim() || 'it ended without a word';
}
