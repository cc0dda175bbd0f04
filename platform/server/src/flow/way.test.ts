import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { CaseDetail, CaseList, EntryList, StoredFile, TaskList } from '@yiwang/contract';
import { uuidv7 } from '@yiwang/clock';
import { issueDeviceToken } from '../identity/deviceTokens.ts';
import { people, startTestServer, type Person, type TestServer } from '../test/startTestServer.ts';
import { datastream, region, registerTestStations } from '../test/testStations.ts';

interface Walk extends TestServer {
  /** Sends a value as a device; gives the status. */
  readonly observe: (result: number, seconds: number) => Promise<number>;
  readonly as: <T>(
    person: Person,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: T }>;
  readonly cases: (state?: string) => Promise<CaseList['cases']>;
  readonly work: () => Promise<void>;
}

async function beginWalk(t: TestContext): Promise<Walk> {
  const started = await startTestServer(t);
  const { db, clock, call, signIn, server } = started;
  await registerTestStations(db);
  const token = await db.transaction((tx) => issueDeviceToken(tx, clock, people.device, 'system:test'));
  const start = clock.now().getTime();
  const cookies = new Map<Person, string>();
  const as: Walk['as'] = async <T>(person: Person, method: string, path: string, body?: unknown) => {
    const cookie = cookies.get(person) ?? (await signIn(person));
    cookies.set(person, cookie);
    const response = await call(path, {
      method,
      headers: {
        cookie,
        origin: server.address,
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  return {
    ...started,
    as,
    async observe(result, seconds) {
      clock.set(new Date(Math.max(clock.now().getTime(), start + seconds * 1000)));
      const response = await call('/sta/v1.1/Observations', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          Datastream: { '@iot.id': datastream },
          phenomenonTime: new Date(start + seconds * 1000).toISOString(),
          result,
        }),
      });
      await response.arrayBuffer();
      return response.status;
    },
    async cases(state) {
      const { body } = await as<CaseList>(
        'officer',
        'GET',
        `/api/cases${state === undefined ? '' : `?state=${state}`}`,
      );
      return body.cases;
    },
    async work() {
      await server.engines.workers.runDue();
    },
  };
}

/** The open task of a person's queue, claimed and completed with a form. */
async function doTask(walk: Walk, person: Person, form: Record<string, string>): Promise<CaseDetail> {
  const { body } = await walk.as<TaskList>(person, 'GET', '/api/tasks');
  const [waiting] = body.tasks;
  assert.ok(waiting !== undefined, `${person} has a task`);
  const { task, case: of } = waiting;
  assert.deepEqual(task.actions, ['claim', 'complete'], task.refused ?? '');
  const path = `/api/cases/${of.region}/${of.id}/tasks/${task.id}`;
  const claimed = await walk.as(person, 'POST', `${path}/claim`, { command: uuidv7() });
  assert.equal(claimed.status, 200, JSON.stringify(claimed.body));
  const done = await walk.as<CaseDetail>(person, 'POST', `${path}/complete`, { command: uuidv7(), form });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return done.body;
}

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function addPhoto({ call, signIn, server }: Walk, id: string, by: Person = 'team'): Promise<string> {
  const response = await call(`/api/cases/${region}/${id}/files?name=site.png`, {
    method: 'POST',
    headers: { cookie: await signIn(by), origin: server.address, 'content-type': 'image/png' },
    body: png,
  });
  assert.equal(response.status, 201);
  return ((await response.json()) as StoredFile).hash;
}

test('one observation becomes a case, is dispatched, handled, verified by another, and closes when its sign is back', async (t) => {
  const walk = await beginWalk(t);
  assert.equal(await walk.observe(0.1, 1), 201);
  assert.equal(await walk.observe(0.42, 10), 201);
  await walk.work();

  const [opened, ...more] = await walk.cases('open');
  assert.ok(opened !== undefined && more.length === 0);
  assert.deepEqual([opened.grade, opened.step, opened.organisation, opened.simulated], ['red', '派遣', 'ex.ops', true]);
  const path = `/api/cases/${region}/${opened.id}`;
  const detail = (await walk.as<CaseDetail>('officer', 'GET', path)).body;
  assert.deepEqual(detail.decision?.rules, ['deep']);
  assert.deepEqual([detail.observation?.value, detail.observation?.inBandAgain], [0.42, false]);
  assert.deepEqual(
    detail.proposals.map(({ organisation }) => organisation),
    ['ex.water.team1', 'ex.water.team3', 'ex.water.team2'],
    'the nearest team first',
  );

  const dispatched = await doTask(walk, 'officer', { team: detail.proposals[0]?.organisation ?? '' });
  assert.deepEqual([dispatched.summary.step, dispatched.summary.organisation], ['处置', 'ex.water.team1']);
  const photo = await addPhoto(walk, opened.id);
  const handled = await doTask(walk, 'team', { photo, measure: 'pumped' });
  assert.equal(handled.summary.step, '核查');
  const verified = await doTask(walk, 'verifier', { outcome: 'pass' });
  assert.deepEqual([verified.summary.state, verified.summary.step], ['open', '体征回区间']);

  assert.equal(await walk.observe(0.05, 60), 201);
  await walk.work();
  assert.deepEqual(await walk.cases('open'), []);
  const closed = (await walk.as<CaseDetail>('officer', 'GET', path)).body;
  assert.deepEqual([closed.summary.state, closed.observation?.inBandAgain], ['closed', true]);

  await walk.server.engines.sequencer.runOnce();
  const { body: list } = await walk.as<EntryList>('officer', 'GET', `${path}/entries`);
  const kinds = list.entries.map(({ kind }) => kind);
  for (const kind of [
    'case.opened',
    'decision.made',
    'task.claimed',
    'task.completed',
    'message.received',
    'case.closed',
  ]) {
    assert.ok(kinds.includes(kind), `${kind} has its entry: ${kinds.join(' ')}`);
  }
  assert.ok(
    list.entries.every(({ verified: holds }) => holds),
    'each entry is verified to the signed checkpoint',
  );
});

test('a repeated observation, and a thing that leaves its band again, make no second case', async (t) => {
  const walk = await beginWalk(t);
  await walk.observe(0.1, 1);
  for (let i = 0; i < 3; i++) assert.equal(await walk.observe(0.42, 10), 201);
  await walk.work();
  await walk.observe(0.05, 20);
  await walk.observe(0.5, 30);
  await walk.work();
  const [only, ...more] = await walk.cases();
  assert.deepEqual(more, []);
  const { body } = await walk.as<CaseDetail>('officer', 'GET', `/api/cases/${region}/${only?.id}`);
  assert.equal(body.observation?.inBandAgain, false, 'it is out again');
  assert.ok(body.events.some(({ kind }) => kind === 'case.seen-again'));
});

test('the case ends right when the jobs of a crossing out and back run in the wrong order', async (t) => {
  const walk = await beginWalk(t);
  await walk.observe(0.1, 1);
  await walk.observe(0.42, 10);
  await walk.observe(0.05, 20);
  await walk.db.execute(
    `UPDATE jobs.job SET run_at = $1
     WHERE payload->>'crossing' = (SELECT id::text FROM vitals.crossing WHERE to_light = 'over')`,
    [new Date(walk.clock.now().getTime() + 60_000)],
  );
  await walk.work();
  assert.deepEqual(await walk.cases(), [], 'the way back ran first');
  walk.clock.advance(120_000);
  await walk.work();
  const [only] = await walk.cases('open');
  const { body } = await walk.as<CaseDetail>('officer', 'GET', `/api/cases/${region}/${only?.id}`);
  assert.equal(body.observation?.inBandAgain, true);
});

test('a command that is sent twice counts once, and one with other content is refused', async (t) => {
  const walk = await beginWalk(t);
  await walk.observe(0.1, 1);
  await walk.observe(0.42, 10);
  await walk.work();
  const { body } = await walk.as<TaskList>('officer', 'GET', '/api/tasks');
  const [waiting] = body.tasks;
  assert.ok(waiting !== undefined);
  const path = `/api/cases/${region}/${waiting.case.id}/tasks/${waiting.task.id}`;
  const command = uuidv7();
  const form = { team: 'ex.water.team1' };
  for (let i = 0; i < 2; i++) {
    assert.equal((await walk.as('officer', 'POST', `${path}/complete`, { command, form })).status, 200);
  }
  const other = { command, form: { team: 'ex.water.team2' } };
  assert.equal((await walk.as('officer', 'POST', `${path}/complete`, other)).status, 409);
  assert.equal((await walk.as('officer', 'POST', `${path}/complete`, { command: uuidv7(), form })).status, 409);
  const nobodysTeam = { command: uuidv7(), form: { team: 'ex.nobody' } };
  assert.equal((await walk.as('officer', 'POST', `${path}/complete`, nobodysTeam)).status, 422);
});

test('a case of another district is not for a team to see, unless it is sent to it', async (t) => {
  const walk = await beginWalk(t);
  await walk.observe(0.1, 1);
  await walk.observe(0.42, 10);
  await walk.work();
  const [opened] = await walk.cases('open');
  const path = `/api/cases/${region}/${opened?.id}`;
  assert.equal((await walk.as('westTeam', 'GET', path)).status, 403);
  assert.deepEqual((await walk.as<CaseList>('westTeam', 'GET', '/api/cases')).body.cases, []);
  await doTask(walk, 'officer', { team: 'ex.water.team2' });
  assert.equal((await walk.as('westTeam', 'GET', path)).status, 200);
  const { body } = await walk.as<TaskList>('westTeam', 'GET', '/api/tasks');
  assert.equal(body.tasks.length, 1);

  // Once done, the case moves on to the city's verifier and out of the team's sight; a lost answer can still be asked for again.
  const task = `${path}/tasks/${body.tasks[0]?.task.id}`;
  assert.equal((await walk.as('westTeam', 'POST', `${task}/claim`, { command: uuidv7() })).status, 200);
  const photo = await addPhoto(walk, opened?.id ?? '', 'westTeam');
  const done = { command: uuidv7(), form: { photo, measure: 'pumped' } };
  assert.equal((await walk.as('westTeam', 'POST', `${task}/complete`, done)).status, 200);
  assert.equal((await walk.as('westTeam', 'GET', path)).status, 403);
  assert.equal((await walk.as('westTeam', 'POST', `${task}/complete`, done)).status, 200);
  assert.equal((await walk.as('westTeam', 'POST', `${task}/complete`, { ...done, command: uuidv7() })).status, 403);
  assert.equal((await walk.as('officer', 'POST', `${task}/complete`, done)).status, 409);
});

test('the one screen shows the sign, the case and what happened, now and as it was', async (t) => {
  const walk = await beginWalk(t);
  await walk.observe(0.1, 1);
  await walk.observe(0.42, 130);
  await walk.work();
  interface Shown {
    readonly live: boolean;
    readonly signs: readonly { readonly value: number; readonly light: string }[];
    readonly first: { readonly case: { readonly title: string } } | null;
    readonly events: readonly { readonly kind: string }[];
    readonly cases: readonly { readonly network: string; readonly counts: { readonly ok: number } }[];
  }
  const now = (await walk.as<Shown>('officer', 'GET', '/api/screen')).body;
  assert.deepEqual([now.signs[0]?.value, now.signs[0]?.light], [0.42, 'over']);
  assert.match(now.first?.case.title ?? '', /模拟积水点 001/);
  assert.deepEqual(new Set(now.events.map(({ kind }) => kind)), new Set(['crossing', 'case']));
  assert.equal(now.cases.find(({ network }) => network === 'manage')?.counts.ok, 1);
  const past = new Date(walk.clock.now().getTime() - 70_000).toISOString();
  const before = (await walk.as<Shown>('officer', 'GET', `/api/screen?at=${past}`)).body;
  assert.deepEqual([before.live, before.signs[0]?.value, before.first], [false, 0.1, null]);
  assert.equal((await walk.as('officer', 'GET', '/api/timeline')).status, 200);
  assert.equal((await walk.as('officer', 'GET', '/api/things')).status, 200);
  assert.equal((await walk.as('officer', 'GET', '/api/signs/water-level/series')).status, 200);
  assert.equal((await walk.as('westTeam', 'GET', '/api/screen?region=990101')).status, 403);
});

test('a case that was overdue ends with its sign, supervised or not, and the next crossing is a case of its own', async (t) => {
  const walk = await beginWalk(t);
  await walk.observe(0.1, 1);
  await walk.observe(0.42, 10);
  await walk.work();
  const [first] = await walk.cases('open');
  assert.ok(first !== undefined);
  const { body: detail } = await walk.as<CaseDetail>('officer', 'GET', `/api/cases/${region}/${first.id}`);
  await doTask(walk, 'officer', { team: detail.proposals[0]?.organisation ?? '' });
  walk.clock.advance(61 * 60_000);
  await walk.work(); // the handling is overdue: a task for the supervisor, who does nothing
  await doTask(walk, 'team', { photo: await addPhoto(walk, first.id), measure: 'pumped' });
  await doTask(walk, 'verifier', { outcome: 'pass' });
  const later = 62 * 60;
  await walk.observe(0.05, later);
  await walk.work();
  assert.deepEqual(await walk.cases('open'), []);
  await walk.observe(0.42, later + 60);
  await walk.work();
  const again = await walk.cases('open');
  assert.deepEqual([again.length, again[0]?.id === first.id, again[0]?.step], [1, false, '派遣']);
});
