import { Readable } from 'node:stream';
import { DecisionAnswer, DecisionList, DecisionPath, DecisionQuery, DecisionRequest } from '@yiwang/contract';
import { typeText } from '@yiwang/feel';
import { languageOf } from '@yiwang/messages';
import type { FastifyRequest } from 'fastify';
import { signedInOf } from '../access/signedInOf.ts';
import { bulkDecisions } from '../decisions/bulkDecisions.ts';
import { decisionAnswer } from '../decisions/decisionAnswer.ts';
import { decisionOpenApi, inputsOf } from '../decisions/decisionOpenApi.ts';
import { noteBulk, noteDecision } from '../decisions/noteDecision.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { readDay } from '../when.ts';

/** Decisions (研判) for programs: one, or a stream of them; each leaves an entry of what was asked and answered. */
export function addDecisionRoutes(http: Http, platform: Platform): void {
  const { db, clock, city, access, decisions } = platform;
  const config = { action: 'decision.take' } as const;
  const byWhom = (request: FastifyRequest): string => {
    const who = signedInOf(request);
    access.require(request, who, 'decision.take', { region: city.code, organisation: who.organisation });
    return `account:${who.account}`;
  };
  const dayOf = (asOf: string | undefined): string => readDay(asOf, clock, city.timeZone);

  http.get(
    '/api/decisions',
    {
      config,
      schema: { summary: 'All decisions, and what they need', response: { 200: DecisionList }, tags: ['rules'] },
    },
    async (request) => {
      byWhom(request);
      const known = await decisions.list(db, dayOf(undefined));
      return {
        decisions: known.map(({ app, model, decision, rule }) => ({
          id: decision.id,
          name: decision.name,
          app,
          rule,
          inputs: inputsOf(model, decision).map(({ name, type }) => ({ name, type: typeText(type) })),
        })),
      };
    },
  );

  http.get(
    '/api/decisions/:id/openapi.json',
    { config, schema: { summary: 'The OpenAPI document of one decision', params: DecisionPath, tags: ['rules'] } },
    async (request) => {
      byWhom(request);
      const { model, decision } = await decisions.get(db, request.params.id, dayOf(undefined));
      return decisionOpenApi(model, decision);
    },
  );

  http.post(
    '/api/decisions/:id',
    {
      config,
      schema: {
        summary: 'Take a decision, as of a day, with its reason',
        params: DecisionPath,
        body: DecisionRequest,
        response: { 200: DecisionAnswer },
        tags: ['rules'],
      },
    },
    async (request) => {
      const by = byWhom(request);
      const { input, trace = false } = request.body;
      const asOf = dayOf(request.body.asOf);
      const known = await decisions.get(db, request.params.id, asOf);
      const answer = decisionAnswer({ known, input, asOf, trace });
      await db.transaction((tx) => noteDecision(tx, clock, { region: city.code, by, input, answer }));
      return answer;
    },
  );

  addBulk(http, platform, byWhom);
}

/** POST /api/decisions/:id/bulk: NDJSON in, NDJSON out, neither ever whole in memory. */
function addBulk(
  http: Http,
  { db, clock, city, decisions }: Platform,
  byWhom: (request: FastifyRequest) => string,
): void {
  void http.register(async (scope: Http) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload));
    scope.post(
      '/api/decisions/:id/bulk',
      {
        config: { action: 'decision.take' },
        schema: {
          summary: 'Take a decision for each line of a stream (application/x-ndjson)',
          params: DecisionPath,
          querystring: DecisionQuery,
          tags: ['rules'],
        },
      },
      async (request, reply) => {
        const by = byWhom(request);
        const asOf = readDay(request.query.asOf, clock, city.timeZone);
        const known = await decisions.get(db, request.params.id, asOf);
        const lines = bulkDecisions(
          bodyOf(request.body),
          (input) => {
            const { outputs, reason, rules } = decisionAnswer({ known, input, asOf, trace: false });
            return { outputs, reason, rules };
          },
          languageOf(request.headers['accept-language']),
        );
        const noted = noteBulk(lines, db, clock, { region: city.code, by, known, asOf });
        return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(noted));
      },
    );
  });
}

function bodyOf(body: unknown): AsyncIterable<Uint8Array> {
  return body instanceof Readable ? body : Readable.from([]);
}
