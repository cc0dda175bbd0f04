/**
 * dividend / divisor to the nearest integer, a tie to the even one. Exact for safe integers whose divisor leaves room for its double: the
 * remainder of two doubles is exact, and dividend minus remainder divides without one.
 */
export function roundedQuotient(dividend: number, divisor: number): number {
  const remainder = dividend % divisor;
  const whole = (dividend - remainder) / divisor;
  const twice = 2 * Math.abs(remainder);
  const size = Math.abs(divisor);
  if (twice < size || (twice === size && whole % 2 === 0)) return whole + 0;
  return whole + (dividend < 0 === divisor < 0 ? 1 : -1);
}
