import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@yiwang/clock';
import type { CaseDetail, CaseList } from '@yiwang/contract';
import type { Database } from '@yiwang/postgres';
import { makePartitions, recordObservations, registerThings, type Observation } from '@yiwang/sense';
import { followLatest, type Models } from '@yiwang/server';
import { fillHistory, registerMappedThings } from '@yiwang/vitals';
import { createDrill, type Drill } from '../../simulator/src/index.ts';

export interface DrillPlan {
  readonly models: Models;
  /** Seconds until the water leaves its band. */
  readonly afterSeconds: number;
}

const seed = 20_220_326;
const hours = 6;

/** A drill (演练) on a city's districts: its stations registered, its last hours filled in, nothing fed yet. */
export async function prepareDrill(db: Database, clock: Clock, { models, afterSeconds }: DrillPlan): Promise<Drill> {
  const { city, indicators } = models;
  const responsible = new Map(indicators.map(({ observedProperty, organisation }) => [observedProperty, organisation]));
  const drill = createDrill({
    seed,
    regions: city.regions.map(({ code, seat: [lon, lat] }) => ({ code, lon, lat })),
    clock,
    storyRegion: city.regions[2]?.code ?? city.code,
    storyAfterSeconds: afterSeconds,
    organisationOf: () => city.duty,
  });
  const now = clock.now();
  await db.transaction(async (tx) => {
    await makePartitions(tx, clock);
    await registerThings(tx, drill);
    const byThing = new Map(drill.datastreams.map((stream) => [stream.thing, stream.observedProperty]));
    await registerMappedThings(
      tx,
      drill.things.map((thing) => ({
        ...thing,
        organisation: responsible.get(byThing.get(thing.id) ?? '') ?? city.duty,
      })),
    );
    const past = drill.backfill(new Date(now.getTime() - hours * 3_600_000), now);
    const { latest } = await recordObservations(tx, clock, {
      region: city.code,
      source: 'simulator:drill',
      observations: past,
    });
    await fillHistory(tx, indicators, drill.changesOf(past));
    // A drill that is begun again may find its water back in band: the case that was left open has to hear of it.
    await followLatest(tx, clock, indicators, latest);
  });
  return drill;
}

export interface Feed {
  stop(): Promise<void>;
}

/**
 * Sends the drill's values through the platform's own HTTP door, as a device does: 200 a second in four messages; a message
 * that was not acknowledged is sent again. When the team has handled the point of the story, its water recedes.
 */
export function feedDrill(drill: Drill, clock: Clock, address: string, device: Device, watcher: string): Feed {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = Promise.all([send(drill, clock, address, device, signal), watch(drill, address, watcher, signal)]);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

export interface Device {
  readonly account: string;
  readonly token: string;
}

async function send(drill: Drill, clock: Clock, address: string, device: Device, signal: AbortSignal): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${device.account}:${device.token}`).toString('base64')}`;
  let waiting: Observation[] = [];
  while (!signal.aborted) {
    waiting.push(...drill.next(clock.now()));
    // Past a minute of trouble the oldest are let go: a drill need not be complete, a full memory helps nobody.
    waiting = waiting.slice(-12_000);
    const batch = waiting.slice(0, 2_000);
    if (batch.length > 0) {
      const answer = await fetch(`${address}/sta/v1.1/CreateObservations`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(dataArrays(batch)),
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
      }).catch(() => undefined); // not acknowledged: it stays and is sent again
      await answer?.body?.cancel().catch(() => undefined); // cut off after the answer began: it is known already
      if (answer?.ok === true) waiting = waiting.slice(batch.length);
    }
    await pause(250, signal);
  }
}

/** SensorThings 1.1 §13.2: one data array for each datastream. */
function dataArrays(observations: readonly Observation[]): unknown[] {
  const rows = Map.groupBy(observations, ({ datastream }) => datastream);
  return [...rows].map(([datastream, list]) => ({
    Datastream: { '@iot.id': datastream },
    components: ['phenomenonTime', 'result'],
    'dataArray@iot.count': list.length,
    dataArray: list.map(({ phenomenonTime, result }) => [phenomenonTime.toISOString(), result]),
  }));
}

/** Looks once a second whether the team has handled the point of the story. */
async function watch(drill: Drill, address: string, account: string, signal: AbortSignal): Promise<void> {
  let cookie: string | undefined;
  while (!signal.aborted) {
    await pause(1000, signal);
    cookie ??= await signIn(address, account, signal);
    if (cookie === undefined) continue;
    const get = async <T>(path: string): Promise<T | undefined> => {
      const answer = await fetch(`${address}${path}`, { headers: { cookie: cookie ?? '' }, signal }).catch(
        () => undefined,
      );
      if (answer?.status === 401) cookie = undefined;
      if (answer?.ok !== true) return undefined;
      return (answer.json() as Promise<T>).catch(() => undefined); // cut off half way: it is asked again
    };
    const story = drill.things.find((thing) => thing.id === drill.storyThing);
    const list = await get<CaseList>(`/api/cases?state=open&region=${story?.region ?? ''}&limit=50`);
    for (const { region, id } of list?.cases ?? []) {
      const detail = await get<CaseDetail>(`/api/cases/${region}/${id}`);
      const handled = detail?.tasks.some((task) => task.element === 'handle' && task.state === 'done') ?? false;
      if (handled && detail?.observation?.thing === drill.storyThing) drill.handled(drill.storyThing);
    }
  }
}

async function signIn(address: string, account: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await fetch(`${address}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ account }),
    signal,
  }).catch(() => undefined);
  return answer?.headers.getSetCookie()[0]?.split(';')[0];
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined); // aborted: the loop sees it
}
