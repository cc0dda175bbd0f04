import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';
import { hashPassword } from './passwordHash.ts';
import type { SignedIn } from './principal.ts';

export interface NewAccount extends SignedIn {
  /** Undefined makes an account that nobody can sign in to by password: a device, or a person of a drill. */
  readonly password?: string;
}

/** Makes an account, or gives the one of that number these attributes; `by` is who did it, such as `system:setup`. */
export async function createAccount(tx: Transaction, clock: Clock, account: NewAccount, by: string): Promise<void> {
  const [organisation] = await tx.query(`SELECT 1 FROM identity.organisation WHERE path = $1`, [account.organisation]);
  if (organisation === undefined) throw faults.unknownOrganisation({ organisation: account.organisation });
  const hash = account.password === undefined ? 'none' : await hashPassword(account.password);
  const [row] = await tx.query<{ fresh: boolean }>(
    `INSERT INTO identity.account AS a (number, password_hash, region, organisation, roles, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (number) DO UPDATE SET region = $3, organisation = $4, roles = $5,
       password_hash = CASE WHEN $2 = 'none' THEN a.password_hash ELSE $2 END
     RETURNING a.created_at = $6 AS fresh`,
    [account.account, hash, account.region, account.organisation, account.roles, clock.now()],
  );
  // Who knew the old password may be signed in by it.
  if (account.password !== undefined)
    await tx.execute(`DELETE FROM identity.session WHERE account = $1`, [account.account]);
  await appendEntries(tx, clock, [
    {
      region: account.region,
      kind: row?.fresh === true ? 'account.created' : 'account.changed',
      actor: by,
      subject: `account:${account.account}`,
      body: { roles: [...account.roles], region: account.region, organisation: account.organisation },
    },
  ]);
}
