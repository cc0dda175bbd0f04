import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from '@yiwang/clock';
import { startCase } from '@yiwang/handle';
import { createDecisionPort } from '../flow/decisionPort.ts';
import { createAccount } from '../identity/createAccount.ts';
import { exampleModels, people, startTestServer, type Person, type TestServer } from '../test/startTestServer.ts';
import { notifyChanges } from './notifyChanges.ts';

interface Event {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly cases?: readonly { region: string; id: string }[]; readonly why?: string };
}

/** Reads events until `enough` says so, or for two seconds. */
async function watch(
  { call, signIn }: TestServer,
  person: Person,
  enough: (events: readonly Event[]) => boolean,
  lastEventId?: string,
): Promise<readonly Event[]> {
  const cookie = await signIn(person);
  const stop = new AbortController();
  const headers = { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const response = await call('/api/live', { headers, signal: stop.signal });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  const events: Event[] = [];
  const timer = setTimeout(() => stop.abort(), 2_000);
  let text = '';
  try {
    for await (const chunk of response.body!) {
      text += Buffer.from(chunk as Uint8Array).toString();
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
        );
        text = text.slice(end + 2);
        if (fields.has('event')) {
          events.push({
            id: fields.get('id') ?? '',
            event: fields.get('event') ?? '',
            data: JSON.parse(fields.get('data') ?? '{}') as Event['data'],
          });
        }
        if (enough(events)) return events;
      }
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  return events;
}

/** Opens a case of a district, without telling anybody. */
async function openCase({ db, clock }: TestServer, region: string): Promise<string> {
  const { apps, calendar } = exampleModels;
  const own = apps.find(({ about }) => about.onCrossing !== undefined)?.about;
  const ports = { clock, calendar, decide: createDecisionPort(apps) };
  const answer = await db.transaction((tx) =>
    startCase(tx, ports, {
      region,
      command: uuidv7(),
      by: { actor: 'system:test', organisation: '', roles: [] },
      app: own?.id ?? '',
      process: own?.onCrossing?.process ?? '',
      title: 'test',
      organisation: 'ex.ops',
      variables: { indicator: 'water-level', value: 4 },
      simulated: true,
    }),
  );
  return answer.case;
}

const batches = (events: readonly Event[]): readonly Event[] => events.filter(({ event }) => event === 'batch');

test('a change is pushed in one batch to who may see its region, and to nobody else', async (t) => {
  const started = await startTestServer(t);
  const east = await openCase(started, '990101');
  const west = await openCase(started, '990102');
  const officer = watch(started, 'team', (events) => batches(events).length > 0);
  const supervisor = watch(started, 'supervisor', (events) => batches(events).length > 0);
  await wait(500);
  await started.db.transaction(async (tx) => {
    await notifyChanges(tx, {
      cases: [
        ['990101', east],
        ['990102', west],
      ],
    });
  });
  assert.deepEqual(batches(await officer)[0]?.data.cases, [{ region: '990101', id: east }]);
  assert.equal(batches(await supervisor)[0]?.data.cases?.length, 2);
});

test('a client that was away gets what it missed, and one that was away too long is told to fetch anew', async (t) => {
  const started = await startTestServer(t);
  const [hello] = await watch(started, 'officer', (events) => events.length > 0);
  assert.equal(hello?.event, 'hello');
  const id = await openCase(started, '990101');
  await notifyChanges(started.db, { cases: [['990101', id]] });
  await wait(200);
  const resumed = await watch(started, 'officer', (events) => events.length > 0, hello.id);
  assert.deepEqual(batches(resumed)[0]?.data.cases, [{ region: '990101', id }]);
  const again = await watch(started, 'officer', (events) => events.length > 0, batches(resumed)[0]?.id);
  assert.deepEqual(again, [], 'nothing was missed');
  for (const stale of ['0123456789ab.7', 'nonsense', `${hello.id}999`]) {
    const [first] = await watch(started, 'officer', (events) => events.length > 0, stale);
    assert.equal(first?.event, 'reset');
  }
});

test('a change that is rolled back is never pushed', async (t) => {
  const started = await startTestServer(t);
  const officer = watch(started, 'officer', (events) => batches(events).length > 0);
  await wait(300);
  await assert.rejects(
    started.db.transaction(async (tx) => {
      await notifyChanges(tx, { cases: [['990101', uuidv7()]] });
      throw new RangeError('rolled back');
    }),
  );
  assert.deepEqual(batches(await officer), []);
});

test('nobody signed in is not connected', async (t) => {
  const { call } = await startTestServer(t);
  assert.equal((await call('/api/live')).status, 401);
});

test('a client is told to fetch anew when the server could not hear what changed for a while', async (t) => {
  const started = await startTestServer(t);
  const officer = watch(started, 'officer', (events) => events.some(({ event }) => event === 'reset'));
  await wait(300);
  await started.db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  const events = await officer;
  assert.equal(events.at(-1)?.event, 'reset');
  const [first] = await watch(started, 'officer', (seen) => seen.length > 0, events[0]?.id);
  assert.equal(first?.event, 'reset', 'and what was before can not be resumed');
});

test('who is given other rights is cut off within seconds, to come back with those alone', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const started = await startTestServer(t);
  const { call, signIn, db, clock } = started;
  const response = await call('/api/live', { headers: { cookie: await signIn('officer') } });
  const ended = (async () => {
    for await (const _ of response.body!);
    return 'ended';
  })();
  t.mock.timers.tick(15_000);
  assert.equal(await Promise.race([ended, wait(500, 'open')]), 'open', 'nothing has changed yet');
  const east = { ...people.officer, region: '990101' };
  await db.transaction((tx) => createAccount(tx, clock, east, 'system:test'));
  t.mock.timers.tick(15_000);
  assert.equal(await Promise.race([ended, wait(2_000, 'open')]), 'ended');
});

test('who hangs up before the answer begins does not count among the connections of the account', async (t) => {
  const { server, signIn, call, db } = await startTestServer(t);
  const cookie = await signIn('officer');
  const { port } = new URL(server.address);
  await db.transaction(async (tx) => {
    await tx.execute('LOCK TABLE identity.session IN ACCESS EXCLUSIVE MODE');
    const head = `GET /api/live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`;
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(head, () => setTimeout(() => socket.resetAndDestroy(), 100));
    }
    await wait(400);
  });
  await wait(300);
  const response = await call('/api/live', { headers: { cookie } });
  assert.equal(response.status, 200);
  await response.body?.cancel();
});
