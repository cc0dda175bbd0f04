import type { Clock } from '@yiwang/clock';
import { findReportOf, getReport, saveReport, type StoredReport } from '@yiwang/extract';
import { recordFile, type FileStore } from '@yiwang/files';
import type { Database } from '@yiwang/postgres';
import { mostReportBytes } from './mostReportBytes.ts';
import type { ReportReaders } from './reportReaders.ts';

const typeOfFormat: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export interface DroppedReport {
  readonly bytes: Uint8Array;
  /** As the file was called. */
  readonly name: string;
  readonly region: string;
  /** account:100012 */
  readonly by: string;
}

export interface ReportParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly readers: ReportReaders;
}

/**
 * Reads a document, keeps its bytes, then the report with all rows in one transaction: a report that is there is there whole.
 * `added` is false where the same text was there already.
 * @throws what reading and storing throw
 */
export async function addReport(
  { db, clock, files, readers }: ReportParts,
  { bytes, name, region, by }: DroppedReport,
): Promise<{ readonly report: StoredReport; readonly added: boolean }> {
  const { reading, ...read } = await readers.read({ bytes, name });
  const there = await findReportOf(db, region, read.hash);
  if (there?.hasText === true) return { report: await getReport(db, region, there.id), added: false };
  const known = typeOfFormat[read.format] ?? 'application/octet-stream';
  const stored = await files.put(bytes, { maxBytes: mostReportBytes, known });
  const titled = { ...reading, title: reading.title === '' ? name.replace(/\.[^.]*$/, '') : reading.title };
  return db.transaction(async (tx) => {
    await recordFile(tx, clock, { ...stored, region, name, addedBy: by });
    const report = { ...read, region, file: name, original: stored.hash, reading: titled, by };
    const { id, outcome } = await saveReport(tx, clock, report);
    return { report: await getReport(tx, region, id), added: outcome !== 'there' };
  });
}
