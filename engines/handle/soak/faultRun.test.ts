import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { faultRun } from './faultRun.ts';

test('people work through two servers while these and the database are killed: nothing lost, nothing done twice', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-faults-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const report = await faultRun({ folder, seed: 20_261_122, faults: 60 });
  assert.deepEqual(report.broken, []);
  assert.deepEqual(report.refused, {});
  assert.ok(report.acknowledged > 500, `${report.acknowledged} commands`);
  for (const [kind, count] of Object.entries(report.faults)) assert.ok(count > 0, kind);
  assert.ok(report.sentAgain > 0, 'answers were lost');
});
