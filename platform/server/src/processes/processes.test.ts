import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type {
  MigrationPlan,
  ProcessCheck,
  ProcessDetail,
  ProcessDifference,
  ProcessFlow,
  ProcessList,
} from '@yiwang/contract';
import { uuidv7 } from '@yiwang/clock';
import { claimTask, startCase, type HandlePorts } from '@yiwang/handle';
import { findEntries } from '@yiwang/ledger';
import { exampleModels, people, startTestServer, type Person } from '../test/startTestServer.ts';

const process = '/api/processes/rain/rainEvent';
const region = '990101';

async function start(t: TestContext) {
  const server = await startTestServer(t);
  const cookies = new Map<Person, string>();
  const ask = async <T>(person: Person, path: string, body?: unknown, method = 'POST') => {
    const cookie = cookies.get(person) ?? (await server.signIn(person));
    cookies.set(person, cookie);
    const response = await server.call(path, {
      headers: { cookie, origin: server.server.address, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, answer: (text === '' ? undefined : JSON.parse(text)) as T };
  };
  const ports: HandlePorts = {
    clock: server.clock,
    calendar: exampleModels.calendar,
    decide: () => ({
      outputs: { grade: 'Ⅱ', lead: 'ex.water', team: 'ex.water.team1', handleWithinMinutes: 120 },
      reason: { zh: '二级', en: 'grade II' },
      rules: [],
    }),
  };
  const open = () =>
    server.db.transaction((tx) =>
      startCase(tx, ports, {
        region,
        command: uuidv7(),
        by: { actor: 'system:test', organisation: 'ex.ops', roles: [] },
        app: 'rain',
        process: 'rainEvent',
        title: '积水',
        organisation: 'ex.ops',
        variables: {},
        simulated: true,
      }),
    );
  return { ...server, ask, open, ports };
}

test('a process is listed with its versions, open cases and the state of its check', async (t) => {
  const { ask, open } = await start(t);
  await open();
  const { status, answer } = await ask<ProcessList>('officer', '/api/processes');
  assert.equal(status, 200, JSON.stringify(answer));
  const rain = answer.processes.find((one) => one.process === 'rainEvent');
  assert.deepEqual([rain?.version, rain?.open, rain?.problems, rain?.hasDraft], [1, 1, 0, false]);
  const west = await ask<ProcessList>('eastOfficer', '/api/processes');
  assert.equal(west.answer.processes.find((one) => one.process === 'rainEvent')?.open, 1);
});

test('a check names the element that can’t run, also where a form, a decision or a role is missing', async (t) => {
  const { ask } = await start(t);
  const { xml } = (await ask<ProcessDetail>('policyOfficer', process)).answer.shown;
  const check = async (from: string, to: string) => {
    const body = { app: 'rain', process: 'rainEvent', xml: xml.replace(from, to) };
    const { answer } = await ask<ProcessCheck>('policyOfficer', '/api/processes/check', body);
    return answer.problems.map(({ element }) => element);
  };
  assert.deepEqual(await check('x', 'x'), []);
  assert.deepEqual(await check('outcome = "pass"', 'outcome ='), ['passed']);
  assert.deepEqual(await check('yiwang:form="verify"', 'yiwang:form="none"'), ['verify']);
  assert.deepEqual(await check('yiwang:decision="rainEvent"', 'yiwang:decision="none"'), ['assess']);
  assert.deepEqual(await check('yiwang:candidateRole="supervisor"', 'yiwang:candidateRole="nobody"'), ['supervise']);
  assert.equal((await check('<bpmn:process', '<bpmn:proc')).length, 1);
});

test('a draft is kept, compared, tried on the open cases, and published with a reason', async (t) => {
  const { ask, open, db } = await start(t);
  await open();
  const before = (await ask<ProcessDetail>('policyOfficer', process)).answer;
  const xml = before.shown.xml
    .replaceAll('"dispatch"', '"send"')
    .replace('yiwang:form="send"', 'yiwang:form="dispatch"');
  const saved = await ask('policyOfficer', `${process}/draft`, { base: 1, rev: 0, xml });
  assert.equal(saved.status, 200, JSON.stringify(saved.answer));
  assert.equal((await ask('policyOfficer', `${process}/draft`, { base: 1, rev: 0, xml })).status, 409);

  const { answer: difference } = await ask<ProcessDifference>('officer', `${process}/difference?from=1`);
  assert.deepEqual(
    [difference.added, difference.removed].map(([one]) => one?.id),
    ['send', 'dispatch'],
  );

  const migration = async (mapping: Record<string, string>) =>
    (await ask<MigrationPlan>('policyOfficer', `${process}/migration`, { from: 1, mapping })).answer;
  const stays = await migration({});
  assert.deepEqual([stays.moves, stays.stays, stays.steps[0]?.obstacles[0]?.why], [0, 1, 'noTarget']);
  assert.deepEqual((await migration({ dispatch: 'send' })).moves, 1);

  const publication = { base: 1, xml, why: '派遣改名', id: uuidv7() };
  assert.equal((await ask('supervisor', `${process}/versions`, publication)).status, 403);
  const broken = { ...publication, xml: xml.replace('outcome = "pass"', 'outcome =') };
  assert.equal(
    (await ask<{ code: string }>('policyOfficer', `${process}/versions`, broken)).answer.code,
    'server.processRefused',
  );
  const other = {
    ...publication,
    xml: xml.replaceAll('"rainEvent"', '"rain2"').replace('decision="rain2"', 'decision="rainEvent"'),
  };
  assert.equal(
    (await ask<{ code: string }>('policyOfficer', `${process}/versions`, other)).answer.code,
    'server.processId',
  );
  const { status, answer } = await ask<ProcessDetail>('policyOfficer', `${process}/versions`, publication);
  assert.equal(status, 200, JSON.stringify(answer));
  assert.deepEqual(
    answer.versions.map(({ version, origin, by, why, open: cases }) => [version, origin, by, why, cases]),
    [
      [2, 'person', `account:${people.policyOfficer.account}`, '派遣改名', 0],
      [1, 'file', null, null, 1],
    ],
  );
  assert.equal(answer.draft, null);
  await open();
  assert.equal((await ask<ProcessDetail>('officer', process)).answer.versions[0]?.open, 1);
  const entries = await findEntries(db, { region: '990100', subject: 'process:rain/rainEvent' });
  assert.equal(entries.length, 1);
});

test('a draft can be let go', async (t) => {
  const { ask } = await start(t);
  const { xml } = (await ask<ProcessDetail>('policyOfficer', process)).answer.shown;
  await ask('policyOfficer', `${process}/draft`, { base: 1, rev: 0, xml });
  assert.equal((await ask('policyOfficer', `${process}/draft`, {}, 'DELETE')).status, 204);
  assert.equal((await ask<ProcessDetail>('policyOfficer', process)).answer.draft, null);
});

test('how cases ran is told of the reader’s region, with times of steps and no person', async (t) => {
  const { ask, open, db, clock, ports } = await start(t);
  const { case: id } = await open();
  clock.advance(30 * 60_000);
  const [task] = await db.query<{ id: string }>(`SELECT id FROM handle.task WHERE case_id = $1`, [id]);
  const by = { actor: 'account:100001', organisation: 'ex.ops', roles: ['duty-officer'] };
  await db.transaction((tx) => claimTask(tx, ports, { region, case: id, command: uuidv7(), by, task: task?.id ?? '' }));
  const { status, answer } = await ask<ProcessFlow>('officer', `${process}/flow?version=1`);
  assert.equal(status, 200, JSON.stringify(answer));
  const dispatch = answer.nodes.find((node) => node.id === 'dispatch');
  assert.deepEqual([answer.cases.all, dispatch?.open], [1, 1]);
  assert.doesNotMatch(JSON.stringify(answer), /100001/);
  const elsewhere = await ask<ProcessFlow>('officer', `${process}/flow?region=990102`);
  assert.equal(elsewhere.answer.cases.all, 0);
  assert.equal((await ask('officer', '/api/processes/none/rainEvent/flow')).status, 404);
  assert.equal((await ask('officer', `${process}/flow?version=9`)).status, 404);
});
