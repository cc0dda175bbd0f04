import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { testDatabase, type Database } from '@yiwang/postgres';
import {
  appendEntries,
  createSigningKey,
  describeFinding,
  ledgerMigrations,
  startSequencer,
  verifyBook,
  type Finding,
} from './index.ts';

const clock = manualClock('2026-01-05T08:30:00Z');
const key = createSigningKey('example.org/ledger');
const region = '990101';

interface Made {
  readonly db: Database;
  readonly ids: readonly string[];
}

/** A book of 700 entries: two stored nodes, checkpoints at 300, 600 and 700. */
async function book(t: Parameters<typeof testDatabase>[0]): Promise<Made> {
  const db = await testDatabase(t, [ledgerMigrations]);
  const sequencer = await startSequencer(db, clock, { key, everyMilliseconds: 60_000 });
  const ids: string[] = [];
  for (const count of [300, 300, 100]) {
    const entries = Array.from({ length: count }, (_, n) => ({
      region,
      kind: 'case.completed',
      actor: 'account:100012',
      subject: `case:${n}`,
      reason: '水位回落',
      body: { n },
    }));
    ids.push(...(await appendEntries(db, clock, entries)));
    await sequencer.runOnce();
  }
  await sequencer.stop();
  return { db, ids };
}

async function findings({ db }: Made, options = {}): Promise<readonly Finding[]> {
  const report = await verifyBook(db, region, options);
  for (const finding of report.findings) assert.ok(describeFinding(finding).zh !== '');
  return report.findings;
}

suite('the verification of a book', () => {
  test('an untouched book has nothing to report, and counts what waits for its place', async (t) => {
    const { db } = await book(t);
    await appendEntries(db, clock, [{ region, kind: 'a.b', actor: 'system:x', subject: 'case:1', body: {} }]);
    const seen: number[] = [];
    const report = await verifyBook(db, region, { trusted: [key], onProgress: (done) => seen.push(done) });
    assert.deepEqual(report, { region, leaves: 700, checkpoints: 3, unplaced: 1, findings: [], more: false });
    assert.equal(seen.at(-1), 700);
  });

  for (const [field, change] of [
    ['body', `body = '{"n": 6}'`],
    ['reason', `reason = NULL`],
    ['actor', `actor = 'account:1'`],
    ['kind', `kind = 'case.closed'`],
    ['subject', `subject = 'case:0'`],
    ['at', `at = at + interval '1 microsecond'`],
  ] as const) {
    test(`an entry whose ${field} was changed is named, with the field`, async (t) => {
      const made = await book(t);
      await made.db.execute(`UPDATE ledger.entry SET ${change} WHERE id = $1`, [made.ids[305]]);
      assert.deepEqual(await findings(made), [
        { found: 'entry altered', seq: 305, id: made.ids[305], fields: [field] },
      ]);
    });
  }

  test('a removed entry is named, and so is a removed leaf', async (t) => {
    const made = await book(t);
    await made.db.execute(`DELETE FROM ledger.entry WHERE id = $1`, [made.ids[3]]);
    await made.db.execute(`DELETE FROM ledger.leaf WHERE seq BETWEEN 10 AND 11`);
    assert.deepEqual(await findings(made), [
      { found: 'entry removed', seq: 3, id: made.ids[3] },
      { found: 'leaves missing', from: 10, to: 12 },
      { found: 'leaves altered', from: 0, to: 256 },
      { found: 'entry without place', id: made.ids[10] },
      { found: 'entry without place', id: made.ids[11] },
    ]);
  });

  test('an entry that was put in beside the ledger is named', async (t) => {
    const made = await book(t);
    const id = '019b8d00-0000-7000-8000-000000000001';
    await made.db.execute(
      `INSERT INTO ledger.entry (region, id, at, kind, actor, subject, body) VALUES ($1, $2, now(), 'a.b', 'a:b', 'a:b', '{}')`,
      [region, id],
    );
    assert.deepEqual(await findings(made), [{ found: 'entry without place', id }]);
  });

  test('two leaves that changed places are named', async (t) => {
    const made = await book(t);
    await made.db.execute(`UPDATE ledger.leaf SET seq = -seq WHERE seq IN (520, 530)`);
    await made.db.execute(`UPDATE ledger.leaf SET seq = 1050 + seq WHERE seq < 0`);
    assert.deepEqual(await findings(made), [
      { found: 'reordered', seq: 520, id: made.ids[530] },
      { found: 'reordered', seq: 530, id: made.ids[520] },
      { found: 'checkpoint inconsistent', size: 600, from: 300 },
      { found: 'book altered' },
    ]);
  });

  test('a leaf whose hash was changed is confined to its 256 leaves by their stored root', async (t) => {
    const made = await book(t);
    await made.db.execute(`UPDATE ledger.leaf SET hash = sha256('other') WHERE seq = 300`);
    assert.deepEqual(await findings(made), [
      { found: 'entry altered', seq: 300, id: made.ids[300], fields: [] },
      { found: 'leaves altered', from: 256, to: 512 },
    ]);
  });

  test('a stored node that was changed is told from changed leaves by the next checkpoint', async (t) => {
    const made = await book(t);
    await made.db.execute(`UPDATE ledger.node SET hash = sha256('other') WHERE index = 1`);
    assert.deepEqual(await findings(made), [{ found: 'node altered', from: 256, to: 512 }]);
  });

  test('a checkpoint that was changed, or signed by a stranger, or taken from another book is named', async (t) => {
    const made = await book(t);
    const stranger = createSigningKey('example.org/ledger');
    const root = new Uint8Array(32);
    await made.db.execute(
      `UPDATE ledger.checkpoint SET note = replace(note, E'\\n300\\n', E'\\n301\\n') WHERE size = 300`,
    );
    await made.db.execute(`UPDATE ledger.checkpoint SET note = $1 WHERE size = 600`, [
      stranger.signNote({ origin: `${stranger.name}/${region}`, size: 600, root, extensions: [] }),
    ]);
    await made.db.execute(`UPDATE ledger.checkpoint SET note = $1 WHERE size = 700`, [
      key.signNote({ origin: `${key.name}/990102`, size: 700, root, extensions: [] }),
    ]);
    assert.deepEqual(await findings(made), [
      { found: 'checkpoint forged', size: 300 },
      { found: 'checkpoint key unknown', size: 600 },
      { found: 'checkpoint forged', size: 700 },
    ]);
  });

  test('a truly signed root that the leaves do not give is inconsistent, with the range of the change', async (t) => {
    const made = await book(t);
    const root = new Uint8Array(32);
    await made.db.execute(`UPDATE ledger.checkpoint SET note = $1 WHERE size = 600`, [
      key.signNote({ origin: `${key.name}/${region}`, size: 600, root, extensions: [] }),
    ]);
    assert.deepEqual(await findings(made), [{ found: 'checkpoint inconsistent', size: 600, from: 300 }]);
  });

  test('a book that was cut back shows by its checkpoints, and without them by a witnessed one', async (t) => {
    const made = await book(t);
    const [{ note } = { note: '' }] = await made.db.query<{ note: string }>(
      `SELECT note FROM ledger.checkpoint WHERE size = 700`,
    );
    await made.db.execute(`DELETE FROM ledger.entry WHERE id = ANY ($1)`, [made.ids.slice(600)]);
    await made.db.execute(`DELETE FROM ledger.leaf WHERE seq >= 600`);
    const cut = await findings(made);
    assert.deepEqual(cut[0], { found: 'leaves missing', from: 600, to: 700 });
    await made.db.execute(`DELETE FROM ledger.checkpoint WHERE size > 600`);
    const witnessed = await findings(made, { trusted: [key], witnessed: [note] });
    assert.deepEqual(witnessed[0], { found: 'leaves missing', from: 600, to: 700 });
  });

  test('leaves that were put in after the end of the book are named', async (t) => {
    const made = await book(t);
    await made.db.execute(
      `INSERT INTO ledger.leaf SELECT region, 9007199254740000, $1, hash, marks FROM ledger.leaf WHERE seq = 0`,
      ['019b8d00-0000-7000-8000-000000000001'],
    );
    assert.deepEqual(await findings(made), [{ found: 'leaves beyond the book', from: 9007199254740000 }]);
  });
});
