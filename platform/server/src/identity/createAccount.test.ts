import assert from 'node:assert/strict';
import { test } from 'node:test';
import { password, people, startTestServer } from '../test/startTestServer.ts';
import { createAccount } from './createAccount.ts';
import { isPassword, nobodysHash } from './passwordHash.ts';

test('a new password ends the sessions that the old one opened; other attributes count at once', async (t) => {
  const { db, clock, call, signIn } = await startTestServer(t);
  const cookie = await signIn('officer');
  const session = async (): Promise<Response> => call('/api/session', { headers: { cookie } });
  await db.transaction((tx) => createAccount(tx, clock, { ...people.officer, roles: ['verifier'] }, 'system:test'));
  assert.deepEqual(((await (await session()).json()) as { roles: string[] }).roles, ['verifier']);
  await db.transaction((tx) => createAccount(tx, clock, { ...people.officer, password }, 'system:test'));
  assert.equal((await session()).status, 401);
});

test('an account without a password takes as long to refuse as one that is not there', async () => {
  const time = async (hash: string): Promise<number> => {
    const begun = performance.now();
    assert.equal(await isPassword('x', hash), false);
    return performance.now() - begun;
  };
  await time(nobodysHash);
  assert.ok((await time('none')) > (await time(nobodysHash)) / 10);
});
