import { parentPort } from 'node:worker_threads';
import { readDocument, readReport, type Reading } from '@yiwang/extract';
import { isFault } from '@yiwang/faults';
import { serverFaults as faults } from '../faults.ts';
import { mostReportBytes } from './mostReportBytes.ts';
import type { ReadAnswer, ReadReport, ReadRequest } from './readRequest.ts';

/** Some 120 reports of a city: a long book is told so at once, and not when all of it was read. */
const limits = { bytes: mostReportBytes, characters: 2_000_000 };
/**
 * A city's report has 800 rows. 10,000 are kept and answered within 3 s, in steps of 0.3 s at the most in which other requests wait;
 * 27,000 took 9 s with steps of 1.8 s.
 */
const mostRows = 10_000;

async function read({ bytes, name }: ReadRequest): Promise<ReadReport> {
  const { text, format, encoding, hash } = await readDocument(bytes, { name, limits });
  const begun = performance.now();
  const reading = readReport(text);
  const rows = rowsOf(reading);
  if (rows > mostRows) throw faults.tooManyRows({ name, rows, most: mostRows });
  const milliseconds = Math.round((performance.now() - begun) * 10) / 10;
  return { text, format, encoding, hash, reading, milliseconds };
}

function rowsOf({ statements, tasks, systems, links, ambiguities }: Reading): number {
  return statements.length + tasks.length + systems.length + links.length + ambiguities.length;
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
