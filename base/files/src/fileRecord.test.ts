import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { manualClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { testDatabase } from '@yiwang/postgres';
import { filesMigrations, findFile, recordFile } from './index.ts';

suite('records of files', () => {
  test('a region finds what it added, with who added it first', async (t) => {
    const db = await testDatabase(t, [filesMigrations]);
    const clock = manualClock(new Date('2026-06-01T08:00:00Z'));
    const hash = 'a'.repeat(64);
    const file = {
      region: '330106',
      hash,
      name: '井盖.jpg',
      type: 'image/jpeg',
      size: 3_000_000_000,
      addedBy: 'account:100012',
    };
    await recordFile(db, clock, file);
    await recordFile(db, clock, { ...file, addedBy: 'account:100013' });
    assert.deepEqual(await findFile(db, '330106', hash), { ...file, addedAt: clock.now() });
    assert.equal(await findFile(db, '330105', hash), undefined);
    for (const name of ['', 'a\0b', 'x'.repeat(256)]) {
      await assert.rejects(recordFile(db, clock, { ...file, name }), (error) => isFault(error, 'files.badName'));
    }
  });
});
