import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';

/** A model in the making; it runs nothing until it is published. */
export interface ModelDraft {
  /** The version that was edited. */
  readonly base: number;
  /** Counts up with each save. */
  readonly rev: number;
  readonly xml: string;
  readonly by: string;
  readonly at: Date;
}

export async function findDraft(sql: Sql, app: string, process: string): Promise<ModelDraft | undefined> {
  const [draft] = await sql.query<ModelDraft>(
    `SELECT base_version AS base, rev, xml, saved_by AS by, saved_at AS at FROM handle.model_draft WHERE app = $1 AND process = $2`,
    [app, process],
  );
  return draft;
}

export interface DraftToSave {
  readonly app: string;
  readonly process: string;
  readonly base: number;
  /** What the writer saw last; 0 where there was no draft. */
  readonly rev: number;
  readonly xml: string;
  readonly actor: string;
}

/** Keeps a draft. @returns its revision @throws handle.draftMoved when somebody saved another meanwhile */
export async function keepDraft(sql: Sql, clock: Clock, draft: DraftToSave): Promise<number> {
  const { app, process, base, rev, xml, actor } = draft;
  const now = clock.now();
  const kept =
    rev === 0
      ? await sql.execute(
          `INSERT INTO handle.model_draft (app, process, base_version, rev, xml, saved_by, saved_at)
           VALUES ($1, $2, $3, 1, $4, $5, $6) ON CONFLICT DO NOTHING`,
          [app, process, base, xml, actor, now],
        )
      : await sql.execute(
          `UPDATE handle.model_draft SET base_version = $3, rev = rev + 1, xml = $4, saved_by = $5, saved_at = $6
           WHERE app = $1 AND process = $2 AND rev = $7`,
          [app, process, base, xml, actor, now, rev],
        );
  if (kept === 0) throw faults.draftMoved({ process });
  return rev + 1;
}

/** Lets a draft go; one that is gone already is left so. */
export async function dropDraft(sql: Sql, app: string, process: string): Promise<void> {
  await sql.execute(`DELETE FROM handle.model_draft WHERE app = $1 AND process = $2`, [app, process]);
}
