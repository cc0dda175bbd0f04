import type { Mark } from './marks/mark.ts';
import type { Left } from './words/left.ts';

/** 0 to 1: less for what was carried over, distributed, written in Chinese digits, or named at length. */
export function confidenceOf(metric: string, mark: Mark, left: Left, distributed: boolean): number {
  let confidence = 0.99;
  if (metric.length < 2) confidence -= 0.4;
  if (metric.length > 24) confidence -= 0.1;
  if (left.subject === '') confidence -= 0.03;
  if (distributed) confidence -= 0.02;
  if (mark.quantity.chinese) confidence -= 0.08;
  if (mark.role === 'rank' || mark.role === 'streak') confidence -= 0.04;
  return Math.round(confidence * 100) / 100;
}
