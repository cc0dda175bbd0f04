import { createHash } from 'node:crypto';
import { uuidv7, type Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import type { Reading, Section } from '../reading.ts';
import type { ThemeCode } from '../themes/themes.ts';
import { findChoices, findCorrections } from './findChanges.ts';
import { finiteRows } from './finiteRows.ts';
import { jsonOf } from './jsonOf.ts';
import { findMachineRows, putMachineRows } from './machineRows.ts';
import { moveChanges } from './moveChanges.ts';
import { movedIds } from './movedIds.ts';
import { rowsAsTheyStand, type Counts } from './rowsAsTheyStand.ts';
import { stableIds } from './stableIds.ts';
import { withTopics } from './topicOf.ts';

/** A reading; where it has no titles, its sections come with their topics. */
export interface NewReading extends Omit<Reading, 'sections'> {
  readonly sections: readonly (Section & { readonly topic?: ThemeCode })[];
}

export interface NewReport {
  readonly region: string;
  /** As it was dropped; empty for one that came with the city. */
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  /** Null where only the figures are known. */
  readonly text: string | null;
  /** SHA-256 of the text's UTF-8 bytes, in hex. */
  readonly hash: string;
  /** SHA-256 of the bytes in the file store. */
  readonly original: string | null;
  readonly milliseconds: number;
  readonly reading: NewReading;
  /** account:100012 */
  readonly by: string;
}

/**
 * added: it is new. completed: its figures were known, now the text and all rows are. reread: its figures have changed.
 * there: nothing was to be done.
 */
export interface SavedReport {
  readonly id: string;
  readonly outcome: 'added' | 'completed' | 'reread' | 'there';
}

interface Before {
  readonly id: string;
  readonly rowsHash: string;
  readonly hasText: boolean;
}

/** SHA-256 of what was read, for the ledger. */
export function rowsHashOf({ statements, tasks, systems, ambiguities, links, sections }: NewReading): string {
  const rows = JSON.stringify([sections, statements, tasks, systems, ambiguities, links]);
  return createHash('sha256').update(rows).digest('hex');
}

/**
 * Keeps a report and what was read in it, once a text: the same text again changes nothing, and two who drop it at once get
 * the same report. Where only the figures were known, the text comes to them; corrections stay with their rows.
 */
export async function saveReport(tx: Transaction, clock: Clock, report: NewReport): Promise<SavedReport> {
  const { region, hash, reading, text } = report;
  const rowsHash = rowsHashOf(reading);
  const id = uuidv7();
  const machine = stableIds(finiteRows(reading));
  const { counts } = rowsAsTheyStand(machine, [], []);
  const added = await tx.execute(
    `INSERT INTO extract.report (region, id, hash, rows_hash, original, title, year, file, format, encoding, length,
       milliseconds, text, sections, counts, revision, added_at, added_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, $16, $17)
     ON CONFLICT (region, hash) WHERE withdrawn_at IS NULL DO NOTHING`,
    [...columnsOf(report, id, rowsHash, counts), clock.now(), report.by],
  );
  if (added === 1) {
    await putMachineRows(tx, region, id, machine);
    await enter(tx, clock, report, id, 'report.added', rowsHash, counts);
    return { id, outcome: 'added' };
  }
  const [before] = await tx.query<Before>(
    `SELECT id, rows_hash AS "rowsHash", text IS NOT NULL AS "hasText" FROM extract.report
     WHERE region = $1 AND hash = $2 AND withdrawn_at IS NULL FOR UPDATE`,
    [region, hash],
  );
  // It was withdrawn between the two statements: now there is room for it.
  if (before === undefined) return saveReport(tx, clock, report);
  if (before.hasText || (text === null && before.rowsHash === rowsHash)) return { id: before.id, outcome: 'there' };
  await replaceReading(tx, clock, report, before.id, rowsHash);
  return { id: before.id, outcome: text === null ? 'reread' : 'completed' };
}

async function replaceReading(
  tx: Transaction,
  clock: Clock,
  report: NewReport,
  id: string,
  rowsHash: string,
): Promise<void> {
  const { region } = report;
  const machine = stableIds(finiteRows(report.reading));
  const moved = movedIds(await findMachineRows(tx, region, id), machine);
  await putMachineRows(tx, region, id, machine);
  await moveChanges(tx, region, id, moved);
  const corrections = await findCorrections(tx, region, id);
  const { counts } = rowsAsTheyStand(machine, await findChoices(tx, region, id), corrections);
  await tx.execute(
    `UPDATE extract.report SET hash = $3, rows_hash = $4, original = $5, title = $6, year = $7, file = $8, format = $9,
       encoding = $10, length = $11, milliseconds = $12, text = $13, sections = $14, counts = $15
     WHERE region = $1 AND id = $2`,
    columnsOf(report, id, rowsHash, counts),
  );
  await enter(tx, clock, report, id, report.text === null ? 'report.reread' : 'report.completed', rowsHash, counts);
}

function columnsOf(report: NewReport, id: string, rowsHash: string, counts: Counts): readonly unknown[] {
  const { region, hash, original, file, format, encoding, milliseconds, text, reading } = report;
  const { title, year, length, sections } = reading;
  return [
    region,
    id,
    hash,
    rowsHash,
    original,
    title.toWellFormed(),
    year,
    file,
    format,
    encoding,
    length,
    milliseconds,
    text,
    jsonOf(withTopics(sections)),
    JSON.stringify(counts),
  ];
}

async function enter(
  tx: Transaction,
  clock: Clock,
  { region, hash, original, format, text, reading, by }: NewReport,
  id: string,
  kind: string,
  rowsHash: string,
  counts: Counts,
): Promise<void> {
  const { title, year } = reading;
  const body = { title, year, format, text: text === null ? null : hash, source: hash, rows: rowsHash, original };
  await appendEntries(tx, clock, [
    { region, kind, actor: by, subject: `report:${id}`, body: { ...body, counts: { ...counts } } },
  ]);
}
