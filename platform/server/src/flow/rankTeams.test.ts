import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankTeams } from './rankTeams.ts';

const name = { zh: '队', en: 'team' };

test('the nearest team comes first, unless it has its hands full', () => {
  const near = { organisation: 'a.near', name, metres: 1_000, openCases: 0 };
  const far = { organisation: 'a.far', name, metres: 4_000, openCases: 0 };
  const order = (teams: Parameters<typeof rankTeams>[0]): string[] => rankTeams(teams).map((team) => team.organisation);
  assert.deepEqual(order([far, near]), ['a.near', 'a.far']);
  assert.deepEqual(order([far, { ...near, openCases: 1 }]), ['a.far', 'a.near']);
  assert.deepEqual(order([{ ...near, metres: null }, far]), ['a.far', 'a.near']);
});

test('a proposal says why', () => {
  const [proposal] = rankTeams([{ organisation: 'a', name, metres: 1_240, openCases: 2 }]);
  assert.deepEqual(proposal?.reason, { zh: '距 1.2 公里，在办 2 件', en: '1.2 km away, 2 open' });
});
