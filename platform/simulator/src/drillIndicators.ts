import type { Indicator } from '@yiwang/vitals';
import { drillKinds } from './drillKinds.ts';

type Bands = Pick<Indicator, 'aggregation' | 'band' | 'warn' | 'hysteresis'> & { readonly name: Indicator['name'] };

/** The bands of the drill (演练), chosen for it: quiet weather stays inside, the storm leaves that of the water. */
const bands: Readonly<Record<string, Bands>> = {
  'water-level': {
    name: { zh: '河道水位', en: 'River level' },
    aggregation: 'worst',
    band: { low: 1, high: 3.5 },
    warn: { low: 1.2, high: 3.1 },
    hysteresis: 0.1,
  },
  'rain-intensity': {
    name: { zh: '降雨强度', en: 'Rain intensity' },
    aggregation: 'max',
    band: { low: null, high: 50 },
    warn: { low: null, high: 30 },
    hysteresis: 2,
  },
  'pm2.5': {
    name: { zh: '细颗粒物', en: 'PM2.5' },
    aggregation: 'mean',
    band: { low: null, high: 75 },
    warn: { low: null, high: 60 },
    hysteresis: 3,
  },
  'traffic-speed': {
    name: { zh: '路网车速', en: 'Road speed' },
    aggregation: 'mean',
    band: { low: 20, high: null },
    warn: { low: 24, high: null },
    hysteresis: 1,
  },
  'water-pressure': {
    name: { zh: '供水压力', en: 'Supply pressure' },
    aggregation: 'worst',
    band: { low: 0.25, high: 0.5 },
    warn: { low: 0.28, high: 0.46 },
    hysteresis: 0.01,
  },
};

/** The drill's indicators, one for each kind of station; a city's own models may name the same observed properties. */
export const drillIndicators: readonly Indicator[] = drillKinds.flatMap(
  ({ observedProperty, unit, decimals, kind }) => {
    const known = bands[observedProperty];
    return known === undefined
      ? []
      : [
          {
            ...known,
            code: observedProperty,
            unit,
            observedProperty,
            silentAfterMinutes: 10,
            decimals,
            organisation: `drill.${kind}`,
          },
        ];
  },
);
