import { createIds, type Clock, type Ids } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { checkJson } from './checkJson.ts';
import type { NewEntry } from './entry.ts';
import { ledgerFaults as faults } from './faults.ts';

const mostBytes = 64 * 1024;
const mostText = 1000;
/** Characters after which a further inbox row is begun, so that the sequencer's memory stays bounded. */
const rowCharacters = 256 * 1024;

const shapes = {
  region: /^\d{6}$/,
  kind: /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/i,
  actor: /^[a-z][a-z0-9-]*:\S.*$/i,
  subject: /^[a-z][a-z0-9-]*:\S.*$/i,
  reason: /^/,
};

interface InboxRow {
  readonly region: string;
  /** That of its first entry. */
  readonly id: string;
  readonly texts: string[];
  characters: number;
}

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
    const good = typeof value === 'string' && value.length <= mostText && shapes[field].test(value);
    if (!good) throw faults.entryInvalid({ field, value: String(value).slice(0, 100), most: mostText });
  }
}

function bodyText({ kind, body }: NewEntry): string {
  checkJson(body);
  const text = JSON.stringify(body);
  const bytes = text.length * 3 <= mostBytes ? 0 : Buffer.byteLength(text);
  if (bytes > mostBytes) throw faults.bodyTooLarge({ kind, bytes, most: mostBytes });
  return text;
}

/** JSON.stringify escapes U+0000 and lone surrogates, which jsonb can't hold; an escaped backslash may come before. */
function checkTexts(json: string): void {
  if (/\\u(?:0000|d[89a-f])/.test(json) && /\\u(?:0000|d[89a-f])/.test(json.replaceAll('\\\\', ''))) {
    throw faults.notJson({ reason: 'U+0000 or a lone surrogate' });
  }
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
  const at = clock.now().toISOString();
  const rows: InboxRow[] = [];
  /** The row that a region's next entry goes into. */
  const open = new Map<string, InboxRow>();
  const ids = entries.map((entry) => {
    const { region, kind, actor, subject, reason } = entry;
    const id = maker.next();
    const head = JSON.stringify({ id, at, kind, actor, subject, reason });
    const text = `${head.slice(0, -1)},"body":${bodyText(entry)}}`;
    let row = open.get(region);
    if (row === undefined || row.characters > rowCharacters) {
      row = { region, id, texts: [], characters: 0 };
      open.set(region, row);
      rows.push(row);
    }
    row.texts.push(text);
    row.characters += text.length;
    return id;
  });
  const texts = rows.map((row) => `[${row.texts.join(',')}]`);
  texts.forEach(checkTexts);
  // A scalar for each row, for the driver would escape every quotation mark of a text in an array.
  const places = rows.map((_, n) => `($${n * 4 + 1}, $${n * 4 + 2}, $${n * 4 + 3}, $${n * 4 + 4})`);
  await sql.execute(
    `INSERT INTO ledger.inbox (region, id, count, entries) VALUES ${places.join(', ')}`,
    rows.flatMap((row, n) => [row.region, row.id, row.texts.length, texts[n]]),
  );
  return ids;
}
