import { decimalText } from './literals.ts';

/**
 * To so many decimals, a tie to the even digit. PostgreSQL's round() takes a tie away from zero, which is one too far where what is before
 * it is even: there, and only there, the remainder by two units is half a unit.
 */
export function halfEven(value: string, decimals: number): string {
  const unit = decimalText(1, decimals);
  const half = decimalText(5, decimals + 1);
  return `(round(${value}, ${decimals}) - CASE mod(${value}, ${decimalText(2, decimals)}) WHEN ${half} THEN ${unit} WHEN -${half} THEN -${unit} ELSE 0 END)`;
}

/**
 * Null by zero. PostgreSQL cuts a quotient at some digit. The sides are safe integers of their own units, so a quotient that is no tie lies
 * further than 10^-17 of a unit from every tie: with 24 digits more than are wanted it stays none.
 */
export function longQuotient(left: string, right: string, decimals: number): string {
  return `(round(${left}, ${decimals + 24}) / NULLIF(${right}, 0))`;
}
