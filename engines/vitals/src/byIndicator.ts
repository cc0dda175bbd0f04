import { countedValue } from './countedValue.ts';
import type { Indicator } from './indicator.ts';

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

/** The newest change of each thing and indicator, in the order in which rows are locked. */
export function byIndicator(indicators: readonly Indicator[], changes: readonly Change[]): readonly IndicatorChange[] {
  const newest = new Map<string, IndicatorChange>();
  const fed = Map.groupBy(indicators, (indicator) => indicator.observedProperty);
  for (const { region, thing, observedProperty, phenomenonTime: at, result } of changes) {
    for (const indicator of fed.get(observedProperty) ?? []) {
      const key = `${region}/${indicator.code}/${thing}`;
      const known = newest.get(key);
      if (known !== undefined && known.at >= at) continue;
      newest.set(key, { indicator, region, thing, at, value: countedValue(indicator, result) });
    }
  }
  return [...newest.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}
