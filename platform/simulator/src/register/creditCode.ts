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

const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The ninth sign of an organisation's code (组织机构代码, GB 11714-1997), which the eight before it give. */
export function bodySign(first8: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of bodyWeights.entries()) {
    const value = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(first8[index] ?? '?');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return '0123456789X0'[11 - (sum % 11)];
}

/** Whether a code has eighteen signs of the standard, and both of its check signs are as the others want them. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && bodySign(code.slice(8, 16)) === code[16] && checkSign(code.slice(0, 17)) === code[17];
}

/** What market regulation (9) registers: firms, sole traders, cooperatives. */
export type EntityKind = 'firm' | 'sole' | 'coop';
const kindSigns: Readonly<Record<EntityKind, string>> = { firm: '91', sole: '92', coop: '93' };

/**
 * The code of a simulated entity: its kind, then a region that GB/T 2260 never assigned (99…), then its number. Nobody can have it, and it still
 * checks.
 */
export function simulatedCode(region: string, number: number, kind: EntityKind = 'firm'): string {
  const body = String(number).padStart(8, '0');
  const first17 = `${kindSigns[kind]}${region.replace(/^\d\d/, '99')}${body}${bodySign(body) ?? '0'}`;
  return first17 + (checkSign(first17) ?? '0');
}
