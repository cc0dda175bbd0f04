import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import type { Indicator } from './indicator.ts';
import { movePoints } from './movePoints.ts';
import { recordCrossings, type Crossing } from './recordCrossings.ts';
import { lockSigns } from './lockSigns.ts';
import { refreshCitySigns, refreshDistrictSigns } from './refreshSigns.ts';

/** A new latest value of a thing; what the senses report when a latest value moved. */
export interface Change {
  /** Six-digit district code. */
  readonly region: string;
  /** UUID */
  readonly thing: string;
  readonly observedProperty: string;
  readonly phenomenonTime: Date;
  readonly result: number;
}

/** A change, with the indicator that it touches. */
export interface IndicatorChange {
  readonly indicator: Indicator;
  readonly region: string;
  readonly thing: string;
  readonly at: Date;
  readonly value: number;
}

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
  const crossings = await recordCrossings(tx, clock, moved);
  const now = clock.now();
  await refreshDistrictSigns(tx, now, moved, signs);
  await refreshCitySigns(tx, now, moved);
  return crossings;
}

/** The newest change of each thing and indicator, in the order in which rows are locked. */
function byIndicator(indicators: readonly Indicator[], changes: readonly Change[]): readonly IndicatorChange[] {
  const newest = new Map<string, IndicatorChange>();
  const fed = Map.groupBy(indicators, (indicator) => indicator.observedProperty);
  for (const { region, thing, observedProperty, phenomenonTime: at, result: value } of changes) {
    for (const indicator of fed.get(observedProperty) ?? []) {
      const key = `${region}/${indicator.code}/${thing}`;
      const known = newest.get(key);
      if (known === undefined || known.at < at) newest.set(key, { indicator, region, thing, at, value });
    }
  }
  return [...newest.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}
