import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { EntityDetail, RuleDetail, RuleExplanation, RuleList, RuleTests, WhatIf } from '@yiwang/contract';
import { importEntities } from '@yiwang/judge';
import { uuidv7 } from '@yiwang/clock';
import { exampleModels, startTestServer, type Person, type TestServer } from '../test/startTestServer.ts';

const register = exampleModels.apps.flatMap(({ registers }) => registers)[0]?.value;
assert.ok(register !== undefined);

/** Twenty firms: numbers 1 to 20, each with 20,000 yuan more research; every second in the east. */
const firms = Array.from({ length: 20 }, (_one, index) => ({
  region: index % 2 === 0 ? '990101' : '990102',
  code: `firm${String(index + 1).padStart(2, '0')}`,
  name: `模拟企业 ${String(index + 1).padStart(6, '0')}`,
  values: { kind: 'firm', dishonest: false, research: (index + 1) * 20_000, revenue: 4_000_000 },
}));

interface Asking {
  readonly server: TestServer;
  readonly ask: <T>(person: Person, path: string, body?: unknown) => Promise<{ status: number; answer: T }>;
}

async function start(t: TestContext): Promise<Asking> {
  const server = await startTestServer(t, { matching: true });
  assert.ok(register !== undefined);
  const order = { actor: 'system:test', reason: '测试名录' };
  await server.db.transaction((tx) => importEntities(tx, server.clock, register, firms, order));
  const cookies = new Map<Person, string>();
  const ask = async <T>(person: Person, path: string, body?: unknown): Promise<{ status: number; answer: T }> => {
    const cookie = cookies.get(person) ?? (await server.signIn(person));
    cookies.set(person, cookie);
    const response = await server.call(path, {
      headers: { cookie, origin: server.server.address, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: (await response.json()) as T };
  };
  for (let tries = 0; tries < 200; tries += 1) {
    const { answer } = await ask<RuleList>('policyOfficer', '/api/rules');
    if (answer.matching?.entities === firms.length) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { server, ask };
}

const rule = '/api/rules/rd-grant';
const lowered = { thresholds: [{ id: 'rdGrantEligible/expression/0', value: '100000' }] };

test('a rule is listed with whom it matches, its tests and its next change', async (t) => {
  const { ask } = await start(t);
  const { answer } = await ask<RuleList>('officer', '/api/rules');
  const own = answer.rules.find(({ code }) => code === 'rd-grant');
  // research of 200,000 and more, which is over 3 % of the revenue
  assert.deepEqual(own?.matched, { count: 11, amount: '330000' });
  assert.deepEqual([own.version, own.changes, own.tests], [1, '2027-01-01', { passed: 11, failed: 0 }]);
});

test('a moved threshold tells gains, money and districts before anything is published', async (t) => {
  const { ask } = await start(t);
  const { status, answer } = await ask<WhatIf>('policyOfficer', `${rule}/what-if`, lowered);
  assert.equal(status, 200, JSON.stringify(answer));
  // 3 % of the revenue are 120,000: five more, 120,000 to 180,000
  assert.deepEqual([answer.before.count, answer.after.count, answer.gained.count, answer.lost.count], [11, 15, 4, 0]);
  assert.equal(answer.gained.amount, '60000');
  assert.deepEqual(
    answer.regions.map(({ region, gained }) => [region, gained] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    [
      ['990101', 2],
      ['990102', 2],
    ],
  );
  const list = await ask<{ total: number; rows: { entity: { code: string } }[] }>(
    'policyOfficer',
    `${rule}/what-if/entities`,
    { change: lowered, side: 'gained' },
  );
  assert.deepEqual(list.answer.rows.map(({ entity }) => entity.code).toSorted(), [
    'firm06',
    'firm07',
    'firm08',
    'firm09',
  ]);
  const still = await ask<RuleList>('policyOfficer', '/api/rules');
  assert.equal(still.answer.rules.find(({ code }) => code === 'rd-grant')?.matched?.count, 11);
});

test('one firm is told what it lacks, by the rule as it is and as it is changed', async (t) => {
  const { ask } = await start(t);
  const entity = { region: '990102', code: 'firm08' };
  const now = await ask<RuleExplanation>('policyOfficer', `${rule}/explanation`, { entity });
  assert.equal(now.answer.state, 'almost');
  assert.match(now.answer.nearest[0]?.text.zh ?? '', /研发费用.*20 万/);
  const then = await ask<RuleExplanation>('policyOfficer', `${rule}/explanation`, { entity, change: lowered });
  assert.deepEqual([then.answer.state, then.answer.amount], ['qualified', '16000']);
  const all = await ask<EntityDetail>('policyOfficer', '/api/registers/enterprise/entities/990102/firm08');
  assert.equal(all.answer.policies.length, 10);
  const unknown = await ask<RuleExplanation>('policyOfficer', `${rule}/explanation`, { values: { kind: 'firm' } });
  assert.deepEqual([unknown.answer.state, unknown.answer.missing.length > 0], ['needsData', true]);
});

test('publishing needs tests that pass or a word that they need not, takes effect, and is taken back', async (t) => {
  const { ask } = await start(t);
  const order = { change: lowered, from: '2026-11-20', why: '门槛下调', id: uuidv7() };
  const refused = await ask<{ code: string }>('policyOfficer', `${rule}/versions`, order);
  assert.deepEqual([refused.status, refused.answer.code], [422, 'judge.versionTests']);
  const published = await ask<RuleDetail>('policyOfficer', `${rule}/versions`, { ...order, despiteTests: true });
  assert.equal(published.status, 201, JSON.stringify(published.answer));
  assert.deepEqual(
    published.answer.versions.map(({ number, status, origin }) => [number, status, origin]),
    [
      [1, 'past', 'file'],
      [2, 'scheduled', 'file'],
      [3, 'effective', 'person'],
    ],
  );
  assert.equal(published.answer.summary.matched?.count, 15);
  assert.match(published.answer.shown.changes[0]?.zh ?? '', /200000.* → .*100000/);
  const again = await ask<RuleDetail>('policyOfficer', `${rule}/versions`, { ...order, despiteTests: true });
  assert.equal(again.answer.versions.length, 3, 'a command that is sent twice is done once');
  const asked = await ask<{ version: number; outputs: Record<string, unknown> }>(
    'policyOfficer',
    '/api/decisions/rdGrantEligible',
    { input: { firm: { kind: 'firm', dishonest: false, research: 150_000, revenue: 4_000_000 } } },
  );
  assert.deepEqual([asked.answer.version, asked.answer.outputs['rdGrantEligible']], [3, true]);
  const back = await ask<RuleDetail>('policyOfficer', `${rule}/versions/3/withdrawal`, { why: '有误' });
  assert.equal(back.answer.summary.matched?.count, 11);
});

test('an edited table is tested before it is published, and a broken one is told with its place', async (t) => {
  const { ask } = await start(t);
  const { answer } = await ask<RuleDetail>('policyOfficer', rule);
  const xml = answer.shown.xml.replace('firm.research * 0.10', 'firm.research * 0.11');
  const tests = await ask<RuleTests>('policyOfficer', `${rule}/tests`, { xml });
  assert.ok(tests.answer.results.some(({ passed }) => !passed));
  const broken = await ask<{ code: string; detail: string }>('policyOfficer', `${rule}/what-if`, {
    xml: answer.shown.xml.replace('firm.research * 0.10', 'firm.reserch * 0.10'),
  });
  assert.equal(broken.status, 422);
  assert.match(broken.answer.detail, /rd-grant-2026\.dmn:\d+:\d+.*reserch/);
});
