import type { Database } from '@yiwang/postgres';
import { pruneChanges } from '../register/pruneChanges.ts';
import type { Place } from './writeRun.ts';
import { findWritten, removeRuns } from './writtenState.ts';

const dayMs = 86_400_000;
/** The change log is read once and kept a while for whoever was away; what became of matches is asked about a year later. */
const [logDays, changeDays] = [30, 400];
/** Takes away what is past its time, in small steps: of the change log nothing whose effects are not written. */
export async function tidy(db: Database, { region, register }: Place, now: Date): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);
  const written = await findWritten(db, region, register);
  if (written !== undefined) {
    await db.transaction((tx) => pruneChanges(tx, register, written.positions, daysAgo(logDays)));
  }
  const runs = await db.query<{ run: string }>(
    `SELECT run FROM judge.match_runs WHERE region = $1 AND register = $2 AND at < $3`,
    [region, register, daysAgo(changeDays)],
  );
  await removeRuns(
    db,
    { region, register },
    runs.map(({ run }) => run),
  );
}
