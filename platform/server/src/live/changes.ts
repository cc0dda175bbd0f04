/** What changed, as keys only: the listener fetches the rows, many notifications at once. */
export interface Changes {
  /** region and indicator of vital signs */
  readonly signs: readonly (readonly [string, string])[];
  /** region and id of things */
  readonly things: readonly (readonly [string, string])[];
  /** region and id of crossings */
  readonly crossings: readonly (readonly [string, string])[];
  /** region and id of cases */
  readonly cases: readonly (readonly [string, string])[];
}

export const noChanges: Changes = { signs: [], things: [], crossings: [], cases: [] };

const letters = { s: 'signs', t: 'things', x: 'crossings', c: 'cases' } as const;

/** PostgreSQL takes 7,999 bytes a notification. */
const mostBytes = 7_900;

/** One line a key, `s330106 water-level`; as many payloads as are needed, mostly one. */
export function writeChanges(changes: Partial<Changes>): string[] {
  const payloads: string[] = [];
  let current: string[] = [];
  let bytes = 0;
  for (const [letter, kind] of Object.entries(letters)) {
    for (const [region, id] of changes[kind] ?? []) {
      const line = `${letter}${region} ${id}`;
      const size = Buffer.byteLength(line) + 1;
      if (bytes + size > mostBytes && current.length > 0) {
        payloads.push(current.join('\n'));
        current = [];
        bytes = 0;
      }
      current.push(line);
      bytes += size;
    }
  }
  if (current.length > 0) payloads.push(current.join('\n'));
  return payloads;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a payload; what doesn't read is left out, since any session of the database can notify. */
export function readChanges(payload: string): Changes {
  const found = { signs: [], things: [], crossings: [], cases: [] } as { [K in keyof Changes]: [string, string][] };
  for (const line of payload.split('\n')) {
    const match = /^([stxc])(\d{6}) ([\w.-]{1,80})$/.exec(line);
    if (match === null) continue;
    const [, letter, region = '', id = ''] = match;
    if (letter !== 's' && !uuid.test(id)) continue;
    found[letters[letter as keyof typeof letters]].push([region, id]);
  }
  return found;
}
