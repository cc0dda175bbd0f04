import type { Sql } from '@yiwang/postgres';

/** A case that a file belongs to: what decides who may read it. */
export interface EvidencePlace {
  readonly region: string;
  readonly organisation: string;
  readonly app: string;
  readonly type: string;
  readonly name: string;
}

/** The cases that hold a file as evidence, newest first. */
export async function findEvidencePlaces(sql: Sql, hash: string): Promise<readonly EvidencePlace[]> {
  return sql.query<EvidencePlace & object>(
    `SELECT c.region, c.organisation, c.app, e.type, e.name
     FROM handle.evidence e JOIN handle."case" c ON c.region = e.region AND c.id = e.case_id
     WHERE e.hash = $1 ORDER BY c.opened_at DESC LIMIT 50`,
    [hash],
  );
}
