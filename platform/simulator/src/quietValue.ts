import { numberAt } from './seededNumbers.ts';
import type { Station } from './drillThings.ts';

const hourMs = 3_600_000;
/** China keeps one time, UTC+8, without summer time. */
const zoneHours = 8;

/** What a station reads in quiet weather: its own level, the hour of the day, a slow sway and a little noise. */
export function quietValue({ kind, seed }: Station, at: number): number {
  const hour = (at / hourMs + zoneHours) % 24;
  const own = (numberAt(seed, 3) - 0.5) * 2 * kind.spread;
  const sway = Math.sin((at / hourMs) * (1.1 + numberAt(seed, 4)) + numberAt(seed, 5) * 6.28) * kind.noise * 2;
  const shake = (numberAt(seed, Math.floor(at / 250) & 0x7fffffff) - 0.5) * 2 * kind.noise;
  const value = kind.base + own + kind.byHour(hour) + sway + shake;
  return kind.base > 0 ? Math.max(0, value) : value;
}
