/** Numbers in [0, 1), the same for the same seed everywhere (Mulberry32). */
export interface Random {
  (): number;
  /** Of the standard normal distribution (Box and Muller). */
  normal(): number;
}

export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  return Object.assign(random, { normal });
}
