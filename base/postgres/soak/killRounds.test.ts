import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { scratch } from '../src/embedded/fixtures/otherProcess.ts';
import { killRound, type Victim } from './killRounds.ts';

suite('kill -9 under writes', () => {
  test('no acknowledged row is lost and no transaction is half done, whoever is killed', async (t) => {
    const folder = scratch(t);
    const kills: [Victim, number][] = [
      ['parent', 40],
      ['server', 110],
      ['parent', 170],
      ['server', 10],
    ];
    for (const [round, [victim, after]] of kills.entries()) {
      const result = await killRound(folder, round, victim, after);
      assert.ok(result.acknowledged > 0);
      assert.equal(result.lost, 0, JSON.stringify(result));
      assert.equal(result.halfDone, 0, JSON.stringify(result));
      assert.ok(result.serverGone < 1500, JSON.stringify(result));
    }
  });
});
