import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { jobsMigrations, type Job } from '@yiwang/jobs';
import { findEntries, ledgerMigrations } from '@yiwang/ledger';
import { testDatabase, type Database } from '@yiwang/postgres';
import type { Actor } from '../step/caseCommand.ts';
import type { CaseState } from '../step/caseState.ts';
import {
  addEvidence,
  assignTask,
  claimTask,
  completeTask,
  correlate,
  resumeClock,
  setVariables,
  suspendClock,
  withdraw,
} from './commands.ts';
import type { HandlePorts } from './commandRequest.ts';
import { fireTimers } from './fireTimers.ts';
import { findCase } from './loadCase.ts';
import { handleMigrations } from '../migrations.ts';
import { startCase } from './startCase.ts';
import { flow, lampPorts, lampStart, openLamp, person, region } from '../test/lampTown.ts';

const sets = [ledgerMigrations, jobsMigrations, handleMigrations];

async function stateOf(db: Database, id: string): Promise<CaseState> {
  const found = await findCase(db, region, id, { lock: false });
  assert.ok(found);
  return found.state;
}

async function openTask(db: Database, id: string, element: string): Promise<string> {
  const task = (await stateOf(db, id)).tasks.find((one) => one.element === element && one.state === 'open');
  assert.ok(task, `${element} is open`);
  return task.id;
}

function asked(id: string, by: Actor, changes: object = {}) {
  return { region, case: id, command: uuidv7(), by, ...changes };
}

async function handleIt(db: Database, ports: HandlePorts, id: string, by: Actor): Promise<void> {
  const task = await openTask(db, id, 'handle');
  await db.transaction(async (tx) => {
    const evidence = { task, hash: 'sha256:aa', type: 'image/png', size: 3, name: 'a.png' };
    await addEvidence(tx, ports, { ...asked(id, by), evidence });
    await completeTask(tx, ports, { ...asked(id, by), task, form: { photo: 'sha256:aa', note: '已换' } });
  });
}

async function dueJobs(db: Database, now: Date): Promise<Job[]> {
  return db.query<Job>(
    `SELECT region, id, queue, key, payload, run_at AS "runAt", 1 AS attempt, 10 AS "maxAttempts"
     FROM jobs.job WHERE queue = 'handle.timer' AND run_at <= $1 ORDER BY run_at`,
    [now],
  );
}

const code = (wanted: string) => (error: unknown) => isFault(error, wanted);

suite('a case', () => {
  test('goes its whole way, and every step has its entry', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const opened = await openLamp(db, ports);
    assert.equal(opened.number, '990102-20261122-0001');
    const { case: id } = opened;
    const fitter = person(100001, 'fitter');
    const task = await openTask(db, id, 'handle');
    await db.transaction((tx) => claimTask(tx, ports, { ...asked(id, fitter), task }));
    await handleIt(db, ports, id, fitter);
    const verify = await openTask(db, id, 'verify');
    const verifier = person(100002, 'verifier', 'town');
    await db.transaction((tx) =>
      completeTask(tx, ports, { ...asked(id, verifier), task: verify, form: { outcome: 'pass' } }),
    );
    await db.transaction((tx) => correlate(tx, ports, { ...asked(id, flow), message: 'lit' }));
    clock.advance(3_600_000);
    const [job] = await dueJobs(db, clock.now());
    assert.ok(job);
    const [answer] = await db.transaction((tx) => fireTimers(tx, ports, [job]));
    assert.equal(answer?.state, 'closed');
    const state = await stateOf(db, id);
    assert.deepEqual([state.tokens, state.timers, state.outcome], [[], [], 'completed']);
    const kinds = (await findEntries(db, { region, subject: `case:${id}` })).map((entry) => entry.kind);
    for (const kind of ['case.opened', 'decision.made', 'task.claimed', 'task.completed', 'timer.fired', 'case.closed'])
      assert.ok(kinds.includes(kind), kind);
    const events = await db.query<{ seq: number }>(
      `SELECT seq FROM handle.event WHERE region = $1 AND case_id = $2 ORDER BY seq`,
      [region, id],
    );
    assert.deepEqual(
      events.map((event) => event.seq),
      events.map((_, at) => at + 1),
    );
  });

  test('is not verified by the person who handled it', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const both: Actor = { actor: 'account:100001', organisation: 'town', roles: ['fitter', 'verifier'] };
    await handleIt(db, ports, id, { ...both, organisation: 'town.light.t1' });
    const task = await openTask(db, id, 'verify');
    await assert.rejects(
      db.transaction((tx) => completeTask(tx, ports, { ...asked(id, both), task, form: { outcome: 'pass' } })),
      code('handle.sameHands'),
    );
    await assert.rejects(
      db.transaction((tx) => claimTask(tx, ports, { ...asked(id, both), task })),
      code('handle.sameHands'),
    );
  });

  test('that fails verification is handled again', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    await handleIt(db, ports, id, person(100001, 'fitter'));
    const task = await openTask(db, id, 'verify');
    await db.transaction((tx) =>
      completeTask(tx, ports, { ...asked(id, person(100002, 'verifier', 'town')), task, form: { outcome: 'fail' } }),
    );
    await openTask(db, id, 'handle');
  });

  test('refuses who is no candidate, a form that is not right, and a person in place of a machine', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const task = await openTask(db, id, 'handle');
    const tries: [Actor, { [key: string]: string | number }, string][] = [
      [person(100001, 'clerk'), {}, 'handle.notCandidate'],
      [person(100001, 'fitter', 'town.light.t2'), {}, 'handle.notCandidate'],
      [person(100001, 'fitter', 'town.light.t12'), {}, 'handle.notCandidate'],
      [flow, {}, 'handle.needsAccount'],
      [person(100001, 'fitter'), {}, 'handle.formRefused'],
      [person(100001, 'fitter'), { photo: 'sha256:never-stored' }, 'handle.formRefused'],
      [person(100001, 'fitter'), { photo: 'sha256:aa', other: 1 }, 'handle.formRefused'],
    ];
    for (const [by, form, wanted] of tries)
      await assert.rejects(
        db.transaction((tx) => completeTask(tx, ports, { ...asked(id, by), task, form })),
        code(wanted),
      );
    assert.equal((await stateOf(db, id)).rev, 1);
  });

  test('that two people complete at once is completed by one, and the other is told who did it', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    await handleIt(db, ports, id, person(100001, 'fitter'));
    const task = await openTask(db, id, 'verify');
    const both = await Promise.allSettled(
      [100002, 100003].map((account) =>
        db.transaction((tx) =>
          completeTask(tx, ports, {
            ...asked(id, person(account, 'verifier', 'town')),
            task,
            form: { outcome: 'pass' },
          }),
        ),
      ),
    );
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    assert.equal(lost.length, 1);
    assert.ok(isFault(lost[0], 'handle.taskDone'));
    assert.match(String(lost[0].params['by']), /^account:10000[23]$/);
  });

  test('is opened once while two transactions see the same thing at once', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    await openLamp(db, ports);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        db.transaction((tx) => startCase(tx, ports, lampStart({ dedupKey: 'lamp/L1', command: uuidv7() }))),
      ),
    );
    assert.equal(new Set(answers.map((answer) => answer.case)).size, 1);
    assert.equal(answers.filter((answer) => answer.outcome === 'opened').length, 1);
    const state = await stateOf(db, answers[0]!.case);
    assert.equal(state.seenAgain, 5);
    await db.transaction((tx) => withdraw(tx, ports, asked(state.id, flow, { reason: '误报' })));
    const next = await db.transaction((tx) => startCase(tx, ports, lampStart({ dedupKey: 'lamp/L1' })));
    assert.equal(next.outcome, 'opened');
  });

  test('gives a repeated command its first answer, also when both come at once, and refuses the id for another', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const task = await openTask(db, id, 'handle');
    const request = { ...asked(id, person(100001, 'fitter')), task };
    const claimed = () => db.transaction((tx) => claimTask(tx, ports, request));
    const [one, two] = await Promise.all([claimed(), claimed()]);
    assert.deepEqual(one, two);
    assert.deepEqual(await claimed(), one);
    assert.equal((await stateOf(db, id)).rev, one.rev);
    await assert.rejects(
      db.transaction((tx) => withdraw(tx, ports, { ...request, reason: '误报' })),
      code('handle.commandReused'),
    );
  });

  test('escalates when its clock is due, not while the clock is suspended', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const task = await openTask(db, id, 'handle');
    clock.advance(30 * 60_000);
    await assert.rejects(
      db.transaction((tx) => suspendClock(tx, ports, { ...asked(id, flow), task })),
      code('handle.needsReason'),
    );
    await db.transaction((tx) => suspendClock(tx, ports, { ...asked(id, flow), task, reason: '待专家评审' }));
    assert.equal((await stateOf(db, id)).tasks[0]?.dueAt, null);
    clock.advance(600 * 60_000);
    assert.deepEqual(await dueJobs(db, clock.now()), []);
    await db.transaction((tx) => resumeClock(tx, ports, { ...asked(id, flow), task }));
    const due = (await stateOf(db, id)).tasks[0]?.dueAt;
    assert.equal(due?.getTime(), clock.now().getTime() + 30 * 60_000);
    clock.advance(30 * 60_000);
    const [job] = await dueJobs(db, clock.now());
    assert.ok(job);
    await db.transaction((tx) => fireTimers(tx, ports, [job]));
    await openTask(db, id, 'urge');
    await openTask(db, id, 'handle');
    assert.deepEqual((await stateOf(db, id)).clocks[0]?.segments.length, 3);
  });

  test('does not grow past what its variables may hold, piece by piece either', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const fill = (key: string) =>
      db.transaction((tx) =>
        setVariables(tx, ports, { ...asked(id, flow), variables: { [key]: 'x'.repeat(150 * 1024) } }),
      );
    await fill('a');
    await assert.rejects(fill('b'), code('handle.badCommand'));
    await assert.rejects(
      db.transaction((tx) => setVariables(tx, ports, { ...asked(id, flow), variables: { nul: '\0' } })),
      code('handle.badCommand'),
    );
  });

  test('refuses a command given on a revision that has passed', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id, rev } = await openLamp(db, ports);
    const set = () =>
      db.transaction((tx) => setVariables(tx, ports, { ...asked(id, flow, { rev }), variables: { seen: true } }));
    await set();
    await assert.rejects(set(), code('handle.stale'));
  });

  test('can be assigned to another team with a reason', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const task = await openTask(db, id, 'handle');
    const officer = person(100009, 'duty-officer', 'town');
    await db.transaction((tx) =>
      assignTask(tx, ports, { ...asked(id, officer), task, organisation: 'town.light.t2', reason: '就近' }),
    );
    await assert.rejects(
      db.transaction((tx) => claimTask(tx, ports, { ...asked(id, person(100001, 'fitter')), task })),
      code('handle.notCandidate'),
    );
    await db.transaction((tx) =>
      claimTask(tx, ports, { ...asked(id, person(100004, 'fitter', 'town.light.t2')), task }),
    );
  });
});
