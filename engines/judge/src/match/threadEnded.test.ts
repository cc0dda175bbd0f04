import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { assertTrue, balance, edit, filledDatabase, matchedOf, matchingOf, morning } from './fixtures/matchingSetUp.ts';

test('a thread that ends is begun again; what it had not written is found', async (t) => {
  const posted = t.mock.method(Worker.prototype, 'postMessage');
  const db = await filledDatabase(t);
  const matching = await matchingOf(t, db, morning());
  await assertTrue(db, matching);
  const before = await matchedOf(db, 'makers');
  for (let round = 0; round < 3; round++) {
    await edit(db, '990103', `ROUND${round}`, { employees: 5000, sector: 'made', research: '1.00' });
    const worker = posted.mock.calls.at(-1)?.this;
    assert.ok(worker instanceof Worker);
    await worker.terminate();
    await assertTrue(db, matching);
  }
  assert.equal(await matchedOf(db, 'makers'), before + 3);
  assert.equal(await balance(db, 'makers'), 3);
});
