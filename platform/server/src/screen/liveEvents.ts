import type { Light, LiveEvent } from '@yiwang/contract';
import type { App } from '@yiwang/appkit';
import type { Sql } from '@yiwang/postgres';
import type { Indicator } from '@yiwang/vitals';
import { organisationName, regionName, type ServedCity } from '../servedCity.ts';

interface CrossingRow {
  readonly region: string;
  readonly id: string;
  readonly indicator: string;
  readonly from_light: Light;
  readonly to_light: Light;
  readonly at: Date;
  readonly value: number;
  readonly name_zh: string | null;
  readonly name_en: string | null;
}

const crossingColumns = `x.region, x.id, x.indicator, x.from_light, x.to_light, x.at, x.value, t.name_zh, t.name_en`;

/** Crossings of these keys, for who watches. */
export async function findCrossingEvents(
  sql: Sql,
  keys: readonly (readonly [string, string])[],
  names: EventNames,
): Promise<LiveEvent[]> {
  if (keys.length === 0) return [];
  const rows = await sql.query<CrossingRow>(
    `SELECT ${crossingColumns} FROM unnest($1::text[], $2::uuid[]) key (region, id)
     JOIN vitals.crossing x ON x.region = key.region AND x.id = key.id
     LEFT JOIN sense.thing t ON t.region = x.region AND t.id = x.thing`,
    [keys.map(([region]) => region), keys.map(([, id]) => id)],
  );
  return rows.map((row) => eventOfCrossing(row, names));
}

export interface EventNames {
  readonly city: ServedCity;
  readonly apps: readonly App[];
  readonly indicators: readonly Indicator[];
}

function eventOfCrossing(row: CrossingRow, { city, indicators }: EventNames): LiveEvent {
  const indicator = indicators.find(({ code }) => code === row.indicator);
  const value = `${row.value.toFixed(indicator?.decimals ?? 2)} ${indicator?.unit ?? ''}`.trim();
  const back = row.to_light !== 'over';
  const name = indicator?.name ?? { zh: row.indicator, en: row.indicator };
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: 'crossing',
    light: row.to_light,
    title: {
      zh: `${name.zh} ${value} ${back ? '回到区间' : '越界'}`,
      en: `${name.en} ${value} ${back ? 'back in band' : 'out of band'}`,
    },
    region: row.region,
    place: row.name_zh ?? regionName(city, row.region).zh,
    organisationName: indicator === undefined ? null : organisationName(city, indicator.organisation),
    case: null,
  };
}

interface CaseEventRow {
  readonly region: string;
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: Date;
  readonly title: string;
  readonly number: string;
  readonly organisation: string;
  readonly light: Light;
}

/** What of a case's history the live list tells. */
const told: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'case.opened': { zh: '立案', en: 'opened' },
  'task.claimed': { zh: '接单', en: 'taken' },
  'task.completed': { zh: '办结一步', en: 'a step done' },
  'case.closed': { zh: '结案', en: 'closed' },
};

function eventOfCase(row: CaseEventRow, { city }: EventNames): LiveEvent {
  const what = told[row.kind] ?? { zh: row.kind, en: row.kind };
  return {
    id: `${row.id}.${row.seq}`,
    at: row.at.toISOString(),
    kind: 'case',
    light: row.light,
    title: { zh: `${row.title} ${what.zh}`, en: `${row.title} ${what.en}` },
    region: row.region,
    place: regionName(city, row.region).zh,
    organisationName: organisationName(city, row.organisation),
    case: { region: row.region, id: row.id },
  };
}

const caseEventColumns = `c.region, c.id, e.seq, e.kind, e.at, c.title, c.number, c.organisation,
  CASE WHEN c.state = 'closed' OR c.due_at IS NULL THEN 'ok' WHEN c.due_at <= $1 THEN 'over'
       WHEN c.warn_at <= $1 THEN 'due' ELSE 'ok' END AS light`;

/** The newest event that is told of each of these cases. */
export async function findCaseEvents(
  sql: Sql,
  now: Date,
  keys: readonly (readonly [string, string])[],
  names: EventNames,
): Promise<LiveEvent[]> {
  if (keys.length === 0) return [];
  const rows = await sql.query<CaseEventRow>(
    `SELECT ${caseEventColumns} FROM unnest($2::text[], $3::uuid[]) key (region, id)
     JOIN handle."case" c ON c.region = key.region AND c.id = key.id
     JOIN LATERAL (
       SELECT seq, kind, at FROM handle.event
       WHERE region = c.region AND case_id = c.id AND kind = ANY($4) ORDER BY seq DESC LIMIT 1) e ON true`,
    [now, keys.map(([region]) => region), keys.map(([, id]) => id), Object.keys(told)],
  );
  return rows.map((row) => eventOfCase(row, names));
}

/** The last events of a region, or of the whole city, up to a time, newest first. */
export async function findRecentEvents(
  sql: Sql,
  pattern: string,
  until: Date,
  names: EventNames,
  most = 30,
): Promise<LiveEvent[]> {
  const from = new Date(until.getTime() - 24 * 3_600_000);
  const [crossings, cases] = await Promise.all([
    sql.query<CrossingRow>(
      `SELECT ${crossingColumns} FROM vitals.crossing x
       LEFT JOIN sense.thing t ON t.region = x.region AND t.id = x.thing
       WHERE x.region LIKE $1 AND x.at > $2 AND x.at <= $3 ORDER BY x.at DESC, x.id DESC LIMIT $4`,
      [pattern, from, until, most],
    ),
    sql.query<CaseEventRow>(
      `SELECT ${caseEventColumns} FROM handle."case" c
       JOIN LATERAL (
         SELECT seq, kind, at FROM handle.event
         WHERE region = c.region AND case_id = c.id AND kind = ANY($4) AND at <= $1 ORDER BY seq DESC LIMIT 1) e ON true
       WHERE c.region LIKE $2 AND c.opened_at > $3 AND c.opened_at <= $1
       ORDER BY e.at DESC LIMIT $5`,
      [until, pattern, from, Object.keys(told), most],
    ),
  ]);
  const events = [
    ...crossings.map((row) => eventOfCrossing(row, names)),
    ...cases.map((row) => eventOfCase(row, names)),
  ];
  return events.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, most);
}
