import type { LightCounts, Network, Screen } from '@yiwang/contract';
import { findVerifiers, latestCheckpoint, verifyNote } from '@yiwang/ledger';
import type { RowPredicate } from '@yiwang/handle';
import { countOpenCases, type OpenCases } from '../cases/countOpenCases.ts';
import { findFirstCase } from '../cases/findFirstCase.ts';
import { networkOf, summaryOf } from '../cases/caseSummary.ts';
import type { Platform } from '../platform.ts';
import { organisationName } from '../servedCity.ts';
import { countSignLights } from '../signs/countSignLights.ts';
import { listSigns } from '../signs/listSigns.ts';
import { findRecentEvents } from './liveEvents.ts';

export interface ScreenRequest {
  readonly region: string;
  /** A past minute; now unless told. */
  readonly at: Date | undefined;
  /** Which cases are seen. */
  readonly rows: RowPredicate;
}

const networks: readonly Network[] = ['serve', 'manage', 'oversee'];
const none: LightCounts = { ok: 0, due: 0, over: 0 };

function sum(lights: readonly OpenCases[]): LightCounts {
  return lights.reduce(
    (all, { ok, due, over }) => ({ ok: all.ok + ok, due: all.due + due, over: all.over + over }),
    none,
  );
}

/** The one screen (一屏) of a region or of the whole city: seven queries, side by side. */
export async function readScreen(platform: Platform, { region, at, rows }: ScreenRequest): Promise<Screen> {
  const { db, clock, city, apps, indicators, calendar } = platform;
  const now = clock.now();
  const when = at ?? now;
  const isCity = region === city.code;
  const pattern = isCity ? `${region.slice(0, 4)}%` : region;
  const districts = isCity ? city.regions : city.regions.filter(({ code }) => code === region);
  const [signs, signLights, lights, first, events, checkpoint] = await Promise.all([
    listSigns(db, clock, region, { indicators, simulated: city.simulated, at }),
    countSignLights(
      db,
      districts.map(({ code }) => code),
      now,
      at,
    ),
    countOpenCases(db, pattern, when, at !== undefined, rows),
    at === undefined ? findFirstCase(db, pattern, now, rows) : undefined,
    findRecentEvents(db, pattern, when, platform),
    findCheckpoint(platform, region),
  ]);
  return {
    at: when.toISOString(),
    live: at === undefined,
    signs,
    signsInBand: signs.filter(({ light }) => light === 'ok' || light === 'due').length,
    cases: networks.map((network) => ({
      network,
      counts: sum(lights.filter(({ app }) => networkOf(apps, app) === network)),
    })),
    districts: districts.map(({ code }) => ({
      region: code,
      counts: sum(lights.filter((one) => one.region === code)),
      signs: signLights.get(code) ?? none,
      dutyOrganisation: city.duty,
      dutyName: organisationName(city, city.duty),
    })),
    first:
      first === undefined
        ? null
        : {
            case: summaryOf(first, platform),
            overMinutes:
              first.dueAt === null || first.dueAt > now
                ? null
                : Math.floor((now.getTime() - first.dueAt.getTime()) / 60_000),
          },
    events,
    checkpoint,
    calendar: { version: calendar.version, workday: calendar.isWorkday(when) },
  };
}

/** The region's last checkpoint; for the city, the one that was signed last in any of its books. */
async function findCheckpoint({ db, city }: Platform, region: string): Promise<Screen['checkpoint']> {
  let newest = region;
  if (region === city.code) {
    const [row] = await db.query<{ region: string }>(
      `SELECT region FROM ledger.checkpoint WHERE region LIKE $1 ORDER BY at DESC LIMIT 1`,
      [`${region.slice(0, 4)}%`],
    );
    newest = row?.region ?? region;
  }
  const checkpoint = await latestCheckpoint(db, newest);
  if (checkpoint === undefined) return null;
  const { verdict, note } = await verifyNote(checkpoint.note, await findVerifiers(db));
  return { region: newest, size: note.size, at: checkpoint.at.toISOString(), verified: verdict === 'signed' };
}
