import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { findThings, importCsv, lastTimeOf, type CsvReport } from '@yiwang/sense';
import { followLatest, loadModels, registerStations, retryDeadlock, type Models } from '@yiwang/server';
import { cliFaults as faults } from '../faults.ts';
import { fillFromStored } from '../fillFromStored.ts';
import { importedId, importedThing, replayedUntil, type ImportedSeries } from '../importedThing.ts';
import { languageHere } from '../languageHere.ts';
import { dataOption, reachPlatformDatabase } from '../reachPlatformDatabase.ts';
import { readOptions } from '../readOptions.ts';
import { root } from '../runTool.ts';

const usage =
  'import FILE.csv --property CODE --region CODE [--name NAME] [--zone Asia/Shanghai] [--replay] [--data FOLDER] [--city FOLDER]';
const mostShown = 20;
const text = (zh: string, en: string): string => (languageHere() === 'zh' ? zh : en);

/**
 * Imports a real series (a CSV with `timestamp,value`) as the datastream of a thing made for it, and fills the history of its
 * signs. Safe to repeat: what is there already stays.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      property: { type: 'string' },
      region: { type: 'string' },
      name: { type: 'string' },
      zone: { type: 'string', default: 'Asia/Shanghai' },
      replay: { type: 'boolean', default: false },
      data: dataOption,
      city: { type: 'string', default: path.join(root, 'cities', 'hangzhou') },
    },
    usage,
    1,
  );
  const [file] = positionals;
  if (file === undefined) throw faults.usage({ reason: 'the file is missing', usage });
  if (!existsSync(file)) throw faults.noSuchFile({ file });
  const models = loadModels(path.resolve(values.city), false);
  const series = { file, name: values.name, ...placeOf(models, values.region, values.property) };
  const database = await reachPlatformDatabase(path.resolve(values.data));
  try {
    return await importSeries(database.db, models, series, { zone: values.zone, replay: values.replay });
  } finally {
    await database.close();
  }
}

/** @throws cli.usage naming what there is */
function placeOf(
  { city, indicators }: Models,
  region: string | undefined,
  property: string | undefined,
): Pick<ImportedSeries, 'region' | 'seat' | 'indicator'> {
  const district = city.regions.find(({ code }) => code === region);
  if (district === undefined) {
    const there = city.regions.map(({ code, name }) => `${code} ${name[languageHere()]}`).join(', ');
    throw faults.usage({ reason: `--region must be a district: ${there}`, usage });
  }
  const indicator = indicators.find(({ observedProperty }) => observedProperty === property);
  if (indicator === undefined) {
    const there = [...new Set(indicators.map(({ observedProperty }) => observedProperty))].join(', ');
    throw faults.usage({ reason: `--property must be what a sign is fed by: ${there}`, usage });
  }
  return { region: district.code, seat: district.seat, indicator };
}

interface Times {
  readonly zone: string;
  readonly replay: boolean;
}

async function importSeries(db: Database, models: Models, series: ImportedSeries, times: Times): Promise<number> {
  const { file, region, indicator } = series;
  const read = () => ({ input: createReadStream(file), timeZone: times.zone });
  const last = await lastTimeOf(systemClock, read());
  const until = times.replay && last !== undefined ? await replayEnd(db, series) : undefined;
  const { thing, datastream } = importedThing(series, until);
  await db.transaction((tx) => registerStations(tx, { things: [thing], datastreams: [datastream] }));
  const report = await importCsv(db, systemClock, {
    ...read(),
    region,
    datastream: datastream.id,
    source: 'system:import',
    shift: until === undefined || last === undefined ? 0 : until.getTime() - last.getTime(),
    onProgress: ({ rows }) => console.log(text(`  已读 ${rows} 行…`, `  ${rows} rows…`)),
  });
  const fresh = await liveValue(db, models, region, datastream.id);
  const { observedProperty } = indicator;
  const filled = await fillFromStored(db, models.indicators, {
    region,
    thing: thing.id,
    datastream: datastream.id,
    observedProperty,
    before: fresh?.phenomenonTime ?? new Date(systemClock.now().getTime() + 3_600_000),
  });
  if (fresh !== undefined) {
    const change = { region, thing: thing.id, observedProperty, ...fresh };
    await retryDeadlock(() => db.transaction((tx) => followLatest(tx, systemClock, models.indicators, [change])));
  }
  tell(report, thing.name[languageHere()], filled + (fresh === undefined ? 0 : 1), until);
  return report.recorded + report.repeated > 0 ? 0 : 1;
}

/** A replay ends now; one that is repeated ends where it ended the first time, so that its values are known again. */
async function replayEnd(db: Database, { file, region, indicator }: ImportedSeries): Promise<Date> {
  const id = importedId(file, region, indicator.observedProperty, true);
  const known = (await findThings(db, region)).find((thing) => thing.id === id);
  return (known === undefined ? undefined : replayedUntil(known.purpose)) ?? systemClock.now();
}

interface Value {
  readonly phenomenonTime: Date;
  readonly result: number;
}

/** The newest value where it is young enough to move a sign: a value of years ago opens no case. */
async function liveValue(db: Database, models: Models, region: string, datastream: string): Promise<Value | undefined> {
  const [newest] = await db.query<Value & { property: string }>(
    `SELECT l.phenomenon_time AS "phenomenonTime", l.result, d.observed_property AS property
     FROM sense.latest l JOIN sense.datastream d ON d.region = l.region AND d.id = l.datastream
     WHERE l.region = $1 AND l.datastream = $2`,
    [region, datastream],
  );
  if (newest === undefined) return undefined;
  const { property, ...value } = newest;
  const silent = models.indicators
    .filter(({ observedProperty }) => observedProperty === property)
    .map(({ silentAfterMinutes }) => silentAfterMinutes);
  const age = systemClock.now().getTime() - value.phenomenonTime.getTime();
  return age < Math.max(0, ...silent) * 60_000 ? value : undefined;
}

function tell(report: CsvReport, name: string, filled: number, until: Date | undefined): void {
  const { rows, recorded, repeated, conflicting, bad } = report;
  for (const { line, reason } of bad.first.slice(0, mostShown)) {
    console.log(text(`■ 第 ${line} 行：${reason}`, `■ line ${line}: ${reason}`));
  }
  if (bad.count > mostShown) console.log(text(`  共 ${bad.count} 行有误`, `  ${bad.count} bad rows in all`));
  console.log(
    text(
      `● ${name}：读 ${rows} 行，新录 ${recorded}，已有 ${repeated}（其中 ${conflicting} 值不同，以先到为准），有误 ${bad.count}；体征历史 ${filled} 个值`,
      `● ${name}: ${rows} rows, ${recorded} recorded, ${repeated} known (${conflicting} with another value; the first stays), ${bad.count} bad; ${filled} values in the sign's history`,
    ),
  );
  if (until !== undefined) {
    const end = until.toISOString();
    console.log(
      text(
        `  模拟回放，时间已平移，最后一个值在 ${end}`,
        `  a simulated replay: times are moved, the last value is at ${end}`,
      ),
    );
  }
}
