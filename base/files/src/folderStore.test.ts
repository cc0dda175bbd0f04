import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { manualClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { openFileStore, type PutOptions } from './index.ts';

function scratch(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'files-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const pdf = (filler: string) => Buffer.from(`%PDF-1.7\n${filler}`);
const anyPdf: PutOptions = { maxBytes: 1_000_000, types: ['application/pdf'] };
const fault = (code: string) => (error: unknown) => isFault(error, code);

async function* slowly(bytes: Buffer, step: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

suite('files in a folder', () => {
  test('a file comes back byte for byte under the hash of its content', async (t) => {
    const folder = scratch(t);
    const store = openFileStore({ folder });
    const bytes = pdf('x'.repeat(200_000));
    const hash = createHash('sha256').update(bytes).digest('hex');
    assert.equal(await store.has(hash), false);
    assert.deepEqual(await store.put(slowly(bytes, 7001), anyPdf), {
      hash,
      size: bytes.length,
      type: 'application/pdf',
    });
    assert.equal(await store.has(hash), true);
    const got = await store.get(hash);
    assert.equal(got.size, bytes.length);
    assert.deepEqual(Buffer.concat(await got.bytes.toArray()), bytes);
    assert.deepEqual(readdirSync(folder), [hash.slice(0, 2)]);
  });

  test('the same content put many times at once is stored once', async (t) => {
    const folder = scratch(t);
    const store = openFileStore({ folder });
    const put = await Promise.all(Array.from({ length: 20 }, () => store.put(slowly(pdf('same'), 3), anyPdf)));
    assert.equal(new Set(put.map(({ hash }) => hash)).size, 1);
    assert.equal(readdirSync(folder, { recursive: true }).length, 3);
  });

  test('what is refused leaves nothing behind', async (t) => {
    const folder = scratch(t);
    const store = openFileStore({ folder });
    await assert.rejects(store.put(Buffer.alloc(0), anyPdf), fault('files.empty'));
    await assert.rejects(
      store.put(slowly(pdf('y'.repeat(100)), 10), { ...anyPdf, maxBytes: 50 }),
      fault('files.tooLarge'),
    );
    await assert.rejects(store.put(Buffer.from('<html>'), anyPdf), fault('files.wrongType'));
    await assert.rejects(store.put(pdf(''), { ...anyPdf, types: ['image/png'] }), fault('files.wrongType'));
    await assert.rejects(store.put(pdf(''), { ...anyPdf, claimed: 'image/png' }), fault('files.wrongType'));
    async function* broken(): AsyncGenerator<Buffer> {
      yield pdf('z'.repeat(100));
      throw new RangeError('the sender went away');
    }
    await assert.rejects(store.put(broken(), anyPdf), RangeError);
    assert.deepEqual(readdirSync(folder), []);
  });

  test('a file that was changed on disk ends its stream with a fault before its last bytes, and a put mends it', async (t) => {
    const folder = scratch(t);
    const store = openFileStore({ folder });
    const { hash, size } = await store.put(pdf('z'.repeat(300_000)), anyPdf);
    const changed = pdf('z'.repeat(300_000));
    changed[20] = 0;
    writeFileSync(path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), changed);
    let read = 0;
    await assert.rejects(async () => {
      for await (const chunk of (await store.get(hash)).bytes) read += chunk.length;
    }, fault('files.damaged'));
    assert.ok(read < size);
    await store.put(pdf('z'.repeat(300_000)), anyPdf);
    assert.equal(Buffer.concat(await (await store.get(hash)).bytes.toArray()).length, size);
  });

  test('a hash that is not there, or no hash at all, is unknown', async (t) => {
    const store = openFileStore({ folder: scratch(t) });
    for (const hash of ['0'.repeat(64), '../../etc/passwd', '']) {
      await assert.rejects(store.get(hash), fault('files.unknown'));
      assert.equal(await store.has(hash), false);
    }
  });

  test('leftovers older than a day are swept when the store is opened, younger ones stay', (t) => {
    const folder = scratch(t);
    const [old, young] = [
      'incoming-00000000-0000-7000-8000-000000000001',
      'incoming-00000000-0000-7000-8000-000000000002',
    ];
    for (const name of [old, young, 'other']) writeFileSync(path.join(folder, name), 'half');
    const clock = manualClock(new Date('2026-06-02T12:00:00Z'));
    for (const name of [old, 'other']) utimesSync(path.join(folder, name), 0, new Date('2026-06-01T11:00:00Z'));
    utimesSync(path.join(folder, young), 0, new Date('2026-06-01T13:00:00Z'));
    openFileStore({ folder, clock });
    assert.deepEqual(readdirSync(folder), [young, 'other']);
  });

  test('a folder that can not be one is told at opening', (t) => {
    const folder = scratch(t);
    writeFileSync(path.join(folder, 'taken'), '');
    assert.throws(() => openFileStore({ folder: path.join(folder, 'taken', 'files') }), fault('files.folderUnusable'));
  });

  test('a full disk refuses the file, leaves no part of it, and keeps what was there', async (t) => {
    const folder = scratch(t);
    if (process.getuid?.() !== 0) return t.skip('only root may mount a small disk');
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0) {
      return t.skip('may not mount here');
    }
    try {
      const store = openFileStore({ folder });
      const { hash } = await store.put(pdf('kept'), anyPdf);
      await assert.rejects(store.put(slowly(pdf('x'.repeat(500_000)), 10_000), anyPdf), fault('files.noSpace'));
      assert.deepEqual(readdirSync(folder), [hash.slice(0, 2)]);
      assert.equal(await store.has(hash), true);
      assert.equal((await store.put(pdf('small'), anyPdf)).size, 14);
    } finally {
      spawnSync('umount', [folder]);
    }
  });
});
