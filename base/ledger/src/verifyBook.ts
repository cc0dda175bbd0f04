import type { Database, Sql } from '@yiwang/postgres';
import { hashOf, type Algorithm } from './algorithm.ts';
import { readBook } from './book.ts';
import { canonicalJson } from './canonicalJson.ts';
import { checkTree } from './checkTree.ts';
import { entryContent } from './entry.ts';
import { equalBytes } from './equalBytes.ts';
import { isFault } from '@yiwang/faults';
import { entryColumns, entryFrom, type EntryRow } from './findEntries.ts';
import type { Finding } from './finding.ts';
import { findVerifiers } from './latestCheckpoint.ts';
import { changedFields } from './marks.ts';
import { leafHash } from './merkleTree.ts';
import { storedHeights } from './placeEntries.ts';
import { verifyNote, type Verifier } from './verifyNote.ts';

export interface BookReport {
  readonly region: string;
  /** Leaves that were read. */
  readonly leaves: number;
  readonly checkpoints: number;
  /** Entries that have no place yet: nothing guards these. */
  readonly unplaced: number;
  /** The first 1000. */
  readonly findings: readonly Finding[];
  /** True when there were more. */
  readonly more: boolean;
}

export interface VerifyOptions {
  /** Keys to believe; unless told those in the database, which who alters the database can alter too. */
  readonly trusted?: readonly Verifier[];
  /** Signed notes that were kept elsewhere: only these show that a book was cut back together with its checkpoints. */
  readonly witnessed?: readonly string[];
  readonly onProgress?: (leaves: number, of: number) => void;
}

const page = 2000;
const mostFindings = 1000;
/** A wider one ends the rebuilding: a forged place must not make it count for hours. */
const widestGap = 1_000_000;
const placeholder = new Uint8Array(32);

interface LeafRow {
  readonly seq: number;
  readonly leaf: Uint8Array;
  readonly marks: Uint8Array;
  readonly entry: string;
}

/**
 * Recomputes a book from its entries and names what was changed. Reads in pages within one snapshot: memory stays bounded
 * however large the book is.
 */
export async function verifyBook(db: Database, region: string, options: VerifyOptions = {}): Promise<BookReport> {
  return db.transaction(async (tx) => {
    await tx.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const findings: Finding[] = [];
    let more = false;
    const report = (finding: Finding): void => {
      if (findings.length < mostFindings) findings.push(finding);
      else more = true;
    };
    const { algorithm, frontier } = await readBook(tx, region);
    const notes = await openNotes(tx, region, options, report);
    const tree = checkTree(hashOf[algorithm], report);
    // What was signed or counted must be there, though its leaves were cut off.
    const expected = Math.max(frontier.size, notes.largest);
    let ahead: { readonly from: number; readonly rows: Promise<readonly (LeafRow & EntryRow)[]> } | undefined;
    while (tree.size < expected) {
      const from = tree.size;
      const end = Math.min(expected, from + page);
      const rows = await (ahead?.from === from ? ahead.rows : readLeaves(tx, region, from, end));
      if (rows.length === 0) {
        const next = await nextLeaf(tx, region, from);
        if (next === undefined || next >= expected || next - from > widestGap) {
          report({ found: 'leaves missing', from, to: Math.min(next ?? expected, expected) });
          break;
        }
      }
      const stored = await readNodes(tx, region, from, end);
      const signed = await notes.between(from, end);
      const known = (height: number, index: number): Uint8Array | undefined => stored.get(`${height}/${index}`);
      // The database reads the next page while this one is hashed; nothing else is asked of it until that is awaited.
      if (end < expected) ahead = { from: end, rows: readLeaves(tx, region, end, end + page) };
      let at = 0;
      let gap: number | undefined;
      const closeGap = (): void => {
        if (gap !== undefined) report({ found: 'leaves missing', from: gap, to: tree.size });
        gap = undefined;
      };
      while (tree.size < end) {
        const row = rows[at];
        if (row?.seq === tree.size) {
          closeGap();
          checkEntry(row, algorithm, report);
          tree.addLeaf(row.leaf, known);
          at++;
        } else {
          gap ??= tree.size;
          tree.addLeaf(placeholder, known);
        }
        const root = signed.get(tree.size);
        if (root === undefined) continue;
        closeGap();
        tree.meetCheckpoint(root);
      }
      closeGap();
      options.onProgress?.(tree.size, expected);
    }
    await ahead?.rows; // asked for and not needed where a gap ended the reading
    const beyond = await nextLeaf(tx, region, expected);
    if (beyond !== undefined) report({ found: 'leaves beyond the book', from: beyond });
    tree.finish(frontier);
    const unplaced = await checkUnplaced(tx, region, report);
    return { region, leaves: tree.size, checkpoints: notes.count, unplaced, findings, more };
  });
}

/** Bounded on both sides: with an open end and old statistics the planner sorts all the rest of the book for each page. */
function readLeaves(sql: Sql, region: string, from: number, to: number): Promise<readonly (LeafRow & EntryRow)[]> {
  return sql.query<LeafRow & EntryRow>(
    `SELECT l.seq, l.hash AS leaf, l.marks, l.entry, ${entryColumns}
     FROM ledger.leaf l LEFT JOIN ledger.entry e ON e.region = $1 AND e.id = l.entry
     WHERE l.region = $1 AND l.seq >= $2 AND l.seq < $3 ORDER BY l.seq`,
    [region, from, to],
  );
}

async function nextLeaf(sql: Sql, region: string, from: number): Promise<number | undefined> {
  const [row] = await sql.query<{ seq: number }>(
    `SELECT seq FROM ledger.leaf WHERE region = $1 AND seq >= $2 ORDER BY seq LIMIT 1`,
    [region, from],
  );
  return row?.seq;
}

function checkEntry(row: LeafRow & EntryRow, algorithm: Algorithm, report: (finding: Finding) => void): void {
  const { seq } = row;
  // A left join without its entry has nulls.
  if (row.id === null) return report({ found: 'entry removed', seq, id: row.entry });
  const entry = entryFrom(row);
  const body = canonicalJson(entry.body);
  const fields = changedFields(row.marks, seq, entry, body);
  const fits = equalBytes(leafHash(hashOf[algorithm], entryContent(entry, algorithm, body)), row.leaf);
  if (fields.includes('place')) report({ found: 'reordered', seq, id: entry.id });
  const changed = fields.filter((field) => field !== 'place');
  if (!fits || changed.length > 0) report({ found: 'entry altered', seq, id: entry.id, fields: changed });
}

async function readNodes(sql: Sql, region: string, from: number, to: number): Promise<Map<string, Uint8Array>> {
  const heights: number[] = [];
  for (let height = storedHeights; 2 ** height <= to; height += storedHeights) heights.push(height);
  const rows = await sql.query<{ height: number; index: number; hash: Uint8Array }>(
    `SELECT n.height, n.index, n.hash FROM unnest($2::smallint[], $3::bigint[], $4::bigint[]) AS h (height, first, last)
     JOIN ledger.node n ON n.region = $1 AND n.height = h.height AND n.index >= h.first AND n.index < h.last`,
    [
      region,
      heights,
      heights.map((height) => Math.floor(from / 2 ** height)),
      heights.map((height) => Math.ceil(to / 2 ** height)),
    ],
  );
  return new Map(rows.map((row) => [`${row.height}/${row.index}`, row.hash]));
}

interface Notes {
  readonly count: number;
  /** Largest size that a trusted key has signed. */
  readonly largest: number;
  /** Truly signed roots by size: larger than `from`, up to `to`. */
  between(from: number, to: number): Promise<Map<number, Uint8Array>>;
}

async function openNotes(
  sql: Sql,
  region: string,
  options: VerifyOptions,
  report: (finding: Finding) => void,
): Promise<Notes> {
  const trusted = options.trusted ?? (await findVerifiers(sql));
  const judged = async (size: number, text: string): Promise<Uint8Array | undefined> => {
    try {
      const { verdict, note, ...signed } = await verifyNote(text, trusted);
      const ownBook = 'by' in signed && note.origin === `${signed.by.name}/${region}` && note.size === size;
      if (verdict === 'signed' && ownBook) return note.root;
      report({ found: verdict === 'key unknown' ? 'checkpoint key unknown' : 'checkpoint forged', size });
    } catch (error) {
      if (!isFault(error, 'ledger.noteMalformed')) throw error;
      report({ found: 'checkpoint forged', size });
    }
    return undefined;
  };
  const witnessed = new Map<number, Uint8Array>();
  for (const text of options.witnessed ?? []) {
    const size = Number(text.split('\n')[1]);
    const root = await judged(size, text);
    if (root !== undefined) witnessed.set(size, root);
  }
  const [stored] = await sql.query<{ count: number; largest: number }>(
    `SELECT count(*) AS count, coalesce(max(size), 0) AS largest FROM ledger.checkpoint WHERE region = $1`,
    [region],
  );
  const { count = 0, largest = 0 } = stored ?? {};
  const [last] = await sql.query<{ note: string }>(
    `SELECT note FROM ledger.checkpoint WHERE region = $1 AND size = $2`,
    [region, largest],
  );
  // A forged size must not make the reader look for leaves that never were.
  const lastVerdict = last === undefined ? undefined : await verifyNote(last.note, trusted).catch(() => undefined);
  const believed = lastVerdict?.verdict === 'signed' && lastVerdict.note.size === largest ? largest : 0;
  return {
    count,
    largest: Math.max(believed, 0, ...witnessed.keys()),
    async between(from, to) {
      const roots = new Map<number, Uint8Array>();
      const rows = await sql.query<{ size: number; note: string }>(
        `SELECT size, note FROM ledger.checkpoint WHERE region = $1 AND size > $2 AND size <= $3 ORDER BY size`,
        [region, from, to],
      );
      for (const { size, note } of rows) {
        const root = await judged(size, note);
        if (root !== undefined) roots.set(size, root);
      }
      for (const [size, root] of witnessed) if (size > from && size <= to) roots.set(size, root);
      return roots;
    },
  };
}

async function checkUnplaced(sql: Sql, region: string, report: (finding: Finding) => void): Promise<number> {
  const strays = await sql.query<{ id: string }>(
    `SELECT e.id FROM ledger.entry e
     LEFT JOIN ledger.leaf l ON l.region = $1 AND l.entry = e.id
     WHERE e.region = $1 AND l.entry IS NULL ORDER BY e.id LIMIT $2`,
    [region, mostFindings + 1],
  );
  for (const { id } of strays) report({ found: 'entry without place', id });
  const [waiting] = await sql.query<{ n: number }>(
    `SELECT coalesce(sum(count), 0)::int AS n FROM ledger.inbox WHERE region = $1`,
    [region],
  );
  return waiting?.n ?? 0;
}
