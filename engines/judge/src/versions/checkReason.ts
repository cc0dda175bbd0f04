import { faults } from '../faults.ts';

/** Why somebody did it, to be read years later. @throws judge.reasonMissing */
export function checkReason(why: string): string {
  const text = why.trim();
  if (Array.from(text).length < 2 || text.length > 500) throw faults.reasonMissing();
  return text;
}
