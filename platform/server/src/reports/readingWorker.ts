import { parentPort } from 'node:worker_threads';
import { readDocument, readReport } from '@yiwang/extract';
import { isFault } from '@yiwang/faults';
import { mostReportBytes } from './mostReportBytes.ts';
import type { ReadAnswer, ReadReport, ReadRequest } from './readRequest.ts';

/** About 120 reports of a province; a text of that length takes the database and the browser a second. */
const limits = { bytes: mostReportBytes, characters: 2_000_000 };

async function read({ bytes, name }: ReadRequest): Promise<ReadReport> {
  const { text, format, encoding, hash } = await readDocument(bytes, { name, limits });
  const begun = performance.now();
  const reading = readReport(text);
  const milliseconds = Math.round((performance.now() - begun) * 10) / 10;
  return { text, format, encoding, hash, reading, milliseconds };
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
