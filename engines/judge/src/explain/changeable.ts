import { kindOf } from '@yiwang/feel';
import type { FeelValue } from '@yiwang/feel';
import type { Register, RegisterColumn } from '../register/register.ts';
import type { Given } from './condition.ts';
import { findScaled, toDouble } from './scaledNumber.ts';
import { ladderOf, rungOf } from './steps.ts';

export function columnOf(given: Given, register: Register | undefined): RegisterColumn | undefined {
  if (register === undefined || given.name === undefined || given.input !== register.input) return undefined;
  return register.columns.find(({ name }) => name === given.name);
}

/** A date that is an input by itself is the day of the decision: one can wait for it, and not go back. */
export function isDay(given: Given, value: FeelValue): boolean {
  return given.name === undefined && kindOf(value) === 'date';
}

/** Whether anybody can change it. A column says so; without a word, days and the district are as they are. */
export function isFixed(given: Given, value: FeelValue, register: Register | undefined): boolean {
  const column = columnOf(given, register);
  if (column?.fixed !== undefined) return column.fixed;
  if (isDay(given, value)) return false;
  if (column?.type === 'date' || kindOf(value) === 'date') return true;
  return given.name === 'region' || given.name === 'code' || given.name === 'name';
}

/** A year of waiting, a status applied for, another text: each weighs as a quarter more or less of a number. */
export const oneStep = 0.25;
const daysOfYear = 365.25;
/** To find out what is not known is the smallest change. */
const askingCosts = 0.05;

/**
 * How far a change is, without units: for numbers the share of the larger value (480 → 500 is 0.04), at most 2; a year or
 * a status is 0.25.
 */
export function distanceOf(from: FeelValue, to: FeelValue): number {
  if (from === null) return askingCosts;
  const [a, b] = [findScaled(from), findScaled(to)];
  if (a !== undefined && b !== undefined) {
    const [low, high] = [toDouble(a), toDouble(b)];
    const larger = Math.max(Math.abs(low), Math.abs(high));
    return larger === 0 ? 0 : Math.abs(high - low) / larger;
  }
  const ladder = ladderOf(from, undefined);
  if (ladder?.kind === 'date') {
    const [start, end] = [rungOf(from, ladder), rungOf(to, ladder)];
    if (start !== undefined && end !== undefined) {
      return (Math.abs(Number(end.rung - start.rung)) / daysOfYear) * oneStep;
    }
  }
  return oneStep;
}
