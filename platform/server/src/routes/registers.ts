import { ChangeEntity, EntityDetail, EntityList, EntityPath, EntityQuery, RegisterPath } from '@yiwang/contract';
import { changeEntity, explainMany, findEffective, getEntity, preparePolicies, searchEntities } from '@yiwang/judge';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { entityInput } from '../rules/entityInput.ts';
import { explanationAnswer } from '../rules/explainEntity.ts';

const tags = ['rules'];

/** Registers (名录): found by name or code, one entity with every policy that concerns it, changed with a reason. */
export function addRegisterRoutes(http: Http, { db, clock, city, access, rules: { book, desk } }: Platform): void {
  http.get(
    '/api/registers/:register/entities',
    {
      config: { action: 'register.read' },
      schema: {
        summary: 'Entities by two characters of their name, or by code',
        params: RegisterPath,
        querystring: EntityQuery,
        response: { 200: EntityList },
        tags,
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const sees = access.seesRegion(who, 'register.read');
      const { q, region } = request.query;
      const wanted = region === undefined ? city.regions.map(({ code }) => code) : [region];
      const regions = wanted.filter(sees);
      if (regions.length === 0)
        access.require(request, who, 'register.read', { region: wanted[0] ?? '', organisation: who.organisation });
      const entities = await searchEntities(db, desk.get(request.params.register), { text: q, regions });
      return { entities: entities.map(({ region: at, code, name }) => ({ region: at, code, name })) };
    },
  );

  http.get(
    '/api/registers/:register/entities/:region/:code',
    {
      config: { action: 'register.read' },
      schema: {
        summary: 'One entity, and every policy that concerns it with its reason',
        params: EntityPath,
        response: { 200: EntityDetail },
        tags,
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { region, code } = request.params;
      access.require(request, who, 'register.read', { region, organisation: who.organisation });
      const register = desk.get(request.params.register);
      const entity = await getEntity(db, register, region, code);
      const asOf = book.today();
      const input = entityInput(register, region, entity.values, asOf);
      const effective = (await book.list(db)).flatMap((rule) => {
        const version = findEffective(rule.rule.versions, asOf);
        const { matching } = rule.own;
        if (version === undefined || matching?.register !== register.code) return [];
        return [{ rule, shown: book.versionOf(rule, version.number), eligible: matching.eligible }];
      });
      const prepared = preparePolicies(
        effective.map(({ rule, shown, eligible }) => ({ code: rule.own.code, model: shown.model, eligible })),
        register,
      );
      return {
        entity: { region, code, name: entity.name },
        simulated: city.simulated,
        columns: register.columns.map((column) => ({
          name: column.name,
          label: column.label,
          type: column.type,
          unit: column.unit ?? '',
          values: column.type === 'string' ? [...(column.values ?? [])] : [],
        })),
        values: entity.values,
        policies: explainMany(prepared, input).policies.flatMap(({ policy, explanation }) => {
          const found = effective.find(({ rule }) => rule.own.code === policy);
          return found === undefined ? [] : [explanationAnswer(found.rule, found.shown, explanation, input, asOf)];
        }),
      };
    },
  );

  http.post(
    '/api/registers/:register/entities/:region/:code',
    {
      config: { action: 'register.change' },
      schema: {
        summary: 'Change what is known of an entity, with a reason',
        params: EntityPath,
        body: ChangeEntity,
        response: { 200: EntityList },
        tags,
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const { region, code } = request.params;
      access.require(request, who, 'register.change', { region, organisation: who.organisation });
      const register = desk.get(request.params.register);
      const { values, reason, id } = request.body;
      const actor = `account:${who.account}`;
      await db.transaction((tx) => changeEntity(tx, clock, register, { region, code, values, reason, actor, id }));
      const { name } = await getEntity(db, register, region, code);
      return { entities: [{ region, code, name }] };
    },
  );
}
