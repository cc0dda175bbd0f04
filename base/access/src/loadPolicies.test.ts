import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { testDatabase } from '@yiwang/postgres';
import { loadPolicies, type Principal, type Resource } from './index.ts';

const policies = `
@id("own-place")
permit (principal, action in [Action::"case.read", Action::"case.claim"], resource)
when { principal.roles.containsAny(["officer", "team"]) && resource.region in principal.region };

@id("own-organisation")
permit (principal, action == Action::"task.complete", resource)
when { principal.roles.contains("team") && resource.organisation in principal.organisation };

@id("supervisor")
permit (principal, action, resource)
when { principal.roles.contains("supervisor") && (resource.region in principal.region || resource.organisation == principal.organisation) }
unless { principal.roles.contains("suspended") };

@id("workers")
permit (principal, action in [Action::"case.read", Action::"case.claim"], resource)
when { principal.apps.contains(resource.app) && (resource.region in principal.region || resource.organisation in principal.organisation) };

@id("stewards")
permit (principal, action == Action::"task.complete", resource)
when { principal.stewardOf.contains(resource.app) && resource.region in principal.region };

@id("published-above")
permit (principal, action == Action::"report.read", resource)
when { principal.roles.contains("team") && (principal.region in resource.region || principal.organisation in resource.organisation) };

@id("sealed")
forbid (principal, action, resource)
when { !(resource.organisation in principal.organisation) && principal.roles.contains("outsider") };
`;

const principal = (change: Partial<Principal> = {}): Principal => ({
  account: '100001',
  roles: ['team'],
  region: '990101',
  organisation: 'ex.water.team1',
  ...change,
});
const resource = (change: Partial<Resource> = {}): Resource => ({
  region: '990101',
  organisation: 'ex.water.team1',
  ...change,
});

suite('access', () => {
  test('what no policy permits is denied, and an empty text denies everything', () => {
    const access = loadPolicies(policies);
    assert.ok(access.allows({ principal: principal(), action: 'task.complete', resource: resource() }));
    assert.ok(
      !access.allows({
        principal: principal(),
        action: 'task.complete',
        resource: resource({ organisation: 'ex.water.team2' }),
      }),
    );
    assert.ok(!access.allows({ principal: principal({ roles: [] }), action: 'case.read', resource: resource() }));
    assert.ok(!access.allows({ principal: principal(), action: 'ledger.verify', resource: resource() }));
    assert.ok(
      !loadPolicies('').allows({
        principal: principal({ roles: ['admin'] }),
        action: 'case.read',
        resource: resource(),
      }),
    );
    assert.equal(loadPolicies('').rowPredicate(principal(), 'case.read', 'c', 1).sql, 'FALSE');
  });

  test('an application is open to those who work in it, and what belongs to none is not theirs by that', () => {
    const access = loadPolicies(policies);
    const clerk = principal({ roles: [], apps: ['licence'], stewardOf: [] });
    const may = (action: string, app?: string): boolean =>
      access.allows({ principal: clerk, action, resource: resource(app === undefined ? {} : { app }) });
    assert.deepEqual(
      [may('case.read', 'licence'), may('case.read', 'hotline'), may('case.read'), may('task.complete', 'licence')],
      [true, false, false, false],
    );
    assert.ok(
      access.allows({
        principal: { ...clerk, stewardOf: ['licence'] },
        action: 'task.complete',
        resource: resource({ app: 'licence' }),
      }),
    );
  });

  test('a city sees its districts and a department its teams, not the other way round', () => {
    const access = loadPolicies(policies);
    const city = principal({ roles: ['officer'], region: '990100', organisation: 'ex.ops' });
    assert.ok(access.allows({ principal: city, action: 'case.read', resource: resource({ region: '990102' }) }));
    assert.ok(
      !access.allows({ principal: principal(), action: 'case.read', resource: resource({ region: '990100' }) }),
    );
    assert.deepEqual(access.decide({ principal: city, action: 'case.read', resource: resource() }).policies, [
      'own-place',
    ]);
  });

  test('what a city publishes is seen from its districts, and from no other city', () => {
    const access = loadPolicies(policies);
    const sees = (region: string): boolean =>
      access.allows({
        principal: principal(),
        action: 'report.read',
        resource: resource({ region, organisation: 'ex.ops' }),
      });
    assert.deepEqual(['990100', '990000', '990101', '990102', '990200'].filter(sees), ['990100', '990000', '990101']);
  });

  test('policies that are not right are refused with their line', () => {
    assert.throws(
      () => loadPolicies('permit (principal, action, resource);\npermit (oops'),
      (error) => isFault(error, 'access.malformedPolicies') && error.params['line'] === 2,
    );
    assert.throws(
      () => loadPolicies('permit (principal, action, resource) when { resource.owner == principal };'),
      (error) => isFault(error, 'access.noPredicate'),
    );
    assert.throws(
      () => loadPolicies('permit (principal, action, resource) when { principal.apps.contains(resource.region) };'),
      (error) => isFault(error, 'access.noPredicate'),
    );
    assert.throws(
      () => loadPolicies('permit (principal == Account::"1", action, resource);'),
      (error) => isFault(error, 'access.noPredicate'),
    );
  });

  test('malformed attributes are refused instead of matching by accident', () => {
    const access = loadPolicies(policies);
    assert.throws(
      () => access.allows({ principal: principal({ region: '99' }), action: 'case.read', resource: resource() }),
      (error) => isFault(error, 'access.malformedAttribute'),
    );
    assert.throws(
      () => access.rowPredicate(principal({ organisation: 'ex.%' }), 'task.complete', 'c', 1),
      (error) => isFault(error, 'access.malformedAttribute'),
    );
  });

  test('the predicate shows exactly the rows that Cedar allows, for random people, rows and actions', async (t) => {
    const access = loadPolicies(policies);
    const db = await testDatabase(t, []);
    const regions = ['990000', '990100', '990101', '990102', '990200', '990201', '980101'];
    const organisations = ['ex', 'ex.ops', 'ex.water', 'ex.water.team1', 'ex.water.team10', 'ex.waterworks', 'other'];
    const apps = ['licence', 'hotline', 'street'];
    const rows = regions.flatMap((region) =>
      organisations.map((organisation, at) => ({ region, organisation, app: apps[at % apps.length] ?? '' })),
    );
    await db.query('CREATE TABLE thing (region text NOT NULL, organisation text NOT NULL, app text NOT NULL)');
    await db.query('INSERT INTO thing SELECT * FROM unnest($1::text[], $2::text[], $3::text[])', [
      rows.map((row) => row.region),
      rows.map((row) => row.organisation),
      rows.map((row) => row.app),
    ]);
    const roles = ['officer', 'team', 'supervisor', 'suspended', 'outsider'];
    const actions = ['case.read', 'case.claim', 'task.complete', 'ledger.verify', 'report.read'];
    let state = 42;
    const pick = <T>(list: readonly T[]): T => {
      state = (state * 1_664_525 + 1_013_904_223) >>> 0;
      return list[Math.floor((state / 2 ** 32) * list.length)] as T;
    };
    let seen = 0;
    for (let round = 0; round < 150; round++) {
      const who = principal({
        roles: roles.filter(() => pick([true, false])),
        region: pick(regions),
        organisation: pick(organisations),
        apps: apps.filter(() => pick([true, false])),
        stewardOf: apps.filter(() => pick([true, false])),
      });
      const action = pick(actions);
      const { sql, values } = access.rowPredicate(who, action, 't', 2);
      const shown = await db.query<Resource>(
        `SELECT region, organisation, app FROM thing t WHERE $1 = 1 AND ${sql} ORDER BY 1, 2, 3`,
        [1, ...values],
      );
      const allowed = rows.filter((row) => access.allows({ principal: who, action, resource: row }));
      const order = (list: readonly Resource[]) =>
        list.map((row) => `${row.region} ${row.organisation} ${row.app}`).toSorted((a, b) => (a < b ? -1 : 1));
      assert.deepEqual(order(shown), order(allowed), `${JSON.stringify(who)} ${action}: ${sql}`);
      seen += shown.length;
    }
    assert.ok(seen > 500, `the sample shows rows at all: ${seen}`);
  });
});
