import type { FastifyReply } from 'fastify';
import {
  ChoiceRequest,
  CompareQuery,
  CorrectionRequest,
  ExportQuery,
  MetricComparison,
  Report,
  ReportList,
  ReportNameQuery,
  ReportPath,
  WithdrawalRequest,
} from '@yiwang/contract';
import { chooseReading, compareMetrics, correctRow, findReports, getReport, withdrawReport } from '@yiwang/extract';
import { languageOf } from '@yiwang/messages';
import { signedInOf } from '../access/signedInOf.ts';
import type { Action } from '../access/actions.ts';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { addReport } from '../reports/addReport.ts';
import { comparisonAnswer } from '../reports/comparisonAnswer.ts';
import { csvOf } from '../reports/csvOf.ts';
import { exportTable } from '../reports/exportRows.ts';
import { mostReportBytes } from '../reports/mostReportBytes.ts';
import { reportAnswer, summaryAnswer } from '../reports/reportAnswer.ts';
import { workbookOf } from '../reports/workbookOf.ts';

/** What holds a document in a wrapping of its own; any other type is a hint at the most, for the document's bytes tell what it is. */
const wrapped = /^(application\/(json|x-www-form-urlencoded)|multipart\/)/i;
/** How many reports may come in at once: each is in memory until it is stored. */
const mostUploads = 6;
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Work reports (政府工作报告) of the city: read by all its people, added and put right by its duty officers and supervisors. */
export function addReportRoutes(http: Http, platform: Platform): void {
  const { db, clock, access, city } = platform;
  const region = city.code;
  const place = { region, organisation: city.duty };
  const byWhom = (request: Parameters<typeof signedInOf>[0], action: Action): string => {
    const who = signedInOf(request);
    access.require(request, who, action, place);
    return `account:${who.account}`;
  };
  addUpload(http, platform, byWhom);

  http.get(
    '/api/reports',
    {
      config: { action: 'report.read' },
      schema: { summary: 'Work reports (政府工作报告)', response: { 200: ReportList }, tags: ['reports'] },
    },
    async (request) => {
      byWhom(request, 'report.read');
      platform.readers.warm();
      return { reports: (await findReports(db, region)).map(summaryAnswer) };
    },
  );

  http.get(
    '/api/reports/compare',
    {
      config: { action: 'report.read' },
      schema: {
        summary: 'Metrics that stand in several reports',
        querystring: CompareQuery,
        response: { 200: MetricComparison },
        tags: ['reports'],
      },
    },
    async (request) => {
      byWhom(request, 'report.read');
      return comparisonAnswer(await compareMetrics(db, region, request.query.ids.split(',')));
    },
  );

  http.get(
    '/api/reports/:id',
    {
      config: { action: 'report.read' },
      schema: { summary: 'A report with its rows', params: ReportPath, response: { 200: Report }, tags: ['reports'] },
    },
    async (request) => {
      byWhom(request, 'report.read');
      return reportAnswer(await getReport(db, region, request.params.id));
    },
  );

  http.post(
    '/api/reports/:id/corrections',
    {
      config: { action: 'report.correct' },
      schema: {
        summary: 'Put a row right by hand',
        params: ReportPath,
        body: CorrectionRequest,
        response: { 200: Report },
        tags: ['reports'],
      },
    },
    async (request) => {
      const by = byWhom(request, 'report.correct');
      const { id } = request.params;
      const stands = await db.transaction(async (tx) => {
        await correctRow(tx, clock, { region, report: id, by, ...request.body });
        return getReport(tx, region, id);
      });
      return reportAnswer(stands);
    },
  );

  http.post(
    '/api/reports/:id/choices',
    {
      config: { action: 'report.correct' },
      schema: {
        summary: 'Say which reading of a place is meant',
        params: ReportPath,
        body: ChoiceRequest,
        response: { 200: Report },
        tags: ['reports'],
      },
    },
    async (request) => {
      const by = byWhom(request, 'report.correct');
      const { id } = request.params;
      const stands = await db.transaction(async (tx) => {
        await chooseReading(tx, clock, { region, report: id, by, ...request.body });
        return getReport(tx, region, id);
      });
      return reportAnswer(stands);
    },
  );

  http.post(
    '/api/reports/:id/withdrawal',
    {
      config: { action: 'report.withdraw' },
      schema: {
        summary: 'Take a report out that was dropped by mistake',
        params: ReportPath,
        body: WithdrawalRequest,
        tags: ['reports'],
      },
    },
    async (request, reply) => {
      const by = byWhom(request, 'report.withdraw');
      const { reason } = request.body;
      await db.transaction((tx) => withdrawReport(tx, clock, { region, report: request.params.id, reason, by }));
      return reply.code(204).send();
    },
  );

  http.get(
    '/api/reports/:id/export',
    {
      config: { action: 'report.read' },
      schema: {
        summary: 'The rows as a file, without the text',
        params: ReportPath,
        querystring: ExportQuery,
        tags: ['reports'],
      },
    },
    async (request, reply) => {
      byWhom(request, 'report.read');
      const report = await getReport(db, region, request.params.id);
      const { format } = request.query;
      const name = encodeURIComponent(`${report.title || 'report'}.${format}`);
      reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
      if (format === 'json') {
        return reply.type('application/json').send(JSON.stringify({ ...reportAnswer(report), text: null }, null, 2));
      }
      const table = exportTable(report, languageOf(request.headers['accept-language']));
      if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(csvOf(table));
      return reply.type(workbookType).send(await workbookOf(table, String(report.year ?? '1')));
    },
  );
}

type ByWhom = (request: Parameters<typeof signedInOf>[0], action: Action) => string;

/** POST /api/reports?name=…: the document's own bytes. */
function addUpload(http: Http, platform: Platform, byWhom: ByWhom): void {
  const { city } = platform;
  let uploads = 0;
  const takePlace = (reply: FastifyReply): void => {
    if (uploads >= mostUploads) throw faults.busy();
    uploads += 1;
    reply.raw.once('close', () => (uploads -= 1));
  };
  void http.register(async (scope: Http) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
    scope.post(
      '/api/reports',
      {
        config: { action: 'report.add' },
        bodyLimit: mostReportBytes,
        /** Before the body is read: who may not add waits for no upload. */
        onRequest: async (request, reply) => {
          byWhom(request, 'report.add');
          const type = request.headers['content-type'] ?? '–';
          if (wrapped.test(type)) throw faults.notAReport({ type: type.slice(0, 80) });
          takePlace(reply);
        },
        schema: {
          summary: 'Add a report: a document of text',
          querystring: ReportNameQuery,
          response: { 200: Report, 201: Report },
          tags: ['reports'],
        },
      },
      async (request, reply) => {
        const by = byWhom(request, 'report.add');
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const { name } = request.query;
        const { report, added } = await addReport(platform, { bytes, name, region: city.code, by });
        return reply.code(added ? 201 : 200).send(reportAnswer(report));
      },
    );
  });
}
