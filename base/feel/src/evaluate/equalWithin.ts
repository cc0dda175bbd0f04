import { equalValues } from '../values/compareValues.ts';
import { isContext, isList, type FeelValue } from '../values/value.ts';
import { startWalk } from '../values/walk.ts';
import { spend, type Run } from './run.ts';

/** FEEL equality that a run pays for: by the parts of lists and contexts, by the length of long texts. @throws feel.tooMuchWork */
export function equalWithin(run: Run, a: FeelValue, b: FeelValue): boolean | null {
  if (typeof a === 'string' && typeof b === 'string') {
    spendText(run, a.length === b.length ? a : '');
    return a === b;
  }
  if (!isList(a) && !isContext(a)) return equalValues(a, b);
  const walk = startWalk();
  const { left } = walk;
  const equal = equalValues(a, b, walk);
  spend(run, left - walk.left);
  return equal;
}

/** What it costs to look at a whole text: a step for each 64 units, nothing for a short one. */
export function spendText(run: Run, text: string): void {
  if (text.length >= 64) spend(run, text.length >> 6);
}
