import type { Sign } from '@yiwang/contract';
import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { findSigns, type Indicator } from '@yiwang/vitals';
import { emptySpark, findSparks } from './findSparks.ts';

export interface SignOptions {
  readonly indicators: readonly Indicator[];
  readonly simulated: boolean;
  /** Ids of the kept reports that targets were read in, by the hash of their text; without them no target leads to its row. */
  readonly reports?: ReadonlyMap<string, string>;
  /** A past time; now unless told. */
  readonly at: Date | undefined;
}

/** Every vital sign of a region with its last two hours, in the order of the models; one that nothing was heard of is unknown. */
export async function listSigns(sql: Sql, clock: Clock, region: string, options: SignOptions): Promise<Sign[]> {
  const { indicators, simulated, at, reports } = options;
  const [states, sparks] = await Promise.all([
    findSigns(sql, clock, region, at === undefined ? {} : { at }),
    findSparks(sql, region, at ?? clock.now()),
  ]);
  const stateOf = new Map(states.map((state) => [state.indicator, state]));
  return indicators.map((indicator) => {
    const state = stateOf.get(indicator.code);
    return {
      indicator: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      region,
      value: state?.value ?? null,
      decimals: indicator.decimals,
      at: state?.at?.toISOString() ?? null,
      light: state?.light ?? 'unknown',
      band: indicator.band,
      ...(indicator.target === undefined ? {} : { target: targetOf(indicator.target, reports) }),
      simulated,
      // The last point is the value itself and not its minute's mean, so that the line ends where the number says.
      spark: [...(sparks.get(indicator.code) ?? emptySpark).slice(0, -1), state?.value ?? null],
      organisation: indicator.organisation,
    };
  });
}

function targetOf(
  { report, ...target }: NonNullable<Indicator['target']>,
  reports: SignOptions['reports'],
): NonNullable<Sign['target']> {
  const id = report === undefined ? undefined : reports?.get(report.hash);
  return report === undefined || id === undefined ? target : { ...target, report: { id, row: report.row } };
}
