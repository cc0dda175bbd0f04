import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { testDatabase } from '@yiwang/postgres';
import {
  appendEntries,
  chooseAlgorithm,
  createSigningKey,
  ledgerMigrations,
  receiptFor,
  startSequencer,
  verifyBook,
  verifyReceipt,
  type Receipt,
} from './index.ts';

const clock = manualClock('2026-01-05T08:30:00Z');
const key = createSigningKey('example.org/ledger');
const region = '990101';

function overWire(receipt: Receipt): Receipt {
  return JSON.parse(JSON.stringify(receipt)) as Receipt;
}

suite('a receipt', () => {
  for (const algorithm of ['sha-256', 'sm3'] as const) {
    test(`it proves its entry offline in a book of ${algorithm}, and nothing that was changed in it`, async (t) => {
      const db = await testDatabase(t, [ledgerMigrations]);
      const sequencer = await startSequencer(db, clock, { key, everyMilliseconds: 60_000 });
      t.after(() => sequencer.stop());
      await chooseAlgorithm(db, region, algorithm);
      const entry = {
        region,
        kind: 'case.closed',
        actor: 'account:100012',
        subject: 'case:1',
        body: { 井: [1, 2.5e-7] },
      };
      const ids = await appendEntries(
        db,
        clock,
        Array.from({ length: 300 }, () => entry),
      );
      await assert.rejects(receiptFor(db, region, ids[7]!), { code: 'ledger.notPlaced' });
      await sequencer.runOnce();
      const other = algorithm === 'sm3' ? 'sha-256' : 'sm3';
      await assert.rejects(chooseAlgorithm(db, region, other), { code: 'ledger.algorithmFixed' });
      const receipt = overWire(await receiptFor(db, region, ids[7]!));
      const verdict = await verifyReceipt(receipt, [key]);
      assert.equal(verdict.valid && verdict.size, 300);
      const stranger = createSigningKey('example.org/ledger');
      const inclusion = { ...receipt.inclusion, index: 8 };
      const elsewhere = { ...receipt.entry, region: '990102' };
      const cases: [unknown, string][] = [
        [{ ...receipt, entry: { ...receipt.entry, actor: 'account:1' } }, 'not included'],
        [{ ...receipt, inclusion }, 'not included'],
        [{ ...receipt, entry: elsewhere }, 'other book'],
        [{ ...receipt, algorithm: other }, 'other book'],
        [{ ...receipt, checkpoint: receipt.checkpoint.replace('\n300\n', '\n301\n') }, 'forged'],
        [{ ...receipt, checkpoint: 'no' }, 'malformed'],
        [{ ...receipt, algorithm: 'constructor' }, 'malformed'],
        [{}, 'malformed'],
        [null, 'malformed'],
      ];
      for (const [changed, problem] of cases) {
        assert.deepEqual(await verifyReceipt(changed as Receipt, [key]), { valid: false, problem });
      }
      assert.deepEqual(await verifyReceipt(receipt, [stranger]), { valid: false, problem: 'key unknown' });
      assert.deepEqual((await verifyBook(db, region)).findings, []);
    });
  }

  test('what verifies it imports nothing of Node', () => {
    const seen = new Set<string>();
    const visit = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const text = readFileSync(new URL(name, import.meta.url), 'utf8');
      for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type)[^;]*? from '([^']+)'/gm)) {
        assert.ok(from.startsWith('./') || from === '@yiwang/faults', `${name} imports ${from}`);
        if (from.startsWith('./')) visit(from);
      }
    };
    visit('./verify.ts');
    assert.ok(seen.size > 8);
  });
});
