import { findExact } from '@yiwang/feel';
import { faults } from '../faults.ts';
import type { Threshold } from './findThresholds.ts';
import { replaceInDocument } from './replaceInDocument.ts';

/** A threshold by its id, and its new value as decimal text. */
export interface Move {
  readonly id: string;
  readonly value: string;
}

/**
 * The document with numbers moved, all else as it was.
 * @throws judge.unknownThreshold, judge.notANumber, judge.notThere
 */
export function moveThresholds(
  xml: string,
  file: string,
  thresholds: readonly Threshold[],
  moves: readonly Move[],
): string {
  const replacements = moves.flatMap(({ id, value }) => {
    const found = thresholds.find((one) => one.id === id);
    if (found === undefined) throw faults.unknownThreshold({ file, id });
    if (findExact(value) === undefined) throw faults.notANumber({ value });
    return found.at.map((place) => ({ ...place, by: value.startsWith('-') ? `(${value})` : value }));
  });
  return replaceInDocument(xml, file, replacements);
}
