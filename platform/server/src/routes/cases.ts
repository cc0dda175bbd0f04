import { roleName, tellingsOf } from '@yiwang/appkit';
import {
  CaseDetail,
  CaseDiagram,
  CaseList,
  CasePath,
  CaseReceipt,
  CaseQuery,
  EntryList,
  TaskList,
} from '@yiwang/contract';
import { countCases, findCases, findDueReasons, findTasks, getCase, type CaseView } from '@yiwang/handle';
import { findEntries } from '@yiwang/ledger';
import { languageOf } from '@yiwang/messages';
import type { FastifyRequest } from 'fastify';
import { signedInOf } from '../access/signedInOf.ts';
import { actorOf } from '../cases/actorOf.ts';
import { detailOf } from '../cases/caseDetail.ts';
import { placeOf } from '../cases/placeOf.ts';
import { findCaseRows } from '../cases/findFirstCase.ts';
import { proposeTeams } from '../cases/proposeTeams.ts';
import { summaryOf } from '../cases/caseSummary.ts';
import { taskOf, type TaskReader } from '../cases/caseTask.ts';
import { filterOf } from '../queue/filterOf.ts';
import type { Http } from '../http/http.ts';
import type { SignedIn } from '../identity/principal.ts';
import { caseReceipt } from '../ledger/caseReceipt.ts';
import { verifiedEntries } from '../ledger/verifiedEntries.ts';
import type { Platform } from '../platform.ts';

/** What a task looks like to this person. */
export function readerOf(
  request: FastifyRequest,
  who: SignedIn,
  { access, apps, city, clock }: Platform,
  view: CaseView,
): TaskReader {
  const place = placeOf(view);
  const app = apps.find(({ about }) => about.id === place.app);
  return {
    by: actorOf(who),
    may: {
      claim: access.may(who, 'case.claim', place),
      complete: access.may(who, 'task.complete', place),
      dispatch: access.may(who, 'task.dispatch', place),
      steer: access.may(who, 'case.steer', place),
      supervise: access.may(who, 'case.supervise', place),
      mend: access.may(who, 'case.mend', place),
    },
    language: languageOf(request.headers['accept-language']),
    now: clock.now(),
    city,
    tellings: app === undefined ? [] : tellingsOf(app, view.definition.id),
    roleName: (role) => (app === undefined ? { zh: role, en: role } : roleName(app, role)),
  };
}

/** Cases: the list, a case with all that its page shows, its diagram and entries, and what waits for me. */
export function addCaseRoutes(http: Http, platform: Platform): void {
  const { db, clock, city, access, handle } = platform;

  http.get(
    '/api/cases',
    {
      config: { action: 'case.read' },
      schema: {
        summary: 'Cases (案件) by state, light, region and text',
        querystring: CaseQuery,
        response: { 200: CaseList },
        tags: ['cases'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { order, after, limit = 50 } = request.query;
      const filter = filterOf(who, request.query, platform);
      const now = clock.now();
      const page = await findCases(db, now, { ...filter, order, after, limit });
      const { total, more } = await countCases(db, now, filter);
      const reasons = await findDueReasons(db, page.cases);
      const dueBy = new Map(reasons.map(({ case: id, of, name }) => [id, { of, name }]));
      const cases = page.cases.map((row) => {
        const reason = row.dueAt === null ? undefined : dueBy.get(row.id);
        return { ...summaryOf(row, platform), ...(reason === undefined ? {} : { dueBy: reason }) };
      });
      return { cases, total, more, next: page.next };
    },
  );

  /** A case, to who may read it. @throws handle.noCase, server.forbidden */
  const readCase = async (request: FastifyRequest, region: string, id: string) => {
    const who = signedInOf(request);
    const view = await getCase(db, handle, region, id);
    const place = placeOf(view);
    access.require(request, who, 'case.read', place);
    return { who, view, place };
  };

  http.get(
    '/api/cases/:region/:id',
    {
      config: { action: 'case.read' },
      schema: {
        summary: 'A case with its tasks, clock and reason',
        params: CasePath,
        response: { 200: CaseDetail },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { region, id } = request.params;
      const { who, view, place } = await readCase(request, region, id);
      const proposals =
        view.row.state === 'open' && access.may(who, 'task.dispatch', place) ? await proposeTeams(db, city, view) : [];
      return detailOf(view, platform, readerOf(request, who, platform, view), proposals);
    },
  );

  http.get(
    '/api/cases/:region/:id/diagram',
    {
      config: { action: 'case.read' },
      schema: {
        summary: 'Its process with the token',
        params: CasePath,
        response: { 200: CaseDiagram },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { region, id } = request.params;
      const { view } = await readCase(request, region, id);
      return {
        xml: view.definition.xml,
        tokens: [...new Set(view.tokens.map(({ element }) => element))],
        done: [...view.passed],
      };
    },
  );

  http.get(
    '/api/cases/:region/:id/entries',
    {
      config: { action: 'case.read' },
      schema: {
        summary: 'Its entries in the ledger, verified',
        params: CasePath,
        response: { 200: EntryList },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { region, id } = request.params;
      await readCase(request, region, id);
      return verifiedEntries(db, region, await findEntries(db, { region, subject: `case:${id}`, limit: 200 }));
    },
  );

  http.get(
    '/api/cases/:region/:id/receipt',
    {
      config: { action: 'case.read' },
      schema: {
        summary: 'A receipt (回执) of what was done, which verifies offline',
        params: CasePath,
        response: { 200: CaseReceipt },
        tags: ['cases'],
      },
    },
    async (request, reply) => {
      const { region, id } = request.params;
      const { view } = await readCase(request, region, id);
      reply.header('content-disposition', `attachment; filename="receipt-${view.row.number}.json"`);
      return caseReceipt(db, region, id, view.row.number);
    },
  );

  http.get(
    '/api/tasks',
    {
      config: { action: 'case.read' },
      schema: { summary: 'What waits for me or my organisation', response: { 200: TaskList }, tags: ['cases'] },
    },
    async (request) => {
      const who = signedInOf(request);
      const found = await findTasks(db, clock.now(), actorOf(who));
      const rows = await findCaseRows(
        db,
        clock.now(),
        found.map((task) => [task.region, task.case]),
      );
      const rowOf = new Map(rows.map((row) => [row.id, row]));
      const tasks: TaskList['tasks'] = [];
      for (const { region, case: id, id: taskId } of found) {
        const row = rowOf.get(id);
        if (row === undefined || !access.may(who, 'case.read', row)) continue;
        const view = await getCase(db, handle, region, id);
        const task = view.tasks.find((one) => one.id === taskId);
        if (task === undefined) continue;
        const reader = readerOf(request, who, platform, view);
        tasks.push({ task: taskOf(view, task, reader), case: summaryOf(row, platform) });
      }
      return { tasks };
    },
  );
}
