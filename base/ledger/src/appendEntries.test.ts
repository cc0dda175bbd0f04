import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { testDatabase } from '@yiwang/postgres';
import {
  appendEntries,
  canonicalJson,
  findEntries,
  ledgerMigrations,
  type JsonObject,
  type NewEntry,
} from './index.ts';

const clock = manualClock('2026-01-05T08:30:00Z');
const entry: NewEntry = { region: '990101', kind: 'a.b', actor: 'system:x', subject: 'case:1', body: {} };

suite('appending', () => {
  test('bodies come back from the database with the same canonical text', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations]);
    const bodies: JsonObject[] = [
      { b: 1, a: [true, null, -0, 1e21, 5e-324, 1.7976931348623157e308, 0.1, 9007199254740991] },
      { '\u20ac': 'e', '\r': 'r', '\ud83d\ude00': '😀', 一: '二', '"\\': '\u0001\u2028', path: 'C:\\u0000' },
      { deep: { z: { y: [[], {}, ''] } } },
    ];
    await appendEntries(
      db,
      clock,
      bodies.map((body) => ({ ...entry, body })),
    );
    const found = await findEntries(db, { region: '990101' });
    assert.deepEqual(
      found.map((one) => canonicalJson(one.body)),
      bodies.map((body) => canonicalJson(body)),
    );
  });

  test('canonical text is as RFC 8785 has it in its examples', () => {
    const value = {
      numbers: [1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      literals: [null, true],
    };
    assert.equal(canonicalJson(value), '{"literals":[null,true],"numbers":[1e+30,4.5,0.002,1e-27]}');
  });

  test('what can not be kept is refused with a fault, and nothing is written', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations]);
    let deep: JsonObject = {};
    for (let level = 0; level < 10_000; level++) deep = { deep };
    const bad: [Partial<NewEntry>, string][] = [
      [{ region: '33010' }, 'ledger.entryInvalid'],
      [{ kind: 'completed' }, 'ledger.entryInvalid'],
      [{ actor: 'nobody' }, 'ledger.entryInvalid'],
      [{ subject: `case:${'1'.repeat(2000)}` }, 'ledger.entryInvalid'],
      [{ reason: 'a\0b' }, 'ledger.notJson'],
      [{ body: { text: 'x'.repeat(65_536) } }, 'ledger.bodyTooLarge'],
      [{ body: { n: Number.NaN } }, 'ledger.notJson'],
      [{ body: { text: '\ud800' } }, 'ledger.notJson'],
      [{ body: { text: '\0' } }, 'ledger.notJson'],
      [{ body: deep }, 'ledger.notJson'],
    ];
    for (const [change, code] of bad) {
      await assert.rejects(appendEntries(db, clock, [entry, { ...entry, ...change }]), { code });
    }
    assert.deepEqual(await findEntries(db, { region: '990101' }), []);
  });

  test('entries of a subject are found in the order they were made, page by page', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations]);
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(...(await appendEntries(db, clock, [{ ...entry, body: { n } }])));
    await appendEntries(db, clock, [{ ...entry, subject: 'case:2' }]);
    const first = await findEntries(db, { region: '990101', subject: 'case:1', limit: 3 });
    const rest = await findEntries(db, { region: '990101', subject: 'case:1', after: first.at(-1)!.id });
    assert.deepEqual(
      [...first, ...rest].map((one) => one.id),
      ids,
    );
    assert.equal(first[0]!.at, '2026-01-05T08:30:00.000Z');
  });
});
