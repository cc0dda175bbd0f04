import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findChanges } from '../register/findChanges.ts';
import { findMatchChanges } from './findMatchChanges.ts';
import { assertTrue, city, edit, filledDatabase, matchingOf, morning } from './fixtures/matchingSetUp.ts';
import { tidy } from './tidy.ts';

test('what is past its time goes, and whoever was away too long reads the register anew', async (t) => {
  const db = await filledDatabase(t, 200);
  const place = { region: city, register: 'firms' };
  const first = await matchingOf(t, db, morning());
  await assertTrue(db, first);
  const { positions } = await findChanges(db, 'firms', {});
  await edit(db, '990101', 'NEW', { employees: 5000, sector: 'made', research: '1.00' });
  await assertTrue(db, first);
  await first.stop();
  await edit(db, '990101', 'NEW', { employees: 6000 });
  const asked = { of: { region: '990101', code: 'NEW' } };
  assert.deepEqual(
    (await findMatchChanges(db, 'firms', asked)).map(({ policy, kind, after }) => [policy, kind, after]),
    [['makers', 'gained', '0.15']],
  );
  await tidy(db, place, new Date('2031-03-20T00:00:00Z'));
  assert.equal((await findChanges(db, 'firms', positions)).lost, false);
  await tidy(db, place, new Date('2031-04-20T00:00:00Z'));
  const left = await findChanges(db, 'firms', positions);
  assert.equal(left.lost, true);
  assert.equal(left.changes.length, 1, 'what is not written into the matches stays');
  assert.equal((await findMatchChanges(db, 'firms', asked)).length, 1);
  const again = await matchingOf(t, db, morning());
  await assertTrue(db, again);
  await again.stop();
  await tidy(db, place, new Date('2033-01-01T00:00:00Z'));
  assert.deepEqual(await findMatchChanges(db, 'firms', asked), []);
  await assertTrue(db, await matchingOf(t, db, morning()));
});
