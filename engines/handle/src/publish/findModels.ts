import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { RowPredicate } from '../mining/rowPredicate.ts';

/** A stored version of a process, and who published it; nobody where it came with the application's folder. */
export interface ModelVersion {
  readonly version: number;
  readonly file: string;
  readonly registeredAt: Date;
  readonly by: string | null;
  readonly reason: string | null;
  /** Open cases on it, of those that the reader may see. */
  readonly open: number;
  /** All that were ever started on it. */
  readonly cases: number;
}

/** All versions of a process, the newest first. */
export async function findModelVersions(
  sql: Sql,
  { app, process, rows }: { readonly app: string; readonly process: string; readonly rows?: RowPredicate },
): Promise<ModelVersion[]> {
  const seen = rows?.('c', 3) ?? { sql: 'true', values: [] };
  return sql.query<ModelVersion>(
    `SELECT d.version, d.file, d.registered_at AS "registeredAt", p.by_actor AS by, p.reason,
       coalesce(n.open, 0) AS open, coalesce(n.cases, 0) AS cases
     FROM handle.definition d
     LEFT JOIN handle.publication p ON p.app = d.app AND p.process = d.id AND p.version = d.version
     LEFT JOIN (SELECT c.version, count(*) FILTER (WHERE c.state = 'open') AS open, count(*) AS cases FROM handle."case" c
       WHERE c.app = $1 AND c.process = $2 AND (${seen.sql}) GROUP BY c.version) n ON n.version = d.version
     WHERE d.app = $1 AND d.id = $2 ORDER BY d.version DESC`,
    [app, process, ...seen.values],
  );
}

export interface StoredModel {
  readonly version: number;
  readonly file: string;
  readonly xml: string;
}

/** The text of a version; of the newest unless told. @throws handle.noDefinition */
export async function getModel(sql: Sql, app: string, process: string, version?: number): Promise<StoredModel> {
  const [row] = await sql.query<StoredModel>(
    `SELECT version, file, xml FROM handle.definition WHERE app = $1 AND id = $2 AND ($3::int IS NULL OR version = $3)
     ORDER BY version DESC LIMIT 1`,
    [app, process, version ?? null],
  );
  if (row === undefined) throw faults.noDefinition({ app, process, version: version ?? '–' });
  return row;
}

/** The texts of all versions of a process, the oldest first. */
export function findModels(sql: Sql, app: string, process: string): Promise<StoredModel[]> {
  return sql.query<StoredModel>(
    `SELECT version, file, xml FROM handle.definition WHERE app = $1 AND id = $2 ORDER BY version`,
    [app, process],
  );
}
