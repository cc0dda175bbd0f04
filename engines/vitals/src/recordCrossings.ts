import { uuidv7, type Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Sql } from '@yiwang/postgres';
import type { Light } from './indicator.ts';
import type { MovedPoint } from './movePoints.ts';

/** A thing that left its band (`to` is over) or came back into it (`from` is over). */
export interface Crossing {
  readonly region: string;
  /** UUIDv7 */
  readonly id: string;
  /** Code of the indicator. */
  readonly indicator: string;
  readonly thing: string;
  readonly from: Light;
  readonly to: Light;
  /** When the value held. */
  readonly at: Date;
  readonly value: number;
}

/** Stores who crossed a limit of the band, each with its ledger entry. Values near a limit are none: see `lightOf`. */
export async function recordCrossings(
  tx: Sql,
  clock: Clock,
  moved: readonly MovedPoint[],
): Promise<readonly Crossing[]> {
  const crossings = moved
    .filter(({ before, light }) => (before === 'over') !== (light === 'over'))
    .map(({ region, indicator, thing, before, light, at, value }): Crossing => {
      return { region, id: uuidv7(), indicator: indicator.code, thing, from: before, to: light, at, value };
    });
  if (crossings.length === 0) return [];
  await tx.execute(
    `INSERT INTO vitals.crossing (region, id, indicator, thing, from_light, to_light, at, value)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[],
                          $8::float8[])`,
    [
      crossings.map(({ region }) => region),
      crossings.map(({ id }) => id),
      crossings.map(({ indicator }) => indicator),
      crossings.map(({ thing }) => thing),
      crossings.map(({ from }) => from),
      crossings.map(({ to }) => to),
      crossings.map(({ at }) => at),
      crossings.map(({ value }) => value),
    ],
  );
  await appendEntries(
    tx,
    clock,
    crossings.map(({ region, id, indicator, thing, from, to, at, value }) => ({
      region,
      kind: to === 'over' ? 'band.left' : 'band.entered',
      actor: 'system:vitals',
      subject: `thing:${thing}`,
      body: { crossing: id, indicator, from, to, at: at.toISOString(), value },
    })),
  );
  return crossings;
}
