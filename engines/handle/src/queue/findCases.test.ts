import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { uuidv7 } from '@yiwang/clock';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { claimTask } from '../store/commands.ts';
import { givePeopleCommand } from '../store/peopleCommands.ts';
import { countByLight } from './countByLight.ts';
import { countCases } from './countCases.ts';
import { findCases, type CaseSearch } from './findCases.ts';
import { findTasks } from './findTasks.ts';
import { getCase } from '../store/getCase.ts';
import { lampPorts, lampStart, openLamp, person, region } from '../test/lampTown.ts';
import { handleMigrations } from '../migrations.ts';
import { startCase } from '../store/startCase.ts';

const sets = [ledgerMigrations, jobsMigrations, handleMigrations];
const rows = () => ({ sql: 'true', values: [] });

suite('finding cases', () => {
  test('two characters of the title find a case, and another two do not', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const found = await findCases(db, clock.now(), { rows, text: '路灯' });
    assert.deepEqual(
      found.cases.map((one) => one.id),
      [id],
    );
    assert.deepEqual((await findCases(db, clock.now(), { rows, text: '水泵' })).cases, []);
    assert.equal((await findCases(db, clock.now(), { rows, text: '灯' })).cases.length, 1);
    assert.equal((await findCases(db, clock.now(), { rows, text: '20261122-0001' })).cases.length, 1);
    assert.equal((await findCases(db, clock.now(), { rows, text: ' 990102-20261122-0001 ' })).cases.length, 1);
    assert.equal((await findCases(db, clock.now(), { rows, text: '990103-20261122-0001' })).cases.length, 0);
  });

  test('lights turn with the time, and counts agree with the lists', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    await openLamp(db, ports);
    for (const light of ['ok', 'due', 'over'] as const) {
      const counts = await countByLight(db, clock.now(), { rows });
      assert.deepEqual(counts, { ok: 0, due: 0, over: 0, [light]: 1 });
      assert.equal((await findCases(db, clock.now(), { rows, light })).cases[0]?.light, light);
      clock.advance(50 * 60_000);
    }
  });

  test('views find who holds a case, what stands aside, and what is due first', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const early = await openLamp(db, ports);
    clock.advance(60_000);
    const late = await openLamp(db, ports, { dedupKey: 'second', title: '二号路灯不亮' });
    clock.advance(60_000);
    await openLamp(db, ports, { dedupKey: 'third', title: '三号路灯不亮' });
    const fitter = person(100_031, 'fitter');
    const task = (await getCase(db, ports, region, late.case)).state.tasks[0]?.id ?? '';
    await db.transaction((tx) =>
      claimTask(tx, ports, { region, case: late.case, command: uuidv7(), by: fitter, task }),
    );
    const by = person(100_001, 'steward', 'town');
    await db.transaction((tx) =>
      givePeopleCommand(
        tx,
        ports,
        { region, case: early.case, command: uuidv7(), by, reason: '等材料' },
        { do: 'park' },
      ),
    );
    const ids = async (search: Omit<CaseSearch, 'rows'>) =>
      (await findCases(db, clock.now(), { rows, ...search })).cases.map((one) => one.id);
    assert.deepEqual(await ids({ heldBy: 'account:100031' }), [late.case]);
    assert.equal((await ids({ heldBy: null })).includes(late.case), false);
    assert.deepEqual(await ids({ matter: 'parked' }), [early.case]);
    assert.deepEqual(await ids({ matter: 'supervised' }), []);
    assert.deepEqual(await ids({ matter: 'incident' }), []);
    const [first] = await ids({ order: 'due' });
    assert.equal(first, late.case, 'a parked case has no time running, and is not the first that is due');
    const page = await findCases(db, clock.now(), { rows, order: 'due', limit: 1 });
    assert.notEqual(page.next, null);
    const then = await findCases(db, clock.now(), { rows, order: 'due', limit: 1, after: page.next ?? '' });
    assert.notEqual(then.cases[0]?.id, page.cases[0]?.id);
    assert.deepEqual(await countCases(db, clock.now(), { rows, text: '路灯' }, 2), { total: 2, more: true });
    assert.deepEqual(await countCases(db, clock.now(), { rows, heldBy: 'account:100031' }), { total: 1, more: false });
  });

  test('pages follow each other without gap or repeat, and show only the rows that one may see', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    await openLamp(db, ports);
    for (let more = 0; more < 6; more += 1)
      await db.transaction((tx) => startCase(tx, ports, lampStart({ region: more < 2 ? '990103' : region })));
    const mine = (alias: string, first: number) => ({ sql: `${alias}.region = $${first}`, values: [region] });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await findCases(db, clock.now(), { rows: mine, limit: 2, after });
      seen.push(...page.cases.map((one) => one.number));
      after = page.next ?? undefined;
    } while (after !== undefined);
    assert.deepEqual(
      seen,
      [5, 4, 3, 2, 1].map((n) => `990102-20261122-000${n}`),
    );
  });

  test('a task shows in the queue of its team until somebody claims it', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const [one, other] = [person(100001, 'fitter'), person(100002, 'fitter')];
    const [task] = await findTasks(db, clock.now(), one);
    assert.equal(task?.case, id);
    assert.equal((await findTasks(db, clock.now(), person(100003, 'fitter', 'town.light.t2'))).length, 0);
    await db.transaction((tx) => claimTask(tx, ports, { region, case: id, command: uuidv7(), by: one, task: task.id }));
    assert.equal((await findTasks(db, clock.now(), one)).length, 1);
    assert.equal((await findTasks(db, clock.now(), other)).length, 0);
  });

  test('the page of a case has its clock as it stands now, its events and where it waits', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    clock.advance(20 * 60_000);
    const view = await getCase(db, ports, region, id);
    assert.deepEqual([view.clocks[0]?.used, view.clocks[0]?.budget], [20, 60]);
    assert.deepEqual(
      view.tokens.map((token) => token.element),
      ['handle'],
    );
    assert.deepEqual(view.passed, ['start', 'assess', 'merge']);
    assert.equal(view.row.step, '处置');
  });
});
