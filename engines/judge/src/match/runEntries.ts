/** What changed in one run, 21 bytes an entry: 400,000 firms that a new policy matches take 8 MB until they are written. */
export interface RunEntries {
  readonly count: number;
  /** `before` and `after` are scaled integers, NaN where there is no amount. */
  add(policy: number, row: number, kind: number, before: number | null, after: number | null): void;
  at(entry: number): { policy: number; row: number; kind: number; before: number; after: number };
}

export const kinds = ['gained', 'lost', 'amount'] as const;
export type ChangeKind = (typeof kinds)[number];
export const [gainedKind, lostKind, amountKind] = [0, 1, 2];

export function createRunEntries(): RunEntries {
  let room = 64;
  let policies = new Uint16Array(room);
  let rows = new Uint32Array(room);
  let kindOf = new Uint8Array(room);
  let befores = new Float64Array(room);
  let afters = new Float64Array(room);
  let count = 0;
  const grow = (): void => {
    room *= 2;
    const grown = <A extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(larger: A, old: A): A => {
      larger.set(old);
      return larger;
    };
    policies = grown(new Uint16Array(room), policies);
    rows = grown(new Uint32Array(room), rows);
    kindOf = grown(new Uint8Array(room), kindOf);
    befores = grown(new Float64Array(room), befores);
    afters = grown(new Float64Array(room), afters);
  };
  return {
    get count() {
      return count;
    },
    add(policy, row, kind, before, after) {
      if (count === room) grow();
      policies[count] = policy;
      rows[count] = row;
      kindOf[count] = kind;
      befores[count] = before ?? Number.NaN;
      afters[count] = after ?? Number.NaN;
      count += 1;
    },
    at: (entry) => ({
      policy: policies[entry] ?? 0,
      row: rows[entry] ?? 0,
      kind: kindOf[entry] ?? 0,
      before: befores[entry] ?? Number.NaN,
      after: afters[entry] ?? Number.NaN,
    }),
  };
}
