import { senseFaults as faults } from '../faults.ts';
import { isTimeZone, localInstants } from './localInstant.ts';
import { readFields } from './readFields.ts';
import { readLines } from './readLines.ts';

export interface CsvText {
  /** The file's bytes, such as a read stream. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Names in the header; `timestamp` and `value` unless told. */
  readonly columns?: { readonly time: string; readonly value: string };
  /** Of times without an offset: `Asia/Shanghai`. */
  readonly timeZone: string;
}

/** A row of a file: its value at `at` (milliseconds since 1970), or why it can't be read. Lines count from 1, the header's. */
export type CsvRow =
  | { readonly line: number; readonly at: number; readonly result: number }
  | { readonly line: number; readonly reason: string };

interface Header {
  readonly time: number;
  readonly value: number;
  readonly size: number;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * The rows of a file of one datastream, in pieces and bounded memory; empty lines are passed over.
 * @throws sense.fileUnusable for a wrong header, zone, or an endless line
 */
export async function* readRows(text: CsvText): AsyncGenerator<readonly CsvRow[]> {
  const { columns = { time: 'timestamp', value: 'value' }, timeZone } = text;
  if (!isTimeZone(timeZone))
    throw faults.fileUnusable({ line: 0, reason: `unknown time zone ${timeZone.slice(0, 60)}` });
  const instant = localInstants(timeZone);
  let header: Header | undefined;
  let line = 0;
  for await (const lines of readLines(text.input)) {
    const rows: CsvRow[] = [];
    for (const one of lines) {
      line++;
      if (header === undefined) header = readHeader(one, columns);
      else if (one !== '') rows.push(readRow(one, line, header, instant));
    }
    yield rows;
  }
  if (header === undefined) throw faults.fileUnusable({ line: 1, reason: 'the file is empty' });
}

function readRow(
  text: string,
  line: number,
  { time, value, size }: Header,
  instant: (text: string) => number | undefined,
): CsvRow {
  const fields = readFields(text);
  if (fields?.length !== size) return { line, reason: `${size} fields are needed` };
  const number = fields[value]?.trim() ?? '';
  const result = decimal.test(number) ? Number(number) : Number.NaN;
  if (!Number.isFinite(result)) return { line, reason: 'the value is no finite number' };
  const at = instant(fields[time]?.trim() ?? '');
  return at === undefined ? { line, reason: 'the time can’t be read' } : { line, at, result };
}

function readHeader(text: string, columns: { readonly time: string; readonly value: string }): Header {
  const names = readFields(text)?.map((name) => name.trim()) ?? [];
  const [time, value] = [names.indexOf(columns.time), names.indexOf(columns.value)];
  if (time < 0 || value < 0) {
    throw faults.fileUnusable({ line: 1, reason: `the header lacks ${time < 0 ? columns.time : columns.value}` });
  }
  return { time, value, size: names.length };
}
