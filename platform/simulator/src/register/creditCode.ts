/** The signs of a unified social credit code (统一社会信用代码, GB 32100-2015): no I, O, S, V, Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The eighteenth sign, which the seventeen before it give. Undefined where one of them is no sign of the standard. */
export function checkSign(first17: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = signs.indexOf(first17[index] ?? '?');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return signs[(31 - (sum % 31)) % 31];
}

/** Whether a code has eighteen signs of the standard, the last as the others want it. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && checkSign(code.slice(0, 17)) === code[17];
}

/**
 * The code of a simulated firm: 91 (a firm registered with market regulation), then a region that GB/T 2260 never assigned (99…), then its number.
 * Nobody can have it, and it still checks.
 */
export function simulatedCode(region: string, number: number): string {
  const first17 = `91${region.replace(/^\d\d/, '99')}${String(number).padStart(9, '0')}`;
  return first17 + (checkSign(first17) ?? '0');
}
