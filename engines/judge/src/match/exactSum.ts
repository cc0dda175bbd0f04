/** The exact decimal text of a sum of scaled integers, without zeros at its end. */
export function sumText(sum: bigint, decimals: number): string {
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  return `${sum < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Up to here a double counts whole numbers one by one, whatever single safe integer is added. */
const most = 2 ** 52;

/** A sum of safe integers that stays exact: doubles while they are, a bigint for what is more. */
export class ExactSum {
  #large = 0n;
  #small = 0;

  add(value: number): void {
    if (Math.abs(value) > most || Math.abs(this.#small) > most) this.#large += BigInt(value);
    else this.#small += value;
  }

  get value(): bigint {
    return this.#large + BigInt(this.#small);
  }
}
