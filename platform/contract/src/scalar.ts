import { Type, type Static } from 'typebox';

/** Six digits of GB/T 2260, such as 330106; the city itself is 330100. */
export const RegionCode = Type.String({ pattern: '^[0-9]{6}$', description: 'GB/T 2260 code (行政区划代码)' });
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/** RFC 3339, UTC. */
export const Instant = Type.String({
  maxLength: 35,
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$',
});
/** People are numbered accounts. */
export const AccountNumber = Type.String({ pattern: '^[0-9]{6}$' });
/** A place in the tree of organisations, such as hz.water.team3. */
export const OrganisationPath = Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*$', maxLength: 120 });
export const Code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', maxLength: 80 });

export const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });

/** ● 正常, ▲ 临期, ■ 超期, ○ 未知: for a case by its clock, for a sign by its band. */
export const Light = Type.Union([
  Type.Literal('ok'),
  Type.Literal('due'),
  Type.Literal('over'),
  Type.Literal('unknown'),
]);
export type Light = Static<typeof Light>;

export const Network = Type.Union([Type.Literal('serve'), Type.Literal('manage'), Type.Literal('oversee')]);
export type Network = Static<typeof Network>;

export const LightCounts = Type.Object({
  ok: Type.Integer({ minimum: 0 }),
  due: Type.Integer({ minimum: 0 }),
  over: Type.Integer({ minimum: 0 }),
});
export type LightCounts = Static<typeof LightCounts>;

/** Path parameters of a case, of a book, and of what is in them. */
export const CasePath = Type.Object({ region: RegionCode, id: Uuid });
export const TaskPath = Type.Object({ region: RegionCode, id: Uuid, task: Uuid });
export const BookPath = Type.Object({ region: RegionCode });
