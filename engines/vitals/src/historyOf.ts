import { byIndicator, type Change, type IndicatorChange } from './byIndicator.ts';
import type { Indicator, Light } from './indicator.ts';
import { lightOf, severityOf } from './lightOf.ts';
import { signKey } from './lockSigns.ts';
import { minuteOf } from './minuteOf.ts';
import { joinParts, valueOfParts, type Parts } from './parts.ts';
import { cityOf } from './regions.ts';

interface Point {
  readonly thing: string;
  readonly at: number;
  readonly value: number;
  readonly severity: number;
  readonly light: Light;
}

export interface SampleRow {
  readonly region: string;
  readonly indicator: string;
  readonly minute: number;
  size: number;
  total: number;
  lowest: number;
  highest: number;
  last: number;
  at: number;
  light: Light;
  worst: Parts['worst'];
}

export interface PointRow {
  readonly region: string;
  readonly indicator: string;
  readonly thing: string;
  readonly minute: number;
  value: number;
  at: number;
  light: Light;
}

type SampleValue = Pick<SampleRow, 'region' | 'indicator' | 'at' | 'last' | 'light' | 'worst'>;

/** Adds a sign's value to the sample of its minute. */
function keepSample(samples: Map<string, SampleRow>, value: SampleValue): void {
  const { region, indicator, at, last, light, worst } = value;
  const minute = minuteOf(new Date(at)).getTime();
  const key = `${region}/${indicator}/${minute}`;
  const row = samples.get(key);
  if (row === undefined) {
    const first = { size: 1, total: last, lowest: last, highest: last };
    samples.set(key, { region, indicator, minute, at, last, light, worst, ...first });
    return;
  }
  row.size += 1;
  row.total += last;
  row.lowest = Math.min(row.lowest, last);
  row.highest = Math.max(row.highest, last);
  Object.assign(row, { last, at, light, worst });
}

/** A sign that something moved, within one instant. */
interface Touched {
  readonly region: string;
  readonly indicator: Indicator;
}

/** The samples that `applyLatest` would have kept, had these values come one time after the other. Pure. */
export function historyOf(
  indicators: readonly Indicator[],
  changes: readonly Change[],
): { readonly samples: readonly SampleRow[]; readonly points: readonly PointRow[] } {
  const states = new Map<string, Map<string, Point>>(); // sign → thing → point
  const parts = new Map<string, { readonly at: number; readonly parts: Parts }>(); // of districts, and of city-wide things
  const lights = new Map<string, Light>();
  const samples = new Map<string, SampleRow>();
  const points = new Map<string, PointRow>();

  const movePoint = ({ indicator, region, thing, value }: IndicatorChange, at: number): Touched => {
    const sign = signKey(region, indicator.code);
    const things = states.get(sign) ?? new Map<string, Point>();
    states.set(sign, things);
    const light = lightOf(indicator, value, things.get(thing)?.light ?? 'unknown');
    things.set(thing, { thing, at, value, severity: severityOf(indicator, value), light });
    const minute = minuteOf(new Date(at)).getTime();
    points.set(`${sign}/${thing}/${minute}`, { region, indicator: indicator.code, thing, minute, value, at, light });
    return { region, indicator };
  };
  const sample = ({ region, indicator }: Touched, at: number, joined: Parts | undefined): void => {
    if (joined === undefined) return;
    const sign = signKey(region, indicator.code);
    const last = valueOfParts(indicator, joined);
    const light = lightOf(indicator, last, lights.get(sign) ?? 'unknown');
    lights.set(sign, light);
    keepSample(samples, { region, indicator: indicator.code, at, last, light, worst: joined.worst });
  };
  const sampleDistrict = ({ region, indicator }: Touched, at: number): Touched => {
    const sign = signKey(region, indicator.code);
    const after = at - indicator.silentAfterMinutes * 60_000;
    const fresh = [...(states.get(sign)?.values() ?? [])].filter((point) => point.at > after);
    const joined = joinParts(fresh.map(alone(region)));
    if (joined !== undefined) parts.set(sign, { at, parts: joined });
    const city = cityOf(region);
    if (region !== city) sample({ region, indicator }, at, joined);
    return { region: city, indicator };
  };
  const sampleCity = ({ region, indicator }: Touched, at: number): void => {
    const after = at - indicator.silentAfterMinutes * 60_000;
    const fresh = [...parts].filter(
      ([sign, known]) => known.at > after && sign.startsWith(region.slice(0, 4)) && sign.endsWith(`/${indicator.code}`),
    );
    sample({ region, indicator }, at, joinParts(fresh.map(([, known]) => known.parts)));
  };

  const byTime = Map.groupBy(changes, ({ phenomenonTime }) => phenomenonTime.getTime());
  for (const [at, together] of [...byTime].toSorted(([a], [b]) => a - b)) {
    const districts = onceEach(byIndicator(indicators, together).map((change) => movePoint(change, at)));
    const cities = onceEach(districts.map((touched) => sampleDistrict(touched, at)));
    for (const touched of cities) sampleCity(touched, at);
  }
  return { samples: [...samples.values()], points: [...points.values()] };
}

function onceEach(touched: readonly Touched[]): readonly Touched[] {
  return [...new Map(touched.map((sign) => [signKey(sign.region, sign.indicator.code), sign])).values()];
}

function alone(region: string): (point: Point) => Parts {
  return ({ thing, value, severity }) => ({
    size: 1,
    total: value,
    lowest: value,
    highest: value,
    worst: { severity, value, region, thing },
  });
}
