import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { extractFaults, findSections, headOf } from '@yiwang/extract';
import { isFault } from '@yiwang/faults';
import type { ReadAnswer, ReadReport, ReadRequest } from './readRequest.ts';

/** About 120 reports of a province; a text of that length takes the database and the browser a second. */
const mostCharacters = 2_000_000;

async function read({ bytes, name }: ReadRequest): Promise<ReadReport> {
  const text = new TextDecoder().decode(bytes);
  if (text.length > mostCharacters) throw extractFaults.textTooLong({ length: text.length, most: mostCharacters });
  if (text === '' || text.includes('\0')) throw extractFaults.noText({ name });
  const begun = performance.now();
  const sections = findSections(text);
  const milliseconds = Math.round((performance.now() - begun) * 10) / 10;
  return {
    text,
    format: 'txt',
    encoding: 'utf-8',
    hash: createHash('sha256').update(text).digest('hex'),
    milliseconds,
    reading: {
      ...headOf(text),
      length: text.length,
      sections,
      statements: [],
      ambiguities: [],
      tasks: [],
      systems: [],
      links: [],
    },
  };
}

/** One request after another: the pool sends the next when this one is answered. */
parentPort?.on('message', (request: ReadRequest) => {
  const answer = (value: ReadAnswer): void => parentPort?.postMessage(value);
  read(request).then(
    (report) => answer({ read: report }),
    (error: unknown) =>
      answer(
        isFault(error)
          ? { fault: { code: error.code, params: error.params } }
          : { error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      ),
  );
});
