import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import { readChanges, writeChanges } from './changes.ts';

test('changes are read as they were written, in as many payloads as PostgreSQL needs', () => {
  const things = Array.from({ length: 500 }, () => ['990102', uuidv7()] as const);
  const payloads = writeChanges({ things, signs: [['990102', 'water-level']] });
  assert.ok(payloads.length > 1);
  assert.ok(payloads.every((payload) => Buffer.byteLength(payload) < 8_000));
  const read = payloads.map(readChanges);
  assert.deepEqual(
    read.flatMap((changes) => changes.things),
    things.map((key) => [...key]),
  );
  assert.deepEqual(
    read.flatMap((changes) => changes.signs),
    [['990102', 'water-level']],
  );
});

test('a notification that somebody else made up is left out', () => {
  assert.deepEqual(
    readChanges('hello\nc990102 ok-1\nc990102 0199a0b0-0000-7000-8000-000000000001\nc99 x\n' + 'x'.repeat(100)),
    {
      signs: [],
      things: [],
      crossings: [],
      cases: [['990102', '0199a0b0-0000-7000-8000-000000000001']],
    },
  );
});
