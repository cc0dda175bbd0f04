import type { CaseClock } from '@yiwang/contract';
import type { Speech } from '../words/useWords.ts';

/** An amount of a clock as people say it: days, or hours and minutes. */
export function clockAmount(amount: number, unit: CaseClock['unit'], { t }: Speech): string {
  if (unit.endsWith('Days')) return t('daysCount', { n: amount });
  if (amount < 60) return t('minutes', { m: Math.floor(amount) });
  return t('hourMinute', { h: Math.floor(amount / 60), m: Math.floor(amount % 60) });
}
