import { numberOf } from '../words/format.ts';
import type { ProcessSpeech } from './processWords.ts';

const [hour, day] = [60, 1_440];

/** `3.2 d`, `5.5 h`, `12 min`: two figures are enough for a median. A working day has eight hours. */
export function timeText(minutes: number, w: ProcessSpeech['w'], unit: 'calendar' | 'working' = 'calendar'): string {
  const dayLength = unit === 'working' ? 8 * hour : day;
  if (minutes < 1) return minutes === 0 ? w('mins', { n: 0 }) : w('underMinute');
  if (minutes < 2 * hour) return w('mins', { n: numberOf(minutes) });
  if (minutes < 2 * dayLength) return w('hours', { n: short(minutes / hour) });
  return w('days', { n: short(minutes / dayLength) });
}

const short = (value: number): string => numberOf(value, value < 10 ? 1 : 0);

/** `12 %` of a share from 0 to 1. */
export const shareText = (share: number): string => `${numberOf(share * 100, share > 0 && share < 0.1 ? 1 : 0)} %`;
