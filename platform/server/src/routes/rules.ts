import {
  ExplainRule,
  MatchedEntities,
  MatchedQuery,
  PublishRule,
  RuleChange,
  RuleDetail,
  RuleExplanation,
  RuleList,
  RulePath,
  RuleQuery,
  RuleTests,
  RuleVersionPath,
  WhatIf,
  WhatIfEntities,
  WhatIfEntitiesBody,
  WithdrawRule,
} from '@yiwang/contract';
import { isFault } from '@yiwang/faults';
import { getEntity, withdrawVersion, type PolicyTotal } from '@yiwang/judge';
import type { FastifyRequest } from 'fastify';
import type { Action } from '../access/actions.ts';
import { signedInOf } from '../access/signedInOf.ts';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { entityInput } from '../rules/entityInput.ts';
import { explainEntity } from '../rules/explainEntity.ts';
import { publishChange } from '../rules/publishChange.ts';
import { detailOf, summaryOf, testsAnswer } from '../rules/ruleAnswers.ts';
import type { BookRule } from '../rules/ruleBook.ts';
import { readDay } from '../when.ts';

/** As many entities as a page of a list shows. */
const page = 50;
const tags = ['rules'];

/** Rules (规则): read, tried on the whole register before anything is published, explained for one, published with a reason. */
export function addRuleRoutes(http: Http, platform: Platform): void {
  const { db, clock, city, access, rules } = platform;
  const { book, desk } = rules;
  const byWhom = (request: FastifyRequest, action: Action): string => {
    const who = signedInOf(request);
    access.require(request, who, action, { region: city.code, organisation: who.organisation });
    return `account:${who.account}`;
  };
  /** Undefined while a register is loaded, or where nothing is matched here. */
  const totalsOf = async (rule: BookRule): Promise<readonly PolicyTotal[] | undefined> => {
    const matching = desk.list().find(({ register }) => register.code === rule.register?.code)?.matching;
    if (matching === undefined) return undefined;
    try {
      return await matching.totals();
    } catch (error) {
      if (isFault(error, 'judge.matchingNotReady')) return undefined;
      throw error;
    }
  };
  const matchingOf = (rule: BookRule) => {
    if (rule.register === undefined) throw faults.notMatchedHere({ register: '–' });
    return desk.matching(rule.register.code);
  };

  http.get(
    '/api/rules',
    {
      config: { action: 'rule.read' },
      schema: { summary: 'All rules, and the state of the matching', response: { 200: RuleList }, tags },
    },
    async (request) => {
      byWhom(request, 'rule.read');
      const all = await book.list(db);
      const summaries = await Promise.all(all.map(async (rule) => summaryOf(book, rule, await totalsOf(rule))));
      const [first] = desk.list();
      const state = first?.matching?.state();
      const ready = first !== undefined && state !== undefined && state.status !== 'loading';
      return {
        asOf: book.today(),
        matching: ready
          ? {
              register: first.register.code,
              entities: state.entities,
              policies: state.policies,
              milliseconds: state.milliseconds,
              bytes: state.bytes,
              at: (state.at ?? clock.now()).toISOString(),
              simulated: city.simulated,
            }
          : null,
        rules: summaries,
      };
    },
  );

  http.get(
    '/api/rules/:code',
    {
      config: { action: 'rule.read' },
      schema: {
        summary: 'One rule: its versions, the document of one, its numbers, its problems',
        params: RulePath,
        querystring: RuleQuery,
        response: { 200: RuleDetail },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'rule.read');
      const rule = await book.get(db, request.params.code);
      return detailOf(book, rule, await totalsOf(rule), request.query.version);
    },
  );

  http.post(
    '/api/rules/:code/tests',
    {
      config: { action: 'rule.read' },
      bodyLimit: 8_000_000,
      schema: {
        summary: 'Run the tests beside a rule on a version, or on a change of it',
        params: RulePath,
        body: RuleChange,
        response: { 200: RuleTests },
        tags,
      },
    },
    async (request) => {
      const { xml, thresholds } = request.body;
      byWhom(request, xml === undefined && thresholds === undefined ? 'rule.read' : 'rule.try');
      const rule = await book.get(db, request.params.code);
      const shown = book.changed(rule, request.body);
      const from = rule.own.versions.find(({ number }) => number === shown.number)?.from ?? book.today();
      return testsAnswer(rule, shown, book.test(rule, shown, from), book.today());
    },
  );

  http.post(
    '/api/rules/:code/what-if',
    {
      config: { action: 'rule.try' },
      bodyLimit: 8_000_000,
      schema: {
        summary: 'What a change would do to the whole register: count, money, gains, losses, by district',
        params: RulePath,
        body: RuleChange,
        response: { 200: WhatIf },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'rule.try');
      const rule = await book.get(db, request.params.code);
      const { model } = book.changed(rule, request.body);
      const compared = await matchingOf(rule).compare(rule.rule, model);
      return { register: rule.register?.code ?? '', ...compared, regions: [...compared.regions] };
    },
  );

  http.post(
    '/api/rules/:code/what-if/entities',
    {
      config: { action: 'rule.try' },
      bodyLimit: 8_000_000,
      schema: {
        summary: 'Which entities a change would give, take, more or less',
        params: RulePath,
        body: WhatIfEntitiesBody,
        response: { 200: WhatIfEntities },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'register.read');
      const { change, side, region, offset = 0 } = request.body;
      const rule = await book.get(db, request.params.code);
      const { model } = book.changed(rule, change);
      const only = region === undefined ? {} : { region };
      const found = await matchingOf(rule).comparedEntities(rule.rule, model, side, { ...only, offset, limit: page });
      return {
        total: found.total,
        rows: found.rows.map(({ before, after, ...entity }) => ({ entity, before, after })),
      };
    },
  );

  http.get(
    '/api/rules/:code/entities',
    {
      config: { action: 'register.read' },
      schema: {
        summary: 'Whom a rule matches',
        params: RulePath,
        querystring: MatchedQuery,
        response: { 200: MatchedEntities },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'register.read');
      const { region, offset = 0 } = request.query;
      const rule = await book.get(db, request.params.code);
      const only = region === undefined ? {} : { region };
      const found = await matchingOf(rule).entitiesOf(rule.own.code, 'matched', { ...only, offset, limit: page });
      return {
        total: found.total,
        rows: found.rows.map(({ amount, ...entity }) => ({ entity, amount: amount ?? '0' })),
      };
    },
  );

  http.post(
    '/api/rules/:code/explanation',
    {
      config: { action: 'register.read' },
      bodyLimit: 8_000_000,
      schema: {
        summary: 'Why a rule, or a change of it, decides about one entity as it does',
        params: RulePath,
        body: ExplainRule,
        response: { 200: RuleExplanation },
        tags,
      },
    },
    async (request) => {
      byWhom(request, 'register.read');
      const { entity, values = {}, change = {}, asOf: day } = request.body;
      const asOf = readDay(day, clock, city.timeZone);
      const rule = await book.get(db, request.params.code);
      if (rule.register === undefined) throw faults.notMatchedHere({ register: '–' });
      const shown = book.changed(rule, change);
      const known = entity === undefined ? undefined : await getEntity(db, rule.register, entity.region, entity.code);
      const given = { ...known?.values, ...values };
      const input = entityInput(rule.register, known?.region ?? city.code, given, asOf);
      return explainEntity(rule, shown, input, asOf);
    },
  );

  http.post(
    '/api/rules/:code/versions',
    {
      config: { action: 'rule.publish' },
      bodyLimit: 8_000_000,
      schema: {
        summary: 'Publish a change, from today or from a later day on, with a reason',
        params: RulePath,
        body: PublishRule,
        response: { 201: RuleDetail },
        tags,
      },
    },
    async (request, reply) => {
      const by = byWhom(request, 'rule.publish');
      const rule = await book.get(db, request.params.code);
      const { number } = await publishChange(platform, rule, request.body, by);
      await matchedAgain(rule);
      const now = await book.get(db, rule.own.code);
      return reply.code(201).send(detailOf(book, now, await totalsOf(now), number));
    },
  );

  http.post(
    '/api/rules/:code/versions/:number/withdrawal',
    {
      config: { action: 'rule.withdraw' },
      schema: {
        summary: 'Take a published version back; the one before it goes on',
        params: RuleVersionPath,
        body: WithdrawRule,
        response: { 200: RuleDetail },
        tags,
      },
    },
    async (request) => {
      const actor = byWhom(request, 'rule.withdraw');
      const { code, number } = request.params;
      const rule = await book.get(db, code);
      const withdrawal = { region: city.code, number, why: request.body.why, actor };
      await db.transaction((tx) => withdrawVersion(tx, clock, rule.own, withdrawal));
      await matchedAgain(rule);
      const now = await book.get(db, code);
      return detailOf(book, now, await totalsOf(now), undefined);
    },
  );

  /** What is shown next is by what was just published. */
  async function matchedAgain(rule: BookRule): Promise<void> {
    const held = desk.list().find(({ register }) => register.code === rule.register?.code)?.matching;
    if (held !== undefined && held.state().status !== 'loading') await held.refresh();
  }
}
