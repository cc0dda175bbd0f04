import type { Clock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { senseFaults as faults } from '../faults.ts';
import type { Observation } from '../observation.ts';
import { recordObservations } from '../recordObservations.ts';
import { resultReason } from '../resultRange.ts';
import { timeReason } from '../timeWindow.ts';
import { readRows, type CsvText } from './readRows.ts';

export interface CsvImport extends CsvText {
  readonly region: string;
  readonly datastream: string;
  /** `account:100012`: who imports. */
  readonly source: string;
  /** Milliseconds that every time is moved by, as for a replay; 0 unless told. */
  readonly shift?: number;
  /** Called after each commit. */
  readonly onProgress?: (report: CsvReport) => void;
}

export interface CsvReport {
  /** Rows read, without the header and empty lines. */
  readonly rows: number;
  readonly recorded: number;
  readonly repeated: number;
  readonly conflicting: number;
  readonly bad: {
    readonly count: number;
    /** The first hundred; lines count from 1, the header being the first. */
    readonly first: readonly { readonly line: number; readonly reason: string }[];
  };
}

const batchSize = 20_000;
const mostReported = 100;

/**
 * Imports a file of one datastream, in bounded memory. It commits every 20,000 rows, so what was reported is kept and a
 * second import of the same file records only the rest; bad rows are reported and left out.
 * @throws sense.unknownDatastream; sense.fileUnusable for a wrong header, zone, or an endless line: batches before it stay
 */
export async function importCsv(db: Database, clock: Clock, options: CsvImport): Promise<CsvReport> {
  const { region, datastream, source, shift = 0 } = options;
  const [known] = await db.query(`SELECT 1 FROM sense.datastream WHERE region = $1 AND id = $2`, [region, datastream]);
  if (known === undefined) throw faults.unknownDatastream({ datastream });
  const now = clock.now().getTime();
  const counts = { rows: 0, recorded: 0, repeated: 0, conflicting: 0, bad: 0 };
  const first: { line: number; reason: string }[] = [];
  let batch: Observation[] = [];

  const report = (): CsvReport => {
    const { bad, ...rest } = counts;
    return { ...rest, bad: { count: bad, first: [...first] } };
  };
  const commit = async (): Promise<void> => {
    const observations = batch;
    batch = [];
    const done = await db.transaction((tx) => recordObservations(tx, clock, { region, source, observations }));
    counts.recorded += done.recorded;
    counts.repeated += done.repeated;
    counts.conflicting += done.conflicting;
    options.onProgress?.(report());
  };

  for await (const rows of readRows(options)) {
    for (const row of rows) {
      counts.rows++;
      const reason =
        'reason' in row
          ? row.reason
          : (resultReason(row.result) ?? timeReason(row.at, now) ?? timeReason(row.at + shift, now));
      if ('reason' in row || reason !== undefined) {
        counts.bad++;
        if (first.length < mostReported) first.push({ line: row.line, reason: reason ?? '' });
      } else {
        const size = batch.push({ region, datastream, phenomenonTime: new Date(row.at + shift), result: row.result });
        if (size >= batchSize) await commit();
      }
    }
  }
  if (batch.length > 0) await commit();
  return report();
}
