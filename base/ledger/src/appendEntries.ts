import { createIds, type Clock, type Ids } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { canonicalJson } from './canonicalJson.ts';
import type { NewEntry } from './entry.ts';
import { ledgerFaults as faults } from './faults.ts';

const mostBytes = 64 * 1024;
const mostText = 1000;

const shapes = {
  region: /^\d{6}$/,
  kind: /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/i,
  actor: /^[a-z][a-z0-9-]*:\S.*$/i,
  subject: /^[a-z][a-z0-9-]*:\S.*$/i,
  reason: /^/,
};

/** One maker of ids per clock, so that entries of one process keep their order within a millisecond. */
const makers = new WeakMap<Clock, Ids>();

function idsBy(clock: Clock): Ids {
  let ids = makers.get(clock);
  if (ids === undefined) makers.set(clock, (ids = createIds(clock)));
  return ids;
}

function check(entry: NewEntry): void {
  for (const field of ['region', 'kind', 'actor', 'subject', 'reason'] as const) {
    const value = entry[field];
    if (value === undefined && field === 'reason') continue;
    const good =
      typeof value === 'string' &&
      value.length <= mostText &&
      shapes[field].test(value) &&
      value.isWellFormed() &&
      !value.includes('\0');
    if (!good) throw faults.entryInvalid({ field, value: String(value).slice(0, 100), most: mostText });
  }
}

function bodyText(entry: NewEntry): string {
  const text = canonicalJson(entry.body);
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) throw faults.bodyTooLarge({ kind: entry.kind, bytes, most: mostBytes });
  return text;
}

/**
 * Writes entries in the caller's transaction, in one statement, and gives their ids in the same order. It touches no
 * shared row, so transactions never wait for each other here; the sequencer gives committed entries their place.
 * @throws ledger.entryInvalid, ledger.notJson, ledger.bodyTooLarge: nothing was written then.
 */
export async function appendEntries(sql: Sql, clock: Clock, entries: readonly NewEntry[]): Promise<readonly string[]> {
  if (entries.length === 0) return [];
  entries.forEach(check);
  const maker = idsBy(clock);
  const ids = entries.map(() => maker.next());
  await sql.execute(
    `WITH new AS (
       INSERT INTO ledger.entry (at, region, id, kind, actor, subject, reason, body)
       SELECT $1, * FROM unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[])
       RETURNING region, id)
     INSERT INTO ledger.pending (region, id) SELECT region, id FROM new`,
    [
      clock.now(),
      entries.map((entry) => entry.region),
      ids,
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.actor),
      entries.map((entry) => entry.subject),
      entries.map((entry) => entry.reason ?? null),
      entries.map(bodyText),
    ],
  );
  return ids;
}
