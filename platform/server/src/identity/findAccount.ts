import type { Sql } from '@yiwang/postgres';
import type { SignedIn } from './principal.ts';

/** An account that is not disabled. */
export async function findAccount(sql: Sql, account: string): Promise<SignedIn | undefined> {
  const [row] = await sql.query<SignedIn>(
    `SELECT number AS account, roles, region, organisation FROM identity.account WHERE number = $1 AND NOT disabled`,
    [account],
  );
  return row;
}
