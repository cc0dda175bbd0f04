import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer, json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { ChoiceRequest, CorrectionRequest, QueueView, type BulkCommandBody } from '@yiwang/contract';
import { Value } from 'typebox/value';
import {
  cases,
  city,
  detailOf,
  dispatchTask,
  events,
  firstCase,
  handleTask,
  now,
  openings,
  screenAt,
  session,
  signs,
  things,
} from './fakeCity.ts';
import { answerRules } from './fakeRules.ts';
import { fakeQueue } from './fakeQueue.ts';
import { fakeProcesses } from './fakeProcesses.ts';
import { fakeReports } from './fakeReports.ts';

const dist = new URL('../dist/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:";
const xml = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="x"><process id="p"><startEvent id="s"/><userTask id="dispatch" name="派遣"/><sequenceFlow id="f" sourceRef="s" targetRef="dispatch"/></process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p"><bpmndi:BPMNShape bpmnElement="s"><dc:Bounds x="100" y="82" width="36" height="36"/></bpmndi:BPMNShape><bpmndi:BPMNShape bpmnElement="dispatch"><dc:Bounds x="200" y="60" width="100" height="80"/></bpmndi:BPMNShape><bpmndi:BPMNEdge bpmnElement="f"><di:waypoint x="136" y="100"/><di:waypoint x="200" y="100"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;

export interface FakeApi {
  readonly url: string;
  /** What was sent: `POST /api/…`. */
  readonly orders: string[];
  signedIn: boolean;
  readonly stop: () => void;
}

/** Serves the built console with seeded answers, typed by the contract, under the page policy of the real server. */
export async function startFakeApi(port = 0): Promise<FakeApi> {
  let claimed = false;
  const orders: string[] = [];
  const reports = fakeReports();
  const processes = fakeProcesses();
  const queue = fakeQueue();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = url.pathname;
    if (request.method !== 'GET') {
      orders.push(`${request.method} ${path}`);
      if (!/^\/api\/(reports|rules|processes|cases\/commands|views)/.test(path)) request.resume();
    }
    if (!path.startsWith('/api/')) return serveFile(path, response);
    if (path === '/api/session' && request.method === 'DELETE') fake.signedIn = false;
    if (path.startsWith('/api/session') && request.method === 'POST') fake.signedIn = true;
    if (path === '/api/city') return answer(response, city);
    if (!fake.signedIn) return refuse(response, 401, '请先登录');
    if (path.startsWith('/api/reports')) return void answerReports(request, url, response, reports);
    if (/^\/api\/(rules|registers)/.test(path)) return void respondToRules(request, url, response);
    if (path.startsWith('/api/processes')) return void answerProcesses(request, url, response, processes);
    if (path.startsWith('/api/views')) return void answerViews(request, path, response, queue);
    if (path === '/api/cases/commands') return void answerBulk(request, response);
    if (path.endsWith('/claim')) claimed = true;
    if (path === '/api/live') return live(response);
    if (path.endsWith('/verify'))
      return answer(response, { region: '990101', entries: 18204, intact: true, findings: [], milliseconds: 41 });
    if (path.endsWith('/files')) return answer(response, { hash: 'a'.repeat(64), type: 'image/png', size: 70 });
    const task = { ...handleTask, actions: claimed ? ['complete' as const] : ['claim' as const] };
    const isField = request.headers.referer?.includes('/field') === true;
    const answers: Readonly<Record<string, () => unknown>> = {
      '/api/session': () => session,
      '/api/screen': () => screenAt(url.searchParams.get('at')),
      '/api/things': () => ({ at: now, things }),
      '/api/timeline': () => ({
        from: now,
        to: now,
        stepMinutes: 5,
        steps: stepsOf(url.searchParams.get('from') ?? now),
      }),
      '/api/cases': () => listOf(url.searchParams),
      [`/api/cases/${firstCase.region}/${firstCase.id}`]: () => detailOf([isField ? task : dispatchTask]),
      [`/api/cases/${firstCase.region}/${firstCase.id}/diagram`]: () => ({ xml, tokens: ['dispatch'], done: ['s'] }),
      [`/api/cases/${firstCase.region}/${firstCase.id}/entries`]: () => ({
        entries: [
          {
            id: firstCase.id,
            region: firstCase.region,
            seq: 18203,
            at: now,
            kind: 'case.opened',
            actor: 'system:flow',
            subject: 'case:1',
            reason: null,
            hash: '9f2c'.repeat(16),
            verified: true,
          },
        ],
        checkpoint: { size: 18204, root: '77ab'.repeat(16), at: now, keyId: 'k1' },
      }),
      '/api/signs': () => ({
        at: now,
        signs: signs.filter((sign) => [null, sign.region].includes(url.searchParams.get('region'))),
      }),
      '/api/signs/level': () => ({ at: now, signs: signs.filter((sign) => sign.indicator === 'level') }),
      '/api/signs/level/series': () => ({
        indicator: 'level',
        region: '990100',
        points: stepsOf(url.searchParams.get('from') ?? now).map(({ at }, step) => ({
          at,
          mean: 0.1 + step / 900,
          min: 0.08,
          max: 0.12 + step / 800,
        })),
      }),
      '/api/ledger': () => ({
        books: city.regions.map(({ code, name }) => ({
          region: code,
          name,
          size: 18204,
          waiting: 0,
          checkpoint: { size: 18204, root: '77ab'.repeat(16), at: now },
        })),
      }),
      '/api/openings': () => openings,
      '/api/workload': () => queue.workload(),
      '/api/tasks': () => ({ tasks: [{ task, case: firstCase }] }),
      '/api/openapi.json': () => ({
        paths: { '/api/screen': { get: { summary: 'The one screen' } }, '/api/cases': { get: { summary: 'Cases' } } },
      }),
    };
    const found = answers[path];
    if (path === '/api/cases' && request.method === 'POST') return answer(response, detailOf([dispatchTask]));
    if (request.method !== 'GET') return answer(response, {});
    return found === undefined ? refuse(response, 404, '没有找到') : answer(response, found());
  });
  const fake: FakeApi = { url: '', orders, signedIn: false, stop: () => void server.close() };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return Object.assign(fake, {
    url: `http://127.0.0.1:${bound}`,
    stop: () => (server.closeAllConnections(), void server.close()),
  });
}

async function respondToRules(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
  const body: unknown = request.method === 'POST' ? await json(request) : undefined;
  const found = answerRules(url.pathname, url.searchParams, body);
  return found === undefined ? refuse(response, 404, '没有这条规则') : answer(response, found);
}

async function answerProcesses(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  processes: ReturnType<typeof fakeProcesses>,
): Promise<void> {
  const body: unknown = request.method === 'POST' ? await json(request) : undefined;
  const found = processes(request.method ?? 'GET', url.pathname, url.searchParams, body);
  return found === undefined ? refuse(response, 404, '没有这个流程') : answer(response, found);
}

async function answerViews(
  request: IncomingMessage,
  path: string,
  response: ServerResponse,
  queue: ReturnType<typeof fakeQueue>,
): Promise<void> {
  if (path === '/api/views/counts') return answer(response, queue.counts());
  if (request.method === 'POST') queue.keep(Value.Parse(QueueView, await json(request)));
  if (request.method === 'DELETE') queue.drop(decodeURIComponent(path.split('/')[3] ?? ''));
  return answer(response, queue.views());
}

/** As the server's: each case is done by itself; the second of them is refused. */
async function answerBulk(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { cases } = (await json(request)) as BulkCommandBody;
  const results = cases.map((one, n) =>
    n === 1 ? { ...one, done: false, title: '已有人承办', detail: '任务由 100021 承办。' } : { ...one, done: true },
  );
  return answer(response, { results });
}

/** As the server's: a report for a file, refused where it is empty; the report as it stands for a choice or a correction. */
async function answerReports(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  reports: ReturnType<typeof fakeReports>,
): Promise<void> {
  const [id, what] = url.pathname.split('/').slice(3);
  if (request.method === 'POST' && id === undefined) {
    const bytes = await buffer(request);
    if (bytes.length === 0)
      return refuse(response, 422, '文件是空的', '里面没有一个字。', '检查文件后再放一次。', 'extract.empty');
    await setTimeout(400); // long enough to see that it is being read
    const { report, isNew } = reports.add(url.searchParams.get('name') ?? '');
    response.statusCode = isNew ? 201 : 200;
    return answer(response, report);
  }
  if (id === undefined) return answer(response, reports.list());
  if (id === 'compare') return answer(response, reports.compare((url.searchParams.get('ids') ?? '').split(',')));
  if (what === 'withdrawal') {
    reports.withdraw(id);
    return void response.writeHead(204).end();
  }
  const found =
    what === 'choices'
      ? reports.choose(id, Value.Parse(ChoiceRequest, await json(request)))
      : what === 'corrections'
        ? reports.correct(id, Value.Parse(CorrectionRequest, await json(request)))
        : reports.get(id);
  return found === undefined ? refuse(response, 404, '没有这份报告') : answer(response, found);
}

const stepsOf = (from: string) =>
  Array.from({ length: 144 }, (_none, step) => ({
    at: new Date(Date.parse(from) + step * 300_000).toISOString(),
    crossings: (step * 7) % 11,
    opened: step % 3,
    closed: 1,
    over: step > 90 ? 2 : 0,
  }));

function listOf(search: URLSearchParams) {
  const matching = cases.filter((one) =>
    (['light', 'region', 'state'] as const).every((key) => [null, one[key]].includes(search.get(key))),
  );
  const from = Number(search.get('after') ?? 0);
  const to = from + Number(search.get('limit') ?? 50);
  return {
    cases: matching.slice(from, to),
    total: matching.length,
    more: false,
    next: to < matching.length ? String(to) : null,
  };
}

function answer(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}
function refuse(response: ServerResponse, status: number, title: string, detail = '', help = '', code = 'fake'): void {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ type: 'about:blank', title, status, detail, help, code }));
}
function live(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const batch = { at: new Date().toISOString(), signs: [], things: [], events: events.slice(0, 1), cases: [] };
  response.write(`id: 1\nevent: batch\ndata: ${JSON.stringify(batch)}\n\n`);
}
function serveFile(path: string, response: ServerResponse): void {
  const file = new URL(`.${path}`, dist);
  const wanted = path !== '/' && extname(path) !== '' && existsSync(file) ? file : new URL('index.html', dist);
  response.writeHead(200, {
    'content-type': types[extname(wanted.pathname)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  });
  response.end(readFileSync(wanted));
}
