import {
  CheckProcess,
  DifferenceQuery,
  FlowQuery,
  MigrationPlan,
  PlanMigration,
  ProcessCheck,
  ProcessDetail,
  ProcessDifference,
  ProcessFlow,
  ProcessList,
  ProcessPath,
  ProcessQuery,
  PublishProcess,
  SaveProcessDraft,
  SavedProcessDraft,
} from '@yiwang/contract';
import { compareModels, dropDraft, findDraft, getModel, keepDraft } from '@yiwang/handle';
import type { FastifyRequest } from 'fastify';
import type { Action } from '../access/actions.ts';
import { signedInOf } from '../access/signedInOf.ts';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { createMinedFlows } from '../processes/minedFlows.ts';
import { detailOf, listProcesses, type SeenCases } from '../processes/processAnswers.ts';
import { createProcessBook, problemRow } from '../processes/processBook.ts';
import { publishProcess } from '../processes/publishProcess.ts';
import { tryMigration } from '../processes/tryMigration.ts';

const tags = ['processes'];
/** A model of four million characters, escaped. */
const bodyLimit = 8_000_000;

/** Processes (流程): their models and versions, how cases really run, and a move to another version tried dry. */
export function addProcessRoutes(http: Http, platform: Platform): void {
  const { db, clock, city, access, apps } = platform;
  const book = createProcessBook(apps);
  const mined = createMinedFlows({ db, clock, models: platform }, book);
  /** @throws server.forbidden */
  const byWhom = (request: FastifyRequest, action: Action): string => {
    const who = signedInOf(request);
    access.require(request, who, action, { region: city.code, organisation: who.organisation });
    return `account:${who.account}`;
  };
  const seenBy =
    (request: FastifyRequest): SeenCases =>
    (alias, first) =>
      access.rows(signedInOf(request), 'process.mine', alias, first);

  http.get(
    '/api/processes',
    {
      config: { action: 'process.read' },
      schema: { summary: 'All processes, with open cases by version', response: { 200: ProcessList }, tags },
    },
    async (request) => {
      byWhom(request, 'process.read');
      return listProcesses(platform, book, seenBy(request));
    },
  );

  http.get(
    '/api/processes/:app/:process',
    {
      config: { action: 'process.read' },
      schema: {
        summary: 'One process: its versions, the model of one, its draft',
        params: ProcessPath,
        querystring: ProcessQuery,
        response: { 200: ProcessDetail },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'process.read');
      return detailOf(platform, book, { ...request.params, version: request.query.version }, seenBy(request));
    },
  );

  http.get(
    '/api/processes/:app/:process/flow',
    {
      config: { action: 'process.mine' },
      schema: {
        summary: 'How cases ran: counts, times, variants, rework, bottleneck',
        params: ProcessPath,
        querystring: FlowQuery,
        response: { 200: ProcessFlow },
        tags,
      },
    },
    async (request) => {
      const { region, ...query } = request.query;
      book.appOf(request.params.app);
      const asked = region === undefined || region === city.code ? query : { ...query, region };
      return mined.get(request.params, asked, seenBy(request));
    },
  );

  http.get(
    '/api/processes/:app/:process/difference',
    {
      config: { action: 'process.read' },
      schema: {
        summary: 'What differs between two versions, or a version and the draft',
        params: ProcessPath,
        querystring: DifferenceQuery,
        response: { 200: ProcessDifference },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'process.read');
      const { app, process } = request.params;
      const { from, to } = request.query;
      const before = await getModel(db, app, process, from);
      const after = to === undefined ? await findDraft(db, app, process) : await getModel(db, app, process, to);
      if (after === undefined) throw faults.notFound({ what: `${process}: draft` });
      const { added, removed, changed } = compareModels(before.xml, after.xml, before.file);
      return {
        added: [...added],
        removed: [...removed],
        changed: changed.map((one) => ({ ...one, changes: [...one.changes] })),
      };
    },
  );

  http.post(
    '/api/processes/check',
    {
      config: { action: 'process.try' },
      bodyLimit,
      schema: {
        summary: 'Check a model as a part of an application',
        body: CheckProcess,
        response: { 200: ProcessCheck },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'process.try');
      const { app, process, xml } = request.body;
      const { problems } = book.check(book.appOf(app), xml, `${process ?? app}.bpmn`);
      return { problems: problems.map(problemRow) };
    },
  );

  http.post(
    '/api/processes/:app/:process/draft',
    {
      config: { action: 'process.publish' },
      bodyLimit,
      schema: {
        summary: 'Keep a draft; it runs nothing until it is published',
        params: ProcessPath,
        body: SaveProcessDraft,
        response: { 200: SavedProcessDraft },
        tags,
      },
    },
    async (request) => {
      const actor = byWhom(request, 'process.publish');
      const { app, process } = request.params;
      await getModel(db, app, process, request.body.base);
      return { rev: await keepDraft(db, clock, { app, process, ...request.body, actor }) };
    },
  );

  http.delete(
    '/api/processes/:app/:process/draft',
    {
      config: { action: 'process.publish' },
      schema: { summary: 'Let the draft go', params: ProcessPath, tags },
    },
    async (request, reply) => {
      byWhom(request, 'process.publish');
      await dropDraft(db, request.params.app, request.params.process);
      return reply.code(204).send();
    },
  );

  http.post(
    '/api/processes/:app/:process/versions',
    {
      config: { action: 'process.publish' },
      bodyLimit,
      schema: {
        summary: 'Publish a model as the version that new cases start on',
        params: ProcessPath,
        body: PublishProcess,
        response: { 200: ProcessDetail },
        tags,
      },
    },
    async (request) => {
      const actor = byWhom(request, 'process.publish');
      await publishProcess(platform, book, request.params, request.body, actor);
      return detailOf(platform, book, { ...request.params, version: undefined }, seenBy(request));
    },
  );

  http.post(
    '/api/processes/:app/:process/migration',
    {
      config: { action: 'process.try' },
      schema: {
        summary: 'Try a move of open cases to another version; nothing is changed',
        params: ProcessPath,
        body: PlanMigration,
        response: { 200: MigrationPlan },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'process.try');
      return tryMigration(platform, book, request.params, request.body, seenBy(request));
    },
  );
}
