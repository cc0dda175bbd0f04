import type { Clock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { senseFaults as faults } from '../faults.ts';
import type { Observation } from '../observation.ts';
import { recordObservations } from '../recordObservations.ts';
import { timeReason } from '../timeWindow.ts';
import { isTimeZone, localInstants } from './localInstant.ts';
import { readFields } from './readFields.ts';
import { readLines } from './readLines.ts';

export interface CsvImport {
  /** The file's bytes, such as a read stream. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly region: string;
  readonly datastream: string;
  /** `account:100012`: who imports. */
  readonly source: string;
  /** Names in the header; `timestamp` and `value` unless told. */
  readonly columns?: { readonly time: string; readonly value: string };
  /** Of times without an offset: `Asia/Shanghai`. */
  readonly timeZone: string;
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
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * Imports a file of one datastream, in bounded memory. It commits every 20,000 rows, so what was reported is kept and a
 * second import of the same file records only the rest; bad rows are reported and left out.
 * @throws sense.unknownDatastream; sense.fileUnusable for a wrong header, zone, or an endless line: batches before it stay
 */
export async function importCsv(db: Database, clock: Clock, options: CsvImport): Promise<CsvReport> {
  const { region, datastream, source, columns = { time: 'timestamp', value: 'value' }, timeZone } = options;
  if (!isTimeZone(timeZone))
    throw faults.fileUnusable({ line: 0, reason: `unknown time zone ${timeZone.slice(0, 60)}` });
  const [known] = await db.query(`SELECT 1 FROM sense.datastream WHERE region = $1 AND id = $2`, [region, datastream]);
  if (known === undefined) throw faults.unknownDatastream({ datastream });
  const instant = localInstants(timeZone);
  const now = clock.now().getTime();
  const counts = { rows: 0, recorded: 0, repeated: 0, conflicting: 0, bad: 0 };
  const first: { line: number; reason: string }[] = [];
  let header: { readonly time: number; readonly value: number; readonly size: number } | undefined;
  let line = 0;
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
  const readRow = (text: string, { time, value, size }: NonNullable<typeof header>): Observation | string => {
    const fields = readFields(text);
    if (fields?.length !== size) return `${size} fields are needed`;
    const number = fields[value]?.trim() ?? '';
    const result = decimal.test(number) ? Number(number) : Number.NaN;
    if (!Number.isFinite(result)) return `the value is no finite number`;
    const ms = instant(fields[time]?.trim() ?? '');
    if (ms === undefined) return 'the time can’t be read';
    return timeReason(ms, now) ?? { region, datastream, phenomenonTime: new Date(ms), result };
  };

  for await (const lines of readLines(options.input)) {
    for (const text of lines) {
      line++;
      if (header === undefined) {
        header = readHeader(text, columns);
        continue;
      }
      if (text === '') continue;
      counts.rows++;
      const row = readRow(text, header);
      if (typeof row === 'string') {
        counts.bad++;
        if (first.length < mostReported) first.push({ line, reason: row });
      } else if (batch.push(row) >= batchSize) await commit();
    }
  }
  if (header === undefined) throw faults.fileUnusable({ line: 1, reason: 'the file is empty' });
  if (batch.length > 0) await commit();
  return report();
}

function readHeader(text: string, columns: { readonly time: string; readonly value: string }) {
  const names = readFields(text)?.map((name) => name.trim()) ?? [];
  const [time, value] = [names.indexOf(columns.time), names.indexOf(columns.value)];
  if (time < 0 || value < 0) {
    throw faults.fileUnusable({ line: 1, reason: `the header lacks ${time < 0 ? columns.time : columns.value}` });
  }
  return { time, value, size: names.length };
}
