/** A kind of simulated station: how many a district has, what it observes, and its course in quiet weather. */
export interface DrillKind {
  readonly kind: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly observedProperty: string;
  readonly unit: string;
  readonly perDistrict: number;
  readonly decimals: number;
  /** Middle of the values; a station lies up to `spread` off it, and shakes by `noise`. */
  readonly base: number;
  readonly spread: number;
  readonly noise: number;
  /** What the hour of the day adds, 0 ≤ hour < 24, local time. */
  readonly byHour: (hour: number) => number;
}

/** A bell of one hour's height around an hour of the day, width in hours. */
function peak(hour: number, around: number, width: number): number {
  const off = Math.min(Math.abs(hour - around), 24 - Math.abs(hour - around));
  return Math.exp(-((off / width) ** 2));
}

export const drillKinds: readonly DrillKind[] = [
  {
    kind: 'water-level-point',
    name: { zh: '模拟水位点', en: 'Simulated water level point' },
    observedProperty: 'water-level',
    unit: 'm',
    perDistrict: 5,
    decimals: 2,
    base: 2.3,
    spread: 0.3,
    noise: 0.02,
    byHour: (hour) => 0.12 * Math.sin((hour / 12.4) * 2 * Math.PI),
  },
  {
    kind: 'rain-gauge',
    name: { zh: '模拟雨量站', en: 'Simulated rain gauge' },
    observedProperty: 'rain-intensity',
    unit: 'mm/h',
    perDistrict: 4,
    decimals: 1,
    base: 1.2,
    spread: 0.6,
    noise: 0.3,
    byHour: (hour) => 0.8 * peak(hour, 15, 4),
  },
  {
    kind: 'air-station',
    name: { zh: '模拟空气站', en: 'Simulated air station' },
    observedProperty: 'pm2.5',
    unit: 'µg/m³',
    perDistrict: 4,
    decimals: 0,
    base: 30,
    spread: 6,
    noise: 2,
    byHour: (hour) => 8 * peak(hour, 8, 2) + 6 * peak(hour, 20, 3),
  },
  {
    kind: 'traffic-counter',
    name: { zh: '模拟车速点', en: 'Simulated speed point' },
    observedProperty: 'traffic-speed',
    unit: 'km/h',
    perDistrict: 4,
    decimals: 1,
    base: 42,
    spread: 4,
    noise: 1.5,
    byHour: (hour) => -9 * peak(hour, 8, 1.5) - 8 * peak(hour, 18, 2),
  },
  {
    kind: 'supply-pressure-point',
    name: { zh: '模拟供水压力点', en: 'Simulated supply pressure point' },
    observedProperty: 'water-pressure',
    unit: 'MPa',
    perDistrict: 3,
    decimals: 3,
    base: 0.36,
    spread: 0.02,
    noise: 0.004,
    byHour: (hour) => -0.02 * peak(hour, 7, 1.5) - 0.02 * peak(hour, 19, 2),
  },
];
