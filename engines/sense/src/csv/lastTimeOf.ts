import type { Clock } from '@yiwang/clock';
import { timeReason } from '../timeWindow.ts';
import { readRows, type CsvText } from './readRows.ts';

/** The newest time in a file that an observation could have; undefined where no row has one. @throws sense.fileUnusable */
export async function lastTimeOf(clock: Clock, text: CsvText): Promise<Date | undefined> {
  const now = clock.now().getTime();
  let last: number | undefined;
  for await (const rows of readRows(text)) {
    for (const row of rows) {
      if ('at' in row && timeReason(row.at, now) === undefined) last = Math.max(last ?? row.at, row.at);
    }
  }
  return last === undefined ? undefined : new Date(last);
}
