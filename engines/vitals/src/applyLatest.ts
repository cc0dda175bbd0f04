import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import type { Indicator } from './indicator.ts';
import { byIndicator, type Change } from './byIndicator.ts';
import { movePoints } from './movePoints.ts';
import { recordCrossings, type Crossing } from './recordCrossings.ts';
import { lockSigns } from './lockSigns.ts';
import { refreshCitySigns, refreshDistrictSigns } from './refreshSigns.ts';

/**
 * Brings the signs up to new latest values, in the caller's transaction, and touches only what depends on them: the
 * things' points, their districts' signs, the city's signs, and the minute samples of these. A change that is older than
 * what is known changes nothing. Transactions over one sign follow each other (districts are locked before cities).
 * @returns who left the band or came back; each is stored and has its ledger entry
 */
export async function applyLatest(
  tx: Sql,
  clock: Clock,
  indicators: readonly Indicator[],
  changes: readonly Change[],
): Promise<readonly Crossing[]> {
  const touched = byIndicator(indicators, changes);
  if (touched.length === 0) return [];
  const signs = await lockSigns(tx, touched);
  const moved = await movePoints(tx, touched);
  if (moved.length === 0) return [];
  // What a thing adds to a share is no state of its own: the indicator of the value itself tells when it leaves its band.
  const own = moved.filter(({ indicator }) => indicator.aggregation !== 'share');
  const crossings = await recordCrossings(tx, clock, own);
  const now = clock.now();
  await refreshDistrictSigns(tx, now, moved, signs);
  await refreshCitySigns(tx, now, moved);
  return crossings;
}
