export interface Measured<T> {
  readonly result: T;
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
}

/** The least of some runs, by CPU: what the machine did besides is in the others. */
export async function measure<T>(times: number, run: () => T | Promise<T>): Promise<Measured<T>> {
  let best: Measured<T> | undefined;
  for (let round = 0; round < times; round += 1) {
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    const result = await run();
    const wall = performance.now() - start;
    const used = process.cpuUsage(cpu);
    const measured = { result, wall, cpu: (used.user + used.system) / 1000 };
    if (best === undefined || measured.cpu < best.cpu) best = measured;
  }
  if (best === undefined) throw new RangeError('nothing was measured');
  return best;
}

export const ms = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 1000 ? value.toFixed(1) : value.toFixed(0);
