import type { Sql } from '@yiwang/postgres';

/** A crossing of a band with the thing that crossed, as a decision sees it. */
export interface CrossingFacts {
  readonly region: string;
  readonly id: string;
  readonly indicator: string;
  readonly thing: string;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly value: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly cell: string | null;
  readonly simulated: boolean;
}

const columns = `x.region, x.id, x.indicator, x.thing, x.from_light AS "from", x.to_light AS "to", x.at, x.value,
  t.name_zh AS "nameZh", t.name_en AS "nameEn", t.kind, t.longitude, t.latitude, t.cell, t.simulated`;

export async function findCrossing(sql: Sql, region: string, id: string): Promise<CrossingFacts | undefined> {
  const [row] = await sql.query<CrossingFacts>(
    `SELECT ${columns} FROM vitals.crossing x JOIN sense.thing t ON t.region = x.region AND t.id = x.thing
     WHERE x.region = $1 AND x.id = $2`,
    [region, id],
  );
  return row;
}

/** True when the thing's last crossing of that band led back into it. */
export async function isBackInBand(sql: Sql, { region, indicator, thing }: CrossingFacts): Promise<boolean> {
  const [row] = await sql.query<{ to: string }>(
    `SELECT to_light AS "to" FROM vitals.crossing WHERE region = $1 AND indicator = $2 AND thing = $3
     ORDER BY at DESC, id DESC LIMIT 1`,
    [region, indicator, thing],
  );
  return row !== undefined && row.to !== 'over';
}
