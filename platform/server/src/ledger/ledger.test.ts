import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BookList, EntryList, Receipt, Verification } from '@yiwang/contract';
import { findVerifiers, verifyReceipt } from '@yiwang/ledger';
import { startTestServer } from '../test/startTestServer.ts';

test('the books are listed, verified, and give a receipt that holds without the server', async (t) => {
  const { call, signIn, server, db } = await startTestServer(t);
  const cookie = await signIn('supervisor');
  await server.engines.sequencer.runOnce();
  const get = async <T>(path: string): Promise<T> => {
    const response = await call(path, { headers: { cookie } });
    assert.equal(response.status, 200, path);
    return (await response.json()) as T;
  };
  const { books } = await get<BookList>('/api/ledger');
  const city = books.find(({ region }) => region === '990100');
  assert.ok(city !== undefined && city.size > 0 && city.waiting === 0 && city.checkpoint?.size === city.size);

  const { entries } = await get<EntryList>('/api/ledger/990100/entries?limit=2');
  assert.equal(entries.length, 2);
  assert.ok(entries.every(({ verified, hash }) => verified && hash.length === 64));
  const receipt = await get<Receipt>(`/api/ledger/990100/entries/${entries[0]?.id}/receipt`);
  const held = { ...receipt, entry: receipt.entry as Parameters<typeof verifyReceipt>[0]['entry'] };
  assert.ok((await verifyReceipt(held, await findVerifiers(db))).valid);

  const verify = async (): Promise<Verification> => {
    const headers = { cookie, origin: server.address };
    return (await (await call('/api/ledger/990100/verify', { method: 'POST', headers })).json()) as Verification;
  };
  assert.equal((await verify()).intact, true);
  await db.execute(`UPDATE ledger.entry SET actor = 'account:999999' WHERE region = '990100' AND id = $1`, [
    entries[0]?.id,
  ]);
  const found = await verify();
  assert.equal(found.intact, false);
  assert.match(found.findings[0]?.text.en ?? '', /was altered/);
  const after = await get<EntryList>('/api/ledger/990100/entries?limit=2');
  assert.deepEqual(
    after.entries.map(({ verified }) => verified),
    [false, true],
  );
});

test('a team sees only the book of its district', async (t) => {
  const { call, signIn } = await startTestServer(t);
  const cookie = await signIn('westTeam');
  const { books } = (await (await call('/api/ledger', { headers: { cookie } })).json()) as BookList;
  assert.deepEqual(
    books.map(({ region }) => region),
    ['990102'],
  );
  assert.equal((await call('/api/ledger/990101/entries', { headers: { cookie } })).status, 403);
});
