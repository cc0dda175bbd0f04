import type { Clock } from '@yiwang/clock';
import type { Transaction } from '@yiwang/postgres';
import { saveReport, type SavedReport } from '../store/saveReport.ts';
import { wasWithdrawn } from '../store/wasWithdrawn.ts';
import type { CityReport } from './cityReport.ts';
import { readingOfFigures } from './readingOfFigures.ts';

/**
 * Keeps a city's figures of a report. The same figures again change nothing; changed ones take the place of the machine's, and
 * corrections stay; where the text is there already, or somebody withdrew the report, nothing is done.
 */
export async function keepFigures(
  tx: Transaction,
  clock: Clock,
  { region, by, report }: { readonly region: string; readonly by: string; readonly report: CityReport },
): Promise<SavedReport | undefined> {
  const { hash } = report.source;
  if (await wasWithdrawn(tx, region, hash)) return undefined;
  return saveReport(tx, clock, {
    region,
    file: '',
    format: 'figures',
    encoding: '',
    text: null,
    hash,
    original: null,
    milliseconds: 0,
    reading: readingOfFigures(report),
    by,
  });
}
