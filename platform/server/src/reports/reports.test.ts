import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { MetricComparison, Report, ReportList } from '@yiwang/contract';
import { uuidv7 } from '@yiwang/clock';
import { findEntries } from '@yiwang/ledger';
import { filesFaults, openFileStore } from '@yiwang/files';
import { startTestServer, type Person } from '../test/startTestServer.ts';
import type { ServerOptions } from '../startServer.ts';

const scripted = { worker: new URL('../test/scriptedReader.ts', import.meta.url), timeLimit: 3_000, memory: 40 };

/** The head of a picture. */
const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');

/** A report of the fictional city; a year more makes the next one. */
const textOf = (year: number): string =>
  [
    '政府工作报告',
    `${year}年2月8日在示例市人民代表大会上`,
    '各位代表：',
    `一、${year - 1}年工作回顾`,
    `（一）民生改善。新增城镇就业${year - 2000}.6万人，建成绿道130公里。`,
    `二、${year}年工作安排`,
    `（一）改善民生。新增城镇就业${year - 1999}万人以上。加快建设示例大脑。`,
    '',
  ].join('\n');

async function open(t: TestContext, options: Partial<ServerOptions> = {}) {
  const started = await startTestServer(t, options);
  const { call, signIn, server } = started;
  const cookies = new Map<Person, string>();
  const send = async (
    person: Person,
    way: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ) => {
    const cookie = cookies.get(person) ?? (await signIn(person));
    cookies.set(person, cookie);
    return call(way, { ...init, headers: { cookie, origin: server.address, ...init.headers } });
  };
  const answer = async <T>(response: Response) => ({
    status: response.status,
    body: (await response.json()) as T & { code?: string },
  });
  return {
    ...started,
    send,
    drop: async (person: Person, body: string | Buffer<ArrayBuffer>, type = 'text/plain', name = '报告.txt') =>
      answer<Report>(
        await send(person, `/api/reports?name=${encodeURIComponent(name)}`, {
          method: 'POST',
          body,
          headers: { 'content-type': type },
        }),
      ),
    post: async (person: Person, way: string, body: object) =>
      answer<Report>(
        await send(person, way, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      ),
    /** Those that were dropped; the city's figures are there too. */
    list: async () => {
      const { reports } = (await (await send('officer', '/api/reports')).json()) as ReportList;
      return reports.filter(({ format }) => format !== 'figures');
    },
  };
}

test('a dropped report is read, listed, and seen from the districts', async (t) => {
  const { drop, list, send } = await open(t);
  const { status, body } = await drop('officer', textOf(2022));
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.text, body.format, body.year, body.addedBy], [textOf(2022), 'txt', 2022, 'account:100001']);
  const jobs = body.statements.find(({ valueSi }) => valueSi === 226_000);
  assert.ok(jobs, 'the figure was read');
  assert.equal(body.text?.slice(jobs.span.start, jobs.span.end).includes('22.6万人'), true);
  assert.equal(jobs.topic, 'livelihood');
  assert.ok(body.topics?.some(({ code, name }) => code === 'livelihood' && name.zh === '民生'));
  assert.deepEqual(
    (await list()).map(({ id, counts }) => ({ id, counts })),
    [{ id: body.id, counts: body.counts }],
  );
  for (const person of ['eastOfficer', 'team', 'westTeam', 'verifier', 'supervisor', 'admin'] as const) {
    assert.equal((await send(person, `/api/reports/${body.id}`)).status, 200, person);
  }
  assert.equal((await drop('supervisor', textOf(2023))).status, 201);
});

test('the same text again, under another name, is the same report', async (t) => {
  const { drop, list } = await open(t);
  const first = await drop('officer', textOf(2022));
  const again = await drop('supervisor', textOf(2022), 'application/octet-stream', '另存为.txt');
  assert.deepEqual([again.status, again.body.id, again.body.file], [200, first.body.id, '报告.txt']);
  assert.equal((await list()).length, 1);
});

test('two who drop the same report at once get one', async (t) => {
  const { drop, list } = await open(t);
  const both = await Promise.all([drop('officer', textOf(2022)), drop('supervisor', textOf(2022))]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 201],
  );
  assert.equal((await list()).length, 1);
});

test('the people of a district, teams and verifiers read the city’s report and change nothing of it', async (t) => {
  const { drop, post, send } = await open(t);
  const { body } = await drop('officer', textOf(2022));
  const row = body.statements[0]?.id ?? '';
  const way = `/api/reports/${body.id}`;
  for (const person of ['eastOfficer', 'team', 'verifier', 'admin', 'device'] as const) {
    const refused = [
      await drop(person, textOf(2023)),
      await post(person, `${way}/corrections`, { row, reason: 'x', fields: null }),
      await post(person, `${way}/choices`, { ambiguity: 'a1', reading: 0 }),
      await post(person, `${way}/withdrawal`, { reason: 'x' }),
    ];
    assert.deepEqual(
      refused.map(({ status }) => status),
      [403, 403, 403, 403],
      person,
    );
  }
  assert.equal((await send('device', way)).status, 403);
  const session = (await (await send('eastOfficer', '/api/session')).json()) as { actions: string[] };
  assert.deepEqual(
    session.actions.filter((action) => action.startsWith('report.')),
    ['report.read'],
    'no dead button is offered',
  );
});

test('a correction stands beside the machine’s reading, with its entry in the city’s book', async (t) => {
  const { drop, post, db } = await open(t);
  const { body } = await drop('officer', textOf(2022));
  const jobs = body.statements.find(({ valueSi }) => valueSi === 226_000);
  assert.ok(jobs);
  const corrected = await post('supervisor', `/api/reports/${body.id}/corrections`, {
    row: jobs.id,
    reason: '与原件不符',
    fields: { value: 22.7, metric: '城镇新增就业' },
  });
  assert.equal(corrected.status, 200, JSON.stringify(corrected.body));
  const row = corrected.body.statements.find(({ id }) => id === jobs.id);
  assert.deepEqual([row?.value, row?.valueSi, row?.metric], [22.7, 227_000, '城镇新增就业']);
  assert.deepEqual(corrected.body.machine[jobs.id], jobs);
  const [correction] = corrected.body.corrections;
  assert.deepEqual([correction?.by, correction?.reason], ['account:400001', '与原件不符']);
  const entries = await findEntries(db, { region: '990100', subject: `report:${body.id}` });
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['report.added', 'report.corrected'],
  );
  assert.equal(entries[1]?.id, correction?.entry);
});

test('a correction that can not be is refused by its fault', async (t) => {
  const { drop, post } = await open(t);
  const { body } = await drop('officer', textOf(2022));
  const way = `/api/reports/${body.id}/corrections`;
  const row = body.statements[0]?.id ?? '';
  const code = async (request: object): Promise<string | undefined> => (await post('officer', way, request)).body.code;
  assert.equal(await code({ row: 's999', reason: 'x', fields: null }), 'extract.noRow');
  assert.equal(await code({ row, reason: 'x', fields: { verb: '建' } }), 'extract.fieldNotOfRow');
  assert.equal(await code({ row, reason: '', fields: null }), 'server.badRequest');
  assert.equal(await code({ row, reason: 'x', fields: { value: '3' } }), 'server.badRequest');
  assert.equal(await code({ row, reason: 'x', fields: { period: '去年' } }), 'server.badRequest');
  assert.equal(await code({ row, reason: 'x', fields: { value: 1e300 } }), 'server.badRequest');
  assert.equal(await code({ row, reason: 'x', fields: { metric: 'a\0b' } }), 'extract.badText');
  assert.equal(await code({ row, reason: '\ud800', fields: null }), 'extract.badText');
  assert.equal(
    (await post('officer', `/api/reports/${uuidv7()}/corrections`, { row, reason: 'x', fields: null })).status,
    404,
  );
});

test('the rows go out as a workbook, as CSV and as JSON, without the text', async (t) => {
  const { drop, post, send } = await open(t);
  const { body } = await drop('officer', textOf(2022));
  const [first] = body.statements;
  assert.ok(first);
  const metric = '=HYPERLINK("http://example.invalid")';
  await post('officer', `/api/reports/${body.id}/corrections`, { row: first.id, reason: '试', fields: { metric } });
  const get = (format: string) => send('team', `/api/reports/${body.id}/export?format=${format}`);
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await get('csv')).arrayBuffer());
  assert.match(csv, /^\ufeff编号,类别/);
  assert.ok(csv.includes(`"'=HYPERLINK(""http://example.invalid"")"`), csv);
  assert.match(csv, /account:100001,2026-11-20T01:00:00.000Z,试,/);
  const workbook = await get('xlsx');
  assert.match(workbook.headers.get('content-disposition') ?? '', /\.xlsx$/);
  assert.equal(Buffer.from(await workbook.arrayBuffer()).toString('latin1', 0, 2), 'PK');
  const json = (await (await get('json')).json()) as Report;
  assert.deepEqual([json.text, json.statements.length], [null, body.statements.length]);
  assert.equal((await get('doc')).status, 400);
});

test('one metric of two reports is a series over the years', async (t) => {
  const { drop, send } = await open(t);
  const ids = [(await drop('officer', textOf(2023))).body.id, (await drop('officer', textOf(2022))).body.id];
  const response = await send('team', `/api/reports/compare?ids=${ids.join(',')}`);
  const { metrics } = (await response.json()) as MetricComparison;
  const jobs = metrics.find(({ points }) => points.some(({ valueSi }) => valueSi === 226_000));
  assert.deepEqual(
    jobs?.points.map(({ valueSi }) => valueSi),
    [226_000, 230_000, 236_000, 240_000],
  );
  assert.equal((await send('team', `/api/reports/compare?ids=${ids[0]},${uuidv7()}`)).status, 404);
});

test('a withdrawn report is gone, and its ledger entry tells that it was there', async (t) => {
  const { drop, post, send, list, db } = await open(t);
  const { body } = await drop('officer', textOf(2022));
  const gone = await send('officer', `/api/reports/${body.id}/withdrawal`, {
    method: 'POST',
    body: JSON.stringify({ reason: '传错' }),
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(gone.status, 204);
  assert.deepEqual([await list(), (await send('officer', `/api/reports/${body.id}`)).status], [[], 404]);
  assert.equal(
    (await post('officer', `/api/reports/${body.id}/withdrawal`, { reason: 'x' })).body.code,
    'extract.noReport',
  );
  const entries = await findEntries(db, { region: '990100', subject: `report:${body.id}` });
  assert.equal(entries.at(-1)?.kind, 'report.withdrawn');
  assert.equal((await drop('officer', textOf(2022))).status, 201);
});

test('what is no document is refused, and nothing of it is kept', async (t) => {
  const { drop, list, server, send } = await open(t);
  assert.equal((await drop('officer', '')).status, 422);
  assert.equal((await drop('officer', png, 'image/png', 'x.png')).body.code, 'extract.picture');
  assert.equal((await drop('officer', '{}', 'application/json')).body.code, 'server.notAReport');
  assert.equal((await drop('officer', `${textOf(2022)}\0`)).status, 415);
  assert.equal((await drop('officer', 'x', 'text/plain', '')).status, 400);
  assert.equal((await drop('officer', Buffer.alloc(2_000), 'application/octet-stream', 'x.bin')).status, 415);
  assert.equal((await drop('officer', textOf(2022), 'text/plain', '坏\u0007名.txt')).status, 422);
  const long = await drop('officer', `${textOf(2022)}${'建成绿道十公里。\n'.repeat(250_000)}`);
  assert.deepEqual([long.status, long.body.code], [413, 'extract.tooMuchText']);
  const many = await drop('officer', `${textOf(2022)}${'建成绿道10公里。'.repeat(12_000)}`);
  assert.deepEqual([many.status, many.body.code], [422, 'server.tooManyRows']);
  const huge = send('officer', '/api/reports?name=x.txt', {
    method: 'POST',
    body: Buffer.alloc(41 * 1024 * 1024, 0x61),
    headers: { 'content-type': 'text/plain' },
  });
  const refused = await huge.catch((error: unknown) => error);
  // The server may hang up while the client still sends; where it hears the answer, it is 413.
  if (refused instanceof Response) assert.equal(refused.status, 413);
  assert.deepEqual(await list(), []);
  assert.equal((await fetch(`${server.address}/health`)).status, 200);
});

test('a document that hangs, ends or fills its thread gets a fault, and the next one is read', async (t) => {
  const { drop, list } = await open(t, { readers: scripted });
  assert.equal((await drop('officer', '[hang]')).body.code, 'server.readingTooLong');
  assert.equal((await drop('officer', '[exit]')).body.code, 'server.readingTooBig');
  assert.equal((await drop('officer', '[fill]')).body.code, 'server.readingTooBig');
  assert.equal((await drop('officer', '[throw]')).status, 500);
  assert.equal((await drop('officer', '示例')).status, 201);
  assert.equal((await list()).length, 1);
});

test('when the files have no room there is a fault and no report', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-reports-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  let full = true;
  const store = openFileStore({ folder });
  const files: typeof store = {
    ...store,
    put: async (body, options) => {
      if (full) throw filesFaults.noSpace();
      return store.put(body, options);
    },
  };
  const { drop, list } = await open(t, { files, readers: scripted });
  assert.equal((await drop('officer', '示例')).status, 507);
  assert.deepEqual(await list(), []);
  full = false;
  assert.equal((await drop('officer', '示例')).status, 201);
});

test('a client that sends too slowly is let go, and others are served meanwhile', async (t) => {
  const timeouts = { headers: 300, request: 600, look: 100 };
  const { server, signIn, drop } = await open(t, { readers: scripted, timeouts });
  const cookie = await signIn('officer');
  const slow = new Promise<number>((resolve) => {
    const sending = httpRequest(`${server.address}/api/reports?name=x.txt`, {
      method: 'POST',
      headers: { cookie, origin: server.address, 'content-type': 'text/plain', 'content-length': 1_000 },
    });
    sending.on('response', ({ statusCode }) => resolve(statusCode ?? 0));
    sending.on('error', () => resolve(408)); // the answer may be lost when the connection is cut
    sending.write('示');
  });
  assert.equal((await drop('supervisor', '示例')).status, 201);
  assert.equal(await slow, 408);
});

test('more than a few uploads at once are asked to come again', async (t) => {
  const { server, signIn, drop } = await open(t, { readers: scripted });
  const cookie = await signIn('officer');
  const headers = { cookie, origin: server.address, 'content-type': 'text/plain', 'content-length': 10 };
  const held = Array.from({ length: 6 }, () => {
    const sending = httpRequest(`${server.address}/api/reports?name=x.txt`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.flushHeaders();
    return sending;
  });
  let refused = await drop('supervisor', '示例');
  for (let tries = 0; refused.status !== 503 && tries < 20; tries++) refused = await drop('supervisor', `示例${tries}`);
  assert.equal(refused.body.code, 'server.busy');
  for (const sending of held) sending.destroy();
  let taken = await drop('supervisor', '又一份');
  for (let tries = 0; taken.status === 503 && tries < 20; tries++) taken = await drop('supervisor', '又一份');
  assert.equal(taken.status, 201);
});
