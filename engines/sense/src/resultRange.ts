/**
 * No unit measures more, and doubles are exact to the integer up to here. A broken sensor sends the largest number that there
 * is (1.8e308): two of them overflow the sums that signs are made of, and nothing else of the city could be taken in.
 */
const most = 1e15;

/** Why a number is not taken as a result; undefined when it is. */
export function resultReason(result: number): string | undefined {
  if (!Number.isFinite(result)) return 'result is no finite number';
  return Math.abs(result) > most ? `result is beyond ±${most}` : undefined;
}
