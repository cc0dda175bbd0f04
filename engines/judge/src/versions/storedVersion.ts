import { createHash } from 'node:crypto';
import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';

/** A version of a rule that a person made. */
export interface StoredVersion {
  readonly region: string;
  readonly rule: string;
  readonly number: number;
  /** The DMN document. */
  readonly xml: string;
  readonly status: 'draft' | 'published' | 'withdrawn';
  /** `2031-01-01` in Asia/Shanghai; none of a draft. */
  readonly from?: string;
  readonly until?: string;
  /** Who took the last step, when, and why. */
  readonly actor: string;
  readonly at: Date;
  readonly why?: string;
}

interface VersionRow {
  readonly region: string;
  readonly rule: string;
  readonly number: number;
  readonly xml: string;
  readonly status: StoredVersion['status'];
  readonly effective_from: string | null;
  readonly effective_until: string | null;
  readonly actor: string;
  readonly at: Date;
  readonly why: string | null;
}

const columns = `region, rule, number, xml, status, effective_from::text, effective_until::text, actor, at, why`;

function stored(row: VersionRow): StoredVersion {
  const { effective_from: from, effective_until: until, why, ...rest } = row;
  return {
    ...rest,
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(why === null ? {} : { why }),
  };
}

/** A city's versions by rule and number, or those of one rule. */
export async function findVersions(sql: Sql, region: string, rule?: string): Promise<StoredVersion[]> {
  const rows = await sql.query<VersionRow>(
    `SELECT ${columns} FROM judge.rule_versions WHERE region = $1 AND ($2::text IS NULL OR rule = $2) ORDER BY rule, number`,
    [region, rule ?? null],
  );
  return rows.map(stored);
}

/** @throws judge.unknownVersion */
export async function getVersion(sql: Sql, region: string, rule: string, number: number): Promise<StoredVersion> {
  const [row] = await sql.query<VersionRow>(
    `SELECT ${columns} FROM judge.rule_versions WHERE region = $1 AND rule = $2 AND number = $3`,
    [region, rule, number],
  );
  if (row === undefined) throw faults.unknownVersion({ rule, number });
  return stored(row);
}

export async function findByCommand(
  sql: Sql,
  region: string,
  rule: string,
  command: string | undefined,
): Promise<StoredVersion | undefined> {
  if (command === undefined) return undefined;
  const [row] = await sql.query<VersionRow>(
    `SELECT ${columns} FROM judge.rule_versions WHERE region = $1 AND rule = $2 AND command = $3`,
    [region, rule, command],
  );
  return row === undefined ? undefined : stored(row);
}

/** SHA-256 of a version's document, by which one knows two versions apart. */
export function versionHash(xml: string): string {
  return createHash('sha256').update(xml).digest('hex');
}
