import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Sql, Transaction } from '@yiwang/postgres';
import type { SignedIn } from './principal.ts';
import { hashOfToken, newToken } from './token.ts';

/** Gives a device account a token, and ends the ones before; it is shown once and only its hash is kept. */
export async function issueDeviceToken(tx: Transaction, clock: Clock, device: SignedIn, by: string): Promise<string> {
  const token = newToken();
  await tx.execute(`UPDATE identity.device_token SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL`, [
    device.account,
    clock.now(),
  ]);
  await tx.execute(`INSERT INTO identity.device_token (token_hash, account, created_at) VALUES ($1, $2, $3)`, [
    hashOfToken(token),
    device.account,
    clock.now(),
  ]);
  await appendEntries(tx, clock, [
    { region: device.region, kind: 'device.token-issued', actor: by, subject: `account:${device.account}`, body: {} },
  ]);
  return token;
}

/** The account of a device's token; undefined when it is revoked, unknown, or the account is disabled or another's. */
export async function findDevice(sql: Sql, token: string, account?: string): Promise<SignedIn | undefined> {
  if (token.length !== 43) return undefined;
  const [row] = await sql.query<SignedIn>(
    `SELECT a.number AS account, a.roles, a.region, a.organisation
     FROM identity.device_token d JOIN identity.account a ON a.number = d.account
     WHERE d.token_hash = $1 AND d.revoked_at IS NULL AND NOT a.disabled`,
    [hashOfToken(token)],
  );
  return account === undefined || row?.account === account ? row : undefined;
}
