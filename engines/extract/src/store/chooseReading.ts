import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { extractFaults as faults } from '../faults.ts';
import { checkTexts } from './checkTexts.ts';
import { keepCounts, lockReport } from './lockReport.ts';
import { rowsAsTheyStand } from './rowsAsTheyStand.ts';

export interface ReadingChoice {
  readonly region: string;
  readonly report: string;
  readonly ambiguity: string;
  /** Its place among the readings, from 0. */
  readonly reading: number;
  readonly reason?: string;
  readonly by: string;
}

/**
 * Keeps which of several readings of a place is meant; it may be changed again.
 * @throws extract.noReport, extract.noAmbiguity, extract.noReading, extract.badText
 */
export async function chooseReading(tx: Transaction, clock: Clock, choice: ReadingChoice): Promise<void> {
  const { region, report, ambiguity, reading, reason, by } = choice;
  checkTexts({ reason });
  const { revision, machine, choices, corrections } = await lockReport(tx, region, report);
  const place = machine.ambiguities.find(({ id }) => id === ambiguity);
  if (place === undefined) throw faults.noAmbiguity({ ambiguity });
  const taken = place.readings[reading];
  if (taken === undefined) throw faults.noReading({ ambiguity, reading: reading + 1, count: place.readings.length });
  const before = choices.findLast((one) => one.ambiguity === ambiguity)?.reading ?? null;
  const [entry] = await appendEntries(tx, clock, [
    {
      region,
      kind: 'report.chosen',
      actor: by,
      subject: `report:${report}`,
      ...(reason === undefined || reason === '' ? {} : { reason }),
      body: { ambiguity, old: before, new: reading, text: taken.text.toWellFormed() },
    },
  ]);
  await tx.execute(
    `INSERT INTO extract.choice (region, report, revision, ambiguity, reading, reason, by, at, entry)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [region, report, revision, ambiguity, reading, reason ?? null, by, clock.now(), entry],
  );
  const { counts } = rowsAsTheyStand(machine, [...choices, { ambiguity, reading }], corrections);
  await keepCounts(tx, region, report, counts);
}
