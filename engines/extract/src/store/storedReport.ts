import type { Correction } from './correction.ts';
import type { Counts, StandingRows } from './rowsAsTheyStand.ts';
import type { TopicSection } from './topicOf.ts';

/** A report in the list: everything but its text and rows. */
export interface ReportHead {
  readonly id: string;
  readonly title: string;
  /** Null where the text doesn't tell. */
  readonly year: number | null;
  /** As it was dropped; empty for one that came with the city. */
  readonly file: string;
  /** txt, md, html, docx, pdf; figures: without the text. */
  readonly format: string;
  readonly encoding: string;
  /** In characters (UTF-16 code units). */
  readonly length: number;
  /** SHA-256 of the text's UTF-8 bytes, in hex. */
  readonly hash: string;
  /** How long the reading took. */
  readonly milliseconds: number;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly counts: Counts;
}

/** A report with its rows as they stand. */
export interface StoredReport extends ReportHead {
  /** Null where only the figures are known. */
  readonly text: string | null;
  readonly sections: readonly TopicSection[];
  readonly rows: StandingRows;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
}

/** The columns of a head, in its own names. */
export const headColumns = `id, title, year, file, format, encoding, length, hash, milliseconds,
  added_at AS "addedAt", added_by AS "addedBy", counts`;
