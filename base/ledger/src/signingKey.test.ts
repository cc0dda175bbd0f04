import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { openSigningKey, verifyNote } from './index.ts';

const checkpoint = { origin: 'example.org/990101', size: 1, root: new Uint8Array(32), extensions: [] };

suite('the signing key', () => {
  test('it is made once, for its owner alone, and after a rotation the old signatures still verify', async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-key-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const first = openSigningKey(folder, 'example.org');
    const note = first.signNote(checkpoint);
    assert.equal(openSigningKey(folder, 'example.org').keyId, first.keyId);
    assert.equal(statSync(path.join(folder, 'ledger.key')).mode & 0o777, 0o600);
    rmSync(path.join(folder, 'ledger.key'));
    const second = openSigningKey(folder, 'example.org');
    assert.notEqual(second.keyId, first.keyId);
    assert.equal((await verifyNote(note, [second, first])).verdict, 'signed');
    assert.equal((await verifyNote(note, [second])).verdict, 'key unknown');
    assert.equal((await verifyNote(note.replace('\n1\n', '\n2\n'), [first])).verdict, 'forged');
  });

  test('a file that is no key is a fault that names it', (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-key-'));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(path.join(folder, 'ledger.key'), 'no');
    assert.throws(() => openSigningKey(folder, 'example.org'), { code: 'ledger.keyUnreadable' });
  });
});
