import { feelText, findExact, isExact, type Exact, type FeelValue } from '@yiwang/feel';

/** A number as an integer of 10^-decimals, so that gaps are exact. */
export interface Scaled {
  readonly digits: bigint;
  readonly decimals: number;
}

const most = 40;

/** Undefined for what is no number, or is too long to be shown. */
export function findScaled(value: FeelValue): Scaled | undefined {
  if (!isExact(value)) return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(feelText(value));
  if (match === null) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  if (whole.length + fraction.length > most) return undefined;
  return { digits: BigInt(`${sign}${whole}${fraction}`), decimals: fraction.length };
}

export function atDecimals({ digits, decimals }: Scaled, wanted: number): bigint {
  return wanted >= decimals ? digits * 10n ** BigInt(wanted - decimals) : digits / 10n ** BigInt(decimals - wanted);
}

export function scaledText({ digits, decimals }: Scaled): string {
  const [sign, size] = digits < 0n ? ['-', -digits] : ['', digits];
  const text = String(size).padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const fraction = decimals === 0 ? '' : text.slice(-decimals).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

export function exactOfScaled(scaled: Scaled): Exact {
  const exact = findExact(scaledText(scaled));
  // At most 40 digits with a point are always a numeral of decimal128.
  return exact ?? (findExact('0') as Exact);
}

export const subtractScaled = (a: Scaled, b: Scaled): Scaled => {
  const decimals = Math.max(a.decimals, b.decimals);
  return { digits: atDecimals(a, decimals) - atDecimals(b, decimals), decimals };
};

export const isNegative = ({ digits }: Scaled): boolean => digits < 0n;
export const toDouble = (scaled: Scaled): number => Number(scaledText(scaled));
