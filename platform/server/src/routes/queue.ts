import { roleName } from '@yiwang/appkit';
import {
  everydayViews,
  QueueView,
  QueueViewList,
  QueueViewPath,
  ViewCounts,
  Workload,
  WorkloadQuery,
} from '@yiwang/contract';
import { countCases, countWorkload } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { filterOf } from '../queue/filterOf.ts';
import { dropView, findViews, keepView } from '../queue/savedViews.ts';
import { workloadOf } from '../queue/workloadOf.ts';

/** What stands around the queue: the reader's own views of it, and who has how much to do. */
export function addQueueRoutes(http: Http, platform: Platform): void {
  const { db, clock, city, access, apps } = platform;
  const listOf = async (account: string): Promise<QueueViewList> => ({ views: [...(await findViews(db, account))] });

  http.get(
    '/api/views',
    {
      config: { action: 'case.read' },
      schema: { summary: 'My views of the queue (视图)', response: { 200: QueueViewList }, tags: ['cases'] },
    },
    async (request) => listOf(signedInOf(request).account),
  );

  http.get(
    '/api/views/counts',
    {
      config: { action: 'case.read' },
      schema: {
        summary: 'How many cases each view of every day holds',
        response: { 200: ViewCounts },
        tags: ['cases'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const now = clock.now();
      const counts: ViewCounts['counts'] = {};
      for (const { id, filters } of everydayViews)
        counts[id] = await countCases(db, now, filterOf(who, filters, platform));
      return { counts };
    },
  );

  http.post(
    '/api/views',
    {
      config: { action: 'case.read' },
      bodyLimit: 8_192,
      schema: {
        summary: 'Keep a view under a name',
        body: QueueView,
        response: { 200: QueueViewList },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { account } = signedInOf(request);
      await db.transaction((tx) => keepView(tx, clock.now(), account, request.body));
      return listOf(account);
    },
  );

  http.delete(
    '/api/views/:name',
    {
      config: { action: 'case.read' },
      schema: {
        summary: 'Forget a view',
        params: QueueViewPath,
        response: { 200: QueueViewList },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { account } = signedInOf(request);
      await dropView(db, account, request.params.name);
      return listOf(account);
    },
  );

  http.get(
    '/api/workload',
    {
      config: { action: 'task.dispatch' },
      schema: {
        summary: 'Open and overdue tasks by person, role and skill (工作量)',
        querystring: WorkloadQuery,
        response: { 200: Workload },
        tags: ['cases'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { region } = request.query;
      const now = clock.now();
      const work = await countWorkload(db, now, {
        rows: (alias, first) => access.rows(who, 'task.dispatch', alias, first),
        regions: region === undefined || region === city.code ? undefined : [region],
      });
      const nameOf = (role: string): Bilingual =>
        apps.map((app) => roleName(app, role)).find(({ zh }) => zh !== role) ?? { zh: role, en: role };
      return workloadOf(work, now, nameOf);
    },
  );
}
