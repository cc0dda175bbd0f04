import { hash } from 'node:crypto';
import type { Observation } from './observation.ts';

/** By region, datastream, time: the order of the table's key. Also what keeps concurrent batches from deadlocks. */
export function byKey(a: Observation, b: Observation): number {
  if (a.region !== b.region) return a.region < b.region ? -1 : 1;
  if (a.datastream !== b.datastream) return a.datastream < b.datastream ? -1 : 1;
  return a.phenomenonTime.getTime() - b.phenomenonTime.getTime();
}

/**
 * SHA-256, hex, over the rows of a batch in key order: one line each, `region datastream milliseconds result`, where the
 * number is written as ECMAScript writes it. Anyone who holds the rows can make it again.
 */
export function batchHash(sorted: readonly Observation[]): string {
  let text = '';
  for (const { region, datastream, phenomenonTime, result } of sorted) {
    text += `${region} ${datastream} ${phenomenonTime.getTime()} ${result}\n`;
  }
  return hash('sha256', text);
}
