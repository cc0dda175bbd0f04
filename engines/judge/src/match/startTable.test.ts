import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import '@yiwang/postgres'; // its faults come back from the thread too
import { firms } from '../register/fixtures/firms.ts';
import { startTable } from './startTable.ts';

suite('the thread of a register', () => {
  test('tells faults with their code and what they are about', async (t) => {
    const thread = startTable(64);
    t.after(() => thread.stop());
    await assert.rejects(
      thread.table.totals().then(() => thread.table.matchesOf('990101', 'F1')),
      (error) => isFault(error, 'judge.matchingNotReady'),
    );
    await thread.table.begin(firms, 10);
    await assert.rejects(thread.table.finish(), (error) => isFault(error, 'postgres.copyCut'));
    await thread.table.begin(firms, 10);
    await thread.table.bytes(new Uint8Array(21).fill(255, 19)); // what a COPY without rows sends
    assert.deepEqual(await thread.table.finish(), { entities: 0 });
    await assert.rejects(
      thread.table.matchesOf('990101', 'F1'),
      (error) => isFault(error, 'judge.unknownEntity') && error.params['code'] === 'F1',
    );
  });

  test('that ends lets nobody wait', async () => {
    const thread = startTable(64);
    const waiting = assert.rejects(thread.table.totals(), (error) => isFault(error, 'judge.matchingNotReady'));
    await thread.stop();
    await waiting;
    await thread.ended;
    await assert.rejects(thread.table.totals(), (error) => isFault(error, 'judge.matchingNotReady'));
  });
});
