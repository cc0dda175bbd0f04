import type { Fault } from '@yiwang/faults';
import { faults } from '../faults.ts';
import { placeAt, type Origin } from '../place.ts';
import { findCommonMistake, suggestionOf } from './commonMistake.ts';

/** A text that is not FEEL: at the first common mistake if there is one, else where the grammar stopped. */
export function syntaxFault(
  text: string,
  from: number,
  origin: Origin,
  names: Iterable<string>,
  cause?: unknown,
): Fault {
  const mistake = findCommonMistake(text, names);
  const at = mistake?.from ?? from;
  return faults.syntax({ ...placeAt(text, at, origin), text: excerpt(text, at), ...suggestionOf(mistake) }, cause);
}

/** What stands at a place, short enough for one line. */
export function excerpt(text: string, from: number): string {
  const rest = text.slice(from, from + 40).trim();
  return rest === '' ? '⏎' : rest;
}
