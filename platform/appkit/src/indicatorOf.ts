import type { Indicator } from '@yiwang/vitals';
import type { LoadedIndicator } from './app.ts';

/** The indicator that vitals computes, of its model file. */
export function indicatorOf(file: LoadedIndicator): Indicator {
  const limits = (given: LoadedIndicator['band']) => ({ low: given.low ?? null, high: given.high ?? null });
  return {
    code: file.code,
    name: file.name,
    unit: file.unit,
    observedProperty: file.observedProperty,
    aggregation: file.aggregation,
    ...(file.threshold === undefined ? {} : { threshold: limits(file.threshold) }),
    band: limits(file.band),
    warn: limits(file.warn),
    hysteresis: file.hysteresis,
    silentAfterMinutes: file.silentAfterMinutes,
    decimals: file.decimals,
    organisation: file.responsible,
    ...(file.target === undefined ? {} : { target: file.target }),
  };
}
