import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import type { BulkResult, CaseDetail, CaseList, OpeningList } from '@yiwang/contract';
import { testDatabase } from '@yiwang/postgres';
import { createAccount } from '../identity/createAccount.ts';
import { decideInstallation } from '../identity/demoInstallation.ts';
import { saveOrganisations } from '../identity/saveOrganisations.ts';
import { serverMigrations } from '../serverMigrations.ts';
import { exampleModels, startTestServer } from '../test/startTestServer.ts';

type Form = Readonly<Record<string, string | number | boolean>>;

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** The example city as a drill, with a browser for each of its demo accounts. */
async function startDrill(t: TestContext) {
  const db = await testDatabase(t, serverMigrations);
  const { city } = exampleModels;
  const { call, clock, server } = await startTestServer(t, { db: await asDemo(db) });
  await saveOrganisations(db, city.organisations);
  await db.transaction(async (tx) => {
    for (const { role, ...account } of city.demoAccounts)
      await createAccount(tx, clock, { ...account, roles: [role] }, 'system:test');
  });
  const cookies = new Map<string, string>();
  const json = { 'content-type': 'application/json', origin: server.address };
  const cookieOf = async (account: string): Promise<string> => {
    const known = cookies.get(account);
    if (known !== undefined) return known;
    const body = JSON.stringify({ account });
    const response = await call('/api/session/demo', { method: 'POST', headers: json, body });
    assert.equal(response.status, 200, `${account} signs in`);
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    cookies.set(account, cookie);
    return cookie;
  };
  const get = async <T>(account: string, path: string): Promise<{ status: number; body: T }> => {
    const response = await call(path, { headers: { cookie: await cookieOf(account) } });
    return { status: response.status, body: (await response.json()) as T };
  };
  const post = async (account: string, path: string, body: object) => {
    const headers = { ...json, cookie: await cookieOf(account) };
    const response = await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as CaseDetail & { code?: string } };
  };
  /** Opens a case; what it gives acts on that case. */
  const open = async (account: string, app: string, process: string, form: Form = {}) => {
    const opened = await post(account, '/api/cases', { command: uuidv7(), app, process, region: '990101', form });
    assert.equal(opened.status, 201, JSON.stringify(opened.body));
    const path = `/api/cases/990101/${opened.body.summary.id}`;
    const detail = async (who: string) => (await get<CaseDetail>(who, path)).body;
    const taskOf = async (who: string, element: string): Promise<string> => {
      const { tasks } = await detail(who);
      const found = tasks.filter((task) => task.element === element && task.state === 'open');
      const task = found.find(({ actions }) => actions.includes('complete')) ?? found[0];
      assert.ok(task, `${element} is open`);
      return task.id;
    };
    const command = (who: string, body: object) => post(who, `${path}/commands`, { command: uuidv7(), ...body });
    return {
      path,
      detail,
      command,
      /** Claims a task and completes it with its form. */
      async does(who: string, element: string, given: Form = {}): Promise<CaseDetail> {
        const task = await taskOf(who, element);
        const claimed = await post(who, `${path}/tasks/${task}/claim`, { command: uuidv7() });
        assert.equal(claimed.status, 200, JSON.stringify(claimed.body));
        const done = await post(who, `${path}/tasks/${task}/complete`, { command: uuidv7(), form: given });
        assert.equal(done.status, 200, `${element}: ${JSON.stringify(done.body)}`);
        return done.body;
      },
      /** What it is refused by. */
      async refuses(who: string, element: string, by: string, given: Form = {}): Promise<void> {
        const task = await taskOf(by, element);
        const { body } = await post(who, `${path}/tasks/${task}/complete`, { command: uuidv7(), form: given });
        assert.match(String(body.code), /^(handle\.notCandidate|handle\.sameHands|server\.forbidden)$/);
      },
      async told(who: string, message: string, given: Form): Promise<CaseDetail> {
        const { actions } = await detail(who);
        assert.ok(
          actions.some((one) => one.do === 'tell' && one.message === message),
          `${message} is offered`,
        );
        const { status, body } = await command(who, { do: 'tell', message, form: given });
        assert.equal(status, 200, JSON.stringify(body));
        return body;
      },
      async photo(who: string, element: string): Promise<string> {
        const task = await taskOf(who, element);
        const headers = { cookie: await cookieOf(who), origin: server.address, 'content-type': 'image/png' };
        const response = await call(`${path}/files?name=1.png&task=${task}`, { method: 'POST', headers, body: png });
        assert.equal(response.status, 201);
        return ((await response.json()) as { hash: string }).hash;
      },
    };
  };
  return { get, post, open };
}

async function asDemo(db: Awaited<ReturnType<typeof testDatabase>>) {
  await decideInstallation(db, { now: () => new Date('2026-11-20T00:00:00Z') }, 'demo');
  return db;
}

test('each application of the example city goes from opening to end by its demo accounts', async (t) => {
  const { get, post, open } = await startDrill(t);

  await t.test('who has a role of an application opens its cases and sees its cases, and no others', async () => {
    const clerk = await get<OpeningList>('350001', '/api/openings');
    assert.deepEqual(
      clerk.body.openings.map(({ process, form, regions }) => [process, form.map(({ key }) => key), regions.length]),
      [
        ['placeLicence', ['applicant', 'venue', 'credit', 'wantsCommitment'], 4],
        ['openShop', ['applicant', 'shop', 'signboard'], 4],
      ],
    );
    assert.equal((await get('310003', '/api/openings')).status, 200);
    const request = await open('330001', 'hotline', 'hotlineRequest');
    const { tasks } = await request.detail('330002');
    assert.match(tasks[0]?.refused ?? '', /由 ex\.hotline 的 话务员 办理/);
    assert.equal((await get('330001', request.path)).status, 200);
    for (const stranger of ['350001', '370001', '320001'])
      assert.equal((await get(stranger, request.path)).status, 403);
    const seen = await get<CaseList>('350001', '/api/cases');
    assert.deepEqual(seen.body.cases, []);
    const opening = { command: uuidv7(), app: 'hotline', process: 'hotlineRequest', region: '990101' };
    assert.equal((await post('350001', '/api/cases', opening)).status, 403);
    assert.equal((await post('330002', '/api/cases', opening)).body.code, 'server.notTheirs');
    assert.equal((await post('330001', '/api/cases', { ...opening, region: '330100' })).status, 404);
    const form = { applicant: '模拟企业000123', venue: 'castle', credit: 'good' };
    const licence = { command: uuidv7(), app: 'licence', process: 'placeLicence', region: '990101', form };
    assert.equal((await post('350001', '/api/cases', licence)).body.code, 'handle.formRefused');
  });

  await t.test(
    'one command on many cases: each is done or refused by itself, and a repeat does nothing twice',
    async () => {
      const one = await open('330001', 'hotline', 'hotlineRequest');
      const other = await open('330001', 'hotline', 'hotlineRequest');
      const form = { applicant: '模拟企业000123', venue: 'eatery', credit: 'good' };
      const foreign = await open('350001', 'licence', 'placeLicence', form);
      const cases = [one, other, foreign].map(({ path }) => ({ region: '990101', case: path.split('/').at(-1) ?? '' }));
      const body = { command: uuidv7(), do: 'claim', cases };
      for (const round of ['first', 'again']) {
        const answer = await post('330001', '/api/cases/commands', body);
        assert.equal(answer.status, 200, round);
        const { results } = answer.body as unknown as BulkResult;
        assert.deepEqual(
          results.map(({ done }) => done),
          [true, true, false],
          JSON.stringify(results),
        );
        assert.ok((results[2]?.title ?? '') !== '');
      }
      const { tasks, events } = await one.detail('330001');
      assert.deepEqual(
        tasks.map(({ assignee }) => assignee),
        ['330001'],
      );
      assert.equal(events.filter(({ kind }) => kind === 'task.claimed').length, 1);
      const mine = await get<CaseList>('330001', '/api/cases?held=me&order=newest');
      assert.deepEqual(new Set(mine.body.cases.map(({ id }) => id)), new Set([cases[0]?.case, cases[1]?.case]));
      const nobodys = await get<CaseList>('330001', '/api/cases?held=nobody');
      assert.ok(!nobodys.body.cases.some(({ id }) => id === cases[0]?.case));
      const wrong = await post('330001', '/api/cases/commands', { ...body, do: 'withdraw' });
      assert.equal(wrong.status, 400);
    },
  );

  await t.test(
    'a licence: papers on promise, departments at once, a hearing outside the clock, decision, delivery',
    async () => {
      const form = { applicant: '模拟企业000123', venue: 'eatery', credit: 'good' };
      const licence = await open('350001', 'licence', 'placeLicence', form);
      const asked = await licence.detail('350001');
      assert.equal(asked.summary.title, '场所经营许可 模拟企业000123');
      assert.deepEqual(
        asked.filled.flatMap(({ fields }) => fields.map(({ text }) => text.zh)),
        ['模拟企业000123', '餐饮', '好'],
      );
      await licence.does('350001', 'accept', { outcome: 'incomplete', principalPapers: true });
      const promised = await licence.does('350001', 'promise', { missingPapers: '平面图', promisedDays: 10 });
      assert.equal(promised.tasks.filter(({ state }) => state === 'open').length, 3);
      const cases = [{ region: '990101', case: licence.path.split('/').at(-1) }];
      const bulk = await post('360002', '/api/cases/commands', { command: uuidv7(), do: 'claim', cases });
      assert.equal(bulk.status, 200);
      const [held] = (await licence.detail('360002')).tasks.filter(({ assignee }) => assignee === '360002');
      assert.equal(held?.organisation, 'ex.planning', 'what is claimed in bulk is one’s own');
      await licence.does('360001', 'review', { opinion: 'agree', reason: '符合' });
      await licence.refuses('360001', 'review', '360002', { opinion: 'agree', reason: '代审' });
      const clock = promised.clocks.find(({ of }) => of === 'stage')?.id;
      const meddled = await licence.command('360001', { do: 'suspendClock', clock, reason: '越权' });
      assert.equal(meddled.body.code, 'server.forbidden');
      const [reviewer, head] = [await licence.detail('360001'), await licence.detail('350003')];
      const urging = reviewer.barred.find((one) => one.do === 'urge');
      assert.match(urging?.why ?? '', /本区|of the region/, 'who may not is told why');
      for (const { actions, barred } of [reviewer, head])
        assert.ok(!actions.some((one) => one.do === 'urge') || !barred.some((one) => one.do === 'urge'));
      assert.ok(head.actions.some((one) => one.do === 'urge'));
      const stopped = await licence.command('350003', { do: 'suspendClock', clock, reason: '依法听证' });
      assert.equal(
        stopped.body.clocks.find(({ id }) => id === clock)?.state,
        'suspended',
        JSON.stringify(stopped.body),
      );
      await licence.command('350003', { do: 'resumeClock', clock });
      const planned = { do: 'complete', task: held?.id, form: { opinion: 'agree', reason: '符合' } };
      assert.equal((await licence.command('360002', planned)).status, 200);
      await licence.does('350001', 'awaitPapers', { papersComplete: true });
      await licence.refuses('350001', 'decide', '350003', { outcome: 'grant', ground: '越权' });
      await licence.does('350003', 'decide', { outcome: 'grant', ground: '符合条件' });
      const ended = await licence.does('350001', 'deliver', { deliveredBy: 'electronic' });
      assert.equal(ended.summary.state, 'closed');
    },
  );

  await t.test('a licence on commitment is checked later by another', async () => {
    const form = { applicant: '模拟企业000124', venue: 'shop', credit: 'good', wantsCommitment: true };
    const licence = await open('350001', 'licence', 'placeLicence', form);
    await licence.does('350001', 'grantAtOnce', { commitment: true });
    await licence.does('350001', 'deliver', { deliveredBy: 'window' });
    await licence.does('350005', 'check', { outcome: 'false', found: '不符' });
    const ended = await licence.does('350003', 'revoke', { revokeGround: '承诺不实' });
    assert.equal(ended.summary.state, 'closed');
  });

  await t.test('opening a shop is one application, several items at once, and one delivery', async () => {
    const shop = await open('350001', 'licence', 'openShop', { applicant: '模拟企业000125', shop: 'cafe' });
    await shop.does('360006', 'examine', { outcome: 'granted', ground: '符合' });
    await shop.refuses('360006', 'examine', '360001', { outcome: 'granted', ground: '代审' });
    await shop.does('360001', 'examine', { outcome: 'granted', ground: '合格' });
    const ended = await shop.does('350001', 'deliver', { deliveredBy: 'electronic' });
    assert.deepEqual([ended.summary.state, ended.summary.grade], ['closed', 'all']);
  });

  await t.test('what is sent twice opens one case, and other content under the same command is refused', async () => {
    const given = { command: uuidv7(), app: 'street', process: 'streetCase', region: '990102' };
    const first = await post('310001', '/api/cases', given);
    const again = await post('310001', '/api/cases', given);
    assert.deepEqual([again.status, again.body.summary.id], [201, first.body.summary.id]);
    const other = { ...given, app: 'street', process: 'streetCase', form: { where: '别处' } };
    assert.equal((await post('310001', '/api/cases', other)).body.code, 'handle.formRefused');
    assert.equal((await post('310002', '/api/cases', given)).body.code, 'handle.commandReused');
  });

  await t.test('a hotline request: graded, dispatched, returned, answered, rated badly, mended, reopened', async () => {
    const request = await open('330001', 'hotline', 'hotlineRequest');
    await request.does('330001', 'register', { topic: 'road', district: 'ex.east', wish: '示例诉求', danger: true });
    const { filled } = await request.detail('330002');
    assert.deepEqual(
      filled.map(({ name, by, fields }) => [name.zh, by, fields.map(({ label, text }) => `${label.zh} ${text.zh}`)]),
      [['登记', 'account:330001', ['事项 道路', '危及安全 是', '属地 东区', '诉求内容 示例诉求']]],
    );
    await request.does('330002', 'dispatch', { lead: 'ex.water' });
    const sign = (await request.detail('340001')).tasks.find(({ element }) => element === 'sign')?.id;
    const back = { do: 'return', task: sign, element: 'dispatch', reason: '不属本单位' };
    assert.equal((await request.command('340001', back)).status, 200);
    await request.does('330002', 'dispatch', { lead: 'ex.street' });
    await request.does('340002', 'sign');
    assert.equal((await request.command('330001', { do: 'urge', reason: '来电催办' })).body.urged, 1);
    await request.does('340002', 'answerHours', { answer: '已修复', solved: true });
    await request.told('330001', 'rated', { rating: 'very-unsatisfied' });
    await request.does('330003', 'callBack', { outcome: 'upheld', callBackNote: '属实' });
    await request.does('340002', 'mend', { mended: '已重修' });
    const ended = await request.does('330003', 'recall', { outcome: 'content' });
    assert.equal(ended.summary.state, 'closed');
    const late = await request.command('330001', { do: 'tell', message: 'rated', form: { rating: 'satisfied' } });
    assert.equal(late.body.code, 'server.notWaiting');
    const again = await request.command('330001', { do: 'reopen', element: 'dispatch', reason: '又坏了' });
    assert.equal(again.body.summary.state, 'open');
  });

  await t.test(
    'a street case: collected with its photo, dispatched, handled, verified by another, closed',
    async () => {
      const street = await open('310001', 'street', 'streetCase');
      const photo = await street.photo('310001', 'collect');
      const gridCode = '990101001001001';
      const found = { photo, class: 'litter', publicLand: 'yes', doneOnSpot: 'no', gridCode };
      await street.does('310001', 'collect', found);
      assert.equal((await street.command('310003', { do: 'park', reason: '待规划' })).status, 200);
      assert.equal((await street.command('310003', { do: 'unpark' })).status, 200);
      await street.does('310003', 'dispatch', { responsible: 'ex.street.crew1', remedy: 'clean' });
      await street.refuses('320002', 'handle', '320001', { outcome: 'done', handled: '越权' });
      await street.does('320001', 'handle', { outcome: 'done', handled: '已清理' });
      await street.does('310002', 'verify', { outcome: 'pass' });
      const ended = await street.does('310003', 'close', { closeNote: '结案' });
      assert.equal(ended.summary.state, 'closed');
    },
  );

  await t.test('a consultation: evidence frozen, opinions signed, dissent kept, concluded, compared', async () => {
    const asked = await open('380001', 'consultation', 'expertConsultation', { matter: '堤段渗漏' });
    const evidence1 = await asked.photo('380001', 'convene');
    await asked.does('380001', 'convene', {
      question: '是否渗漏',
      expertList: '370001,370002,370003',
      evidence1,
      quorum: 2,
      hours: 24,
    });
    const task = (await asked.detail('370001')).tasks.find(({ assignee }) => assignee === '370001')?.id;
    for (const [expert, opinion] of Object.entries({ 370001: 'agree', 370002: 'disagree', 370003: 'agree' })) {
      const { tasks } = await asked.detail(expert);
      const own = tasks.find(({ assignee, state }) => assignee === expert && state === 'open')?.id;
      const form = { opinion, reasons: '署名意见', signed: true };
      const { status, body } = await asked.command(expert, { do: 'complete', task: own, form });
      assert.equal(status, 200, JSON.stringify(body));
      const twice = await asked.command(expert, { do: 'complete', task: own, form });
      assert.equal(twice.body.code, 'handle.taskDone');
    }
    const form = { opinion: 'disagree', reasons: '改签', signed: true };
    assert.equal((await asked.command('370002', { do: 'complete', task, form })).body.code, 'handle.taskDone');
    await asked.does('380002', 'conclude', { outcome: 'adopt', conclusion: '渗漏', answerToDissent: '补测' });
    assert.equal((await asked.detail('380001')).summary.grade, 'agreed-with-dissent');
    assert.equal((await asked.does('380001', 'compare', { borneOut: 'yes' })).summary.state, 'closed');
  });

  await t.test('an inspection: drawn by a public seed, both sign, rectified, checked again, published', async () => {
    const drawn = await open('390004', 'inspection', 'randomInspection', { seed: 2 });
    const form = (await drawn.detail('390001')).tasks[0]?.form ?? [];
    assert.deepEqual(
      form.flatMap(({ key, shown }) => (shown === undefined ? [] : [[key, shown.zh]])),
      [
        ['subject', '模拟企业000123'],
        ['inspectors', '390001、390002'],
      ],
    );
    const checks = { exits: 'pass', equipment: 'fail', records: 'pass', posted: 'pass' };
    const [inspect] = (await drawn.detail('390001')).tasks;
    assert.equal(inspect?.assignee, '390001');
    await drawn.command('390001', { do: 'complete', task: inspect.id, form: checks });
    for (const inspector of ['390001', '390002']) {
      const own = (await drawn.detail(inspector)).tasks.find(
        ({ assignee, state }) => assignee === inspector && state === 'open',
      );
      await drawn.command(inspector, { do: 'complete', task: own?.id, form: { signed: true } });
    }
    await drawn.told('390001', 'rectified', { report: '已更换设备' });
    await drawn.refuses('390001', 'recheck', '390003', { outcome: 'mended', recheckNote: '自查' });
    await drawn.does('390003', 'recheck', { outcome: 'mended', recheckNote: '已整改' });
    const ended = await drawn.does('390004', 'publish', { channel: 'site', published: '结果' });
    assert.equal(ended.summary.state, 'closed');
  });
});
