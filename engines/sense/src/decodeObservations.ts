import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { senseFaults as faults } from './faults.ts';
import type { Observation } from './observation.ts';
import { parseInstant } from './parseInstant.ts';
import { resultReason } from './resultRange.ts';
import { timeReason } from './timeWindow.ts';

/** Bounds of one HTTP request. */
export const mostObservations = 10_000;
export const mostBytes = 1024 * 1024;
/** A row that was refused, by its place in the message. */
export interface BadObservation {
  readonly index: number;
  readonly reason: string;
}

/** An observation as it came, before its datastream was looked up. */
export interface ReceivedObservation {
  readonly datastream: string;
  readonly phenomenonTime: Date;
  readonly result: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Anything else is refused: nothing may ride along that could name a person. */
const members = new Set(['result', 'phenomenonTime', 'Datastream']);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw faults.unreadable({ reason: cause instanceof Error ? cause.message.slice(0, 200) : 'not JSON' }, cause);
  }
}

function readDatastream(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const id = value['@iot.id'];
  return typeof id === 'string' && uuid.test(id) && Object.keys(value).length === 1 ? id.toLowerCase() : undefined;
}

/** A number and a time within reason, or the reason why not. */
function readValue(datastream: string, result: unknown, time: unknown, now: number): ReceivedObservation | string {
  if (typeof result !== 'number') return 'result is no finite number';
  const phenomenonTime = typeof time === 'string' ? parseInstant(time) : undefined;
  if (phenomenonTime === undefined) return 'phenomenonTime is no RFC 3339 instant with a zone';
  return resultReason(result) ?? timeReason(phenomenonTime.getTime(), now) ?? { datastream, phenomenonTime, result };
}

function readOne(value: unknown, now: number, own: string | undefined): ReceivedObservation | string {
  if (!isObject(value)) return 'not an object';
  const extra = Object.keys(value).find((name) => !members.has(name));
  if (extra !== undefined) return `the field ${JSON.stringify(extra.slice(0, 40))} is not stored here`;
  const datastream = value['Datastream'] === undefined ? own : readDatastream(value['Datastream']);
  if (datastream === undefined) return 'Datastream lacks an @iot.id that is a UUID';
  if (own !== undefined && datastream !== own) return 'Datastream differs from the addressed one';
  // SensorThings 1.1 §8.2.7: a device without a clock leaves the time out, and it is the server's. Such a value sent twice is two.
  const time = value['phenomenonTime'] ?? new Date(now).toISOString();
  return readValue(datastream, value['result'], time, now);
}

/** SensorThings 1.1 §8.5.2 data array: `[{Datastream, components, dataArray: [[…]]}]`. */
function readDataArray(group: Record<string, unknown>, now: number, take: Take): void {
  const known = ['Datastream', 'components', 'dataArray', 'dataArray@iot.count'];
  const extra = Object.keys(group).find((name) => !known.includes(name));
  if (extra !== undefined) throw faults.unreadable({ reason: `unknown field ${JSON.stringify(extra.slice(0, 40))}` });
  const datastream = readDatastream(group['Datastream']);
  if (datastream === undefined) throw faults.unreadable({ reason: 'Datastream lacks an @iot.id that is a UUID' });
  const { components, dataArray } = group;
  if (!Array.isArray(components) || !Array.isArray(dataArray)) {
    throw faults.unreadable({ reason: 'components and dataArray must be arrays' });
  }
  const at = components.indexOf('phenomenonTime');
  const value = components.indexOf('result');
  if (at < 0 || value < 0 || components.length !== 2) {
    throw faults.unreadable({ reason: 'components must be phenomenonTime and result, nothing else' });
  }
  for (const row of dataArray) {
    take(
      Array.isArray(row) && row.length === 2
        ? readValue(datastream, row[value], row[at], now)
        : 'a row must have two elements',
    );
  }
}

type Take = (read: ReceivedObservation | string) => void;

/**
 * Reads an HTTP body or an MQTT payload: one Observation, an array of them, or data arrays.
 * @param own the datastream that the address already names (`Datastreams(<id>)/Observations`)
 * @throws sense.tooLarge, sense.unreadable, sense.badObservations (its cause lists every bad row by index)
 */
export function decodeObservations(bytes: Uint8Array, clock: Clock, own?: string): readonly ReceivedObservation[] {
  if (bytes.length > mostBytes) throw faults.tooLarge({ limit: `${mostBytes} bytes` });
  const body = parseJson(bytes);
  const now = clock.now().getTime();
  const good: ReceivedObservation[] = [];
  const bad: BadObservation[] = [];
  const take: Take = (read) => {
    const index = good.length + bad.length;
    if (index >= mostObservations) throw faults.tooLarge({ limit: `${mostObservations} observations` });
    if (typeof read === 'string') bad.push({ index, reason: read });
    else good.push(read);
  };
  for (const item of Array.isArray(body) ? body : [body]) {
    if (isObject(item) && 'dataArray' in item) readDataArray(item, now, take);
    else take(readOne(item, now, own));
  }
  refuseBad(bad);
  return good;
}

function refuseBad(bad: readonly BadObservation[]): void {
  const [first] = bad;
  if (first === undefined) return;
  throw faults.badObservations({ count: bad.length, first: first.index, reason: first.reason }, bad);
}

/** Every bad row of a `sense.badObservations` fault, for the response. */
export function badObservationsOf(fault: Error): readonly BadObservation[] {
  return Array.isArray(fault.cause) ? fault.cause : [];
}

/**
 * Looks up the region of each datastream, in one statement.
 * @throws sense.badObservations when one is not registered: nothing of the message is stored then
 */
export async function locateObservations(
  sql: Sql,
  received: readonly ReceivedObservation[],
): Promise<readonly Observation[]> {
  const ids = [...new Set(received.map(({ datastream }) => datastream))];
  const rows = await sql.query<{ id: string; region: string }>(
    `SELECT id, region FROM sense.datastream WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const regions = new Map(rows.map(({ id, region }) => [id, region]));
  const bad: BadObservation[] = [];
  const located: Observation[] = [];
  received.forEach((observation, index) => {
    const region = regions.get(observation.datastream);
    if (region === undefined) bad.push({ index, reason: `datastream ${observation.datastream} is not registered` });
    else located.push({ region, ...observation });
  });
  refuseBad(bad);
  return located;
}
