import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { testDatabase } from '@yiwang/postgres';
import {
  appendEntries,
  createSigningKey,
  findEntries,
  findVerifiers,
  latestCheckpoint,
  ledgerMigrations,
  proveConsistency,
  proveInclusion,
  readNote,
  startSequencer,
  verifyConsistency,
  verifyInclusion,
  verifyNote,
  type NewEntry,
} from './index.ts';

const clock = manualClock('2026-01-05T08:30:00Z');

function step(n: number, region = '990101'): NewEntry {
  return { region, kind: 'case.completed', actor: 'account:100012', subject: `case:${n % 7}`, body: { n, 名: '水位' } };
}

suite('the sequencer', () => {
  test('an entry gets a place, a proof and a signed checkpoint that verify without the database', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations]);
    const key = createSigningKey('example.org/ledger');
    const sequencer = await startSequencer(db, clock, { key, everyMilliseconds: 60_000, batch: 100 });
    t.after(() => sequencer.stop());
    const ids: string[] = [];
    for (const count of [1, 2, 300, 200]) {
      ids.push(
        ...(await db.transaction((tx) =>
          appendEntries(
            tx,
            clock,
            Array.from({ length: count }, (_, n) => step(n)),
          ),
        )),
      );
      await sequencer.runOnce();
      const checkpoint = await latestCheckpoint(db, '990101');
      assert.equal(checkpoint?.size, ids.length);
    }
    const checkpoint = await latestCheckpoint(db, '990101');
    assert.ok(checkpoint);
    const verdict = await verifyNote(checkpoint.note, await findVerifiers(db));
    assert.equal(verdict.verdict, 'signed');
    assert.equal(verdict.note.origin, 'example.org/ledger/990101');
    for (const id of [ids[0]!, ids[2]!, ids[255]!, ids[256]!, ids.at(-1)!]) {
      const proof = await proveInclusion(db, '990101', id, checkpoint.size);
      assert.equal(verifyInclusion(proof.leaf, proof, verdict.note.root), true);
      assert.equal(proof.index, ids.indexOf(id));
    }
    for (const { size, note } of await db.query<{ size: number; note: string }>(`SELECT * FROM ledger.checkpoint`)) {
      const proof = await proveConsistency(db, '990101', size, checkpoint.size);
      assert.equal(verifyConsistency(proof, readNote(note).root, verdict.note.root), true);
    }
  });

  test('an entry that commits late gets its place after entries that were made later', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations]);
    const sequencer = await startSequencer(db, clock, { key: createSigningKey('k'), everyMilliseconds: 60_000 });
    t.after(() => sequencer.stop());
    let late = '';
    let early = '';
    await db.transaction(async (tx) => {
      [late = ''] = await appendEntries(tx, clock, [step(1)]);
      [early = ''] = await db.transaction((other) => appendEntries(other, clock, [step(2)]));
      assert.equal(await sequencer.runOnce(), 1);
    });
    assert.equal(await sequencer.runOnce(), 1);
    assert.equal((await proveInclusion(db, '990101', early)).index, 0);
    assert.equal((await proveInclusion(db, '990101', late)).index, 1);
  });

  test('two sequencers at once give every entry exactly one place', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations]);
    const key = createSigningKey('k');
    const two = await Promise.all([1, 2].map(() => startSequencer(db, clock, { key, everyMilliseconds: 1, batch: 7 })));
    t.after(async () => void (await Promise.all(two.map((one) => one.stop()))));
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        db.transaction((tx) => appendEntries(tx, clock, [step(n), step(n, '990102'), step(n)])),
      ),
    );
    for (let left = 1; left > 0;) {
      await Promise.all(two.map((one) => one.runOnce()));
      left = (await db.query(`SELECT 1 FROM ledger.inbox`)).length;
    }
    const sizes = await db.query(`SELECT region, size FROM ledger.book ORDER BY region`);
    assert.deepEqual(sizes, [
      { region: '990101', size: 60 },
      { region: '990102', size: 30 },
    ]);
    assert.deepEqual(await db.query(`SELECT count(DISTINCT entry) AS n FROM ledger.leaf`), [{ n: 90 }]);
  });

  test('entries of a rolled back transaction leave nothing', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations]);
    await assert.rejects(
      db.transaction(async (tx) => {
        await appendEntries(tx, clock, [step(1)]);
        throw new RangeError('no');
      }),
      RangeError,
    );
    assert.deepEqual(await findEntries(db, { region: '990101' }), []);
  });
});
