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

/** Each observed property is one that a city's indicators can name; quiet weather stays in common bands of it. */
export const drillKinds: readonly DrillKind[] = [
  {
    kind: 'flooding-point',
    name: { zh: '模拟水位点', en: 'Simulated flooding point' },
    observedProperty: 'water-level',
    unit: 'm',
    perDistrict: 4,
    decimals: 3,
    base: 0.02,
    spread: 0.01,
    noise: 0.002,
    byHour: () => 0,
  },
  {
    kind: 'rain-gauge',
    name: { zh: '模拟雨量站', en: 'Simulated rain gauge' },
    observedProperty: 'rain',
    unit: 'mm/h',
    perDistrict: 3,
    decimals: 1,
    base: 1.2,
    spread: 0.6,
    noise: 0.3,
    byHour: (hour) => 0.8 * peak(hour, 15, 4),
  },
  {
    kind: 'river-gauge',
    name: { zh: '模拟河道水位站', en: 'Simulated river gauge' },
    observedProperty: 'river-level',
    unit: 'm',
    perDistrict: 2,
    decimals: 2,
    base: -1.1,
    spread: 0.3,
    noise: 0.02,
    byHour: (hour) => 0.12 * Math.sin((hour / 12) * 2 * Math.PI),
  },
  {
    kind: 'air-station',
    name: { zh: '模拟空气站', en: 'Simulated air station' },
    observedProperty: 'pm25',
    unit: 'μg/m³',
    perDistrict: 3,
    decimals: 0,
    base: 30,
    spread: 6,
    noise: 2,
    byHour: (hour) => 8 * peak(hour, 8, 2) + 6 * peak(hour, 20, 3),
  },
  {
    kind: 'road-section',
    name: { zh: '模拟拥堵路段', en: 'Simulated road section' },
    observedProperty: 'congestion',
    unit: '',
    perDistrict: 2,
    decimals: 2,
    base: 1.2,
    spread: 0.08,
    noise: 0.03,
    byHour: (hour) => 0.3 * peak(hour, 8, 1.5) + 0.28 * peak(hour, 18, 2),
  },
  {
    kind: 'traffic-counter',
    name: { zh: '模拟车速点', en: 'Simulated speed point' },
    observedProperty: 'traffic-speed',
    unit: 'km/h',
    perDistrict: 2,
    decimals: 1,
    base: 42,
    spread: 4,
    noise: 1.5,
    byHour: (hour) => -9 * peak(hour, 8, 1.5) - 8 * peak(hour, 18, 2),
  },
  {
    kind: 'pressure-point',
    name: { zh: '模拟供水压力点', en: 'Simulated supply pressure point' },
    observedProperty: 'supply-pressure',
    unit: 'MPa',
    perDistrict: 3,
    decimals: 3,
    base: 0.345,
    spread: 0.012,
    noise: 0.003,
    byHour: (hour) => -0.015 * peak(hour, 7, 1.5) - 0.015 * peak(hour, 19, 2),
  },
  {
    kind: 'water-section',
    name: { zh: '模拟水质断面', en: 'Simulated water section' },
    observedProperty: 'section-oxygen',
    unit: 'mg/L',
    perDistrict: 1,
    decimals: 2,
    base: 7.2,
    spread: 0.5,
    noise: 0.08,
    byHour: (hour) => 0.5 * peak(hour, 15, 4),
  },
  {
    kind: 'water-works',
    name: { zh: '模拟水厂', en: 'Simulated water works' },
    observedProperty: 'turbidity',
    unit: 'NTU',
    perDistrict: 1,
    decimals: 2,
    base: 0.3,
    spread: 0.08,
    noise: 0.02,
    byHour: () => 0,
  },
];
