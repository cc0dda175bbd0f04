import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { extractFaults as faults } from '../faults.ts';
import { checkTexts } from './checkTexts.ts';
import { dropMachineRows } from './machineRows.ts';

export interface Withdrawal {
  readonly region: string;
  readonly report: string;
  readonly reason: string;
  readonly by: string;
}

/**
 * Takes a report out that was dropped by mistake: its text, its rows and what was changed in them go; that it was there, and
 * each change, stays in the ledger. The same text may be dropped again. @throws extract.noReport, extract.badText
 */
export async function withdrawReport(tx: Transaction, clock: Clock, withdrawal: Withdrawal): Promise<void> {
  const { region, report, reason, by } = withdrawal;
  checkTexts({ reason });
  const [gone] = await tx.query<{ hash: string; rowsHash: string; title: string; revision: number }>(
    `UPDATE extract.report SET withdrawn_at = $3, text = NULL, sections = '[]'
     WHERE region = $1 AND id = $2 AND withdrawn_at IS NULL
     RETURNING hash, rows_hash AS "rowsHash", title, revision`,
    [region, report, clock.now()],
  );
  if (gone === undefined) throw faults.noReport({ id: report });
  await dropMachineRows(tx, region, report);
  await tx.execute(`DELETE FROM extract.correction WHERE region = $1 AND report = $2`, [region, report]);
  await tx.execute(`DELETE FROM extract.choice WHERE region = $1 AND report = $2`, [region, report]);
  const { hash, rowsHash, title, revision } = gone;
  await appendEntries(tx, clock, [
    {
      region,
      kind: 'report.withdrawn',
      actor: by,
      subject: `report:${report}`,
      reason,
      body: { title, source: hash, rows: rowsHash, changes: revision },
    },
  ]);
}
