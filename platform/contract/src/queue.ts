import { Type, type Static } from 'typebox';
import type { CaseQuery } from './cases.ts';
import { AccountNumber, Bilingual, Instant, RegionCode } from './scalar.ts';

const ViewName = Type.String({ minLength: 1, maxLength: 30, pattern: '\\S' });

/** A view of the queue (视图) that somebody keeps under a name: the filters of GET /api/cases as they stand in the address. */
export const QueueView = Type.Object(
  {
    name: ViewName,
    filters: Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,20}$' }), Type.String({ minLength: 1, maxLength: 100 }), {
      maxProperties: 12,
    }),
  },
  { additionalProperties: false },
);
export type QueueView = Static<typeof QueueView>;

/** GET, POST /api/views and DELETE /api/views/:name: the reader's own views, by name. */
export const QueueViewList = Type.Object({ views: Type.Array(QueueView) });
export type QueueViewList = Static<typeof QueueViewList>;
export const QueueViewPath = Type.Object({ name: ViewName });

/** What people ask of the queue every day, with the filters that say it. */
export const everydayViews = [
  { id: 'mine', filters: { held: 'me', order: 'due' } },
  { id: 'team', filters: { mine: true, order: 'due' } },
  { id: 'over', filters: { light: 'over', order: 'due' } },
  { id: 'due', filters: { light: 'due', order: 'due' } },
  { id: 'nobody', filters: { held: 'nobody', order: 'due' } },
  { id: 'parked', filters: { matter: 'parked' } },
  { id: 'supervised', filters: { matter: 'supervised' } },
  { id: 'incident', filters: { matter: 'incident' } },
] as const satisfies readonly { readonly id: string; readonly filters: CaseQuery }[];

/** GET /api/views/counts: how many cases each of these holds for the reader, by its id; not counted past 1,000. */
export const ViewCounts = Type.Object({
  counts: Type.Record(Type.String(), Type.Object({ total: Type.Integer({ minimum: 0 }), more: Type.Boolean() })),
});
export type ViewCounts = Static<typeof ViewCounts>;

const counts = {
  open: Type.Integer({ minimum: 0 }),
  /** Past the warning, not yet due; overdue. */
  due: Type.Integer({ minimum: 0 }),
  over: Type.Integer({ minimum: 0 }),
  /** Since when the first of them waits. */
  oldest: Instant,
};

/** GET /api/workload?region: open tasks (工作量) over the cases that the reader dispatches; those of parked cases are not in it. */
export const WorkloadQuery = Type.Object({ region: Type.Optional(RegionCode) }, { additionalProperties: false });
export const Workload = Type.Object({
  at: Instant,
  total: Type.Object({ open: counts.open, due: counts.due, over: counts.over, untaken: counts.open }),
  people: Type.Array(Type.Object({ account: AccountNumber, ...counts })),
  /** Null: tasks that any role of the organisation may do. */
  roles: Type.Array(
    Type.Object({
      role: Type.Union([Type.String(), Type.Null()]),
      /** What the application calls it. */ name: Bilingual,
      untaken: counts.open,
      ...counts,
    }),
  ),
  /** Tasks that ask for a skill. */
  skills: Type.Array(Type.Object({ skill: Type.String(), untaken: counts.open, ...counts })),
});
export type Workload = Static<typeof Workload>;
