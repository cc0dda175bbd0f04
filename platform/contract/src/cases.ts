import { Type, type Static } from 'typebox';
import {
  AccountNumber,
  Bilingual,
  Code,
  Instant,
  Light,
  Network,
  OrganisationPath,
  RegionCode,
  Uuid,
} from './scalar.ts';

export const CaseSummary = Type.Object({
  id: Uuid,
  region: RegionCode,
  /** For people, such as 330106-20261122-0007. */
  number: Type.String(),
  app: Code,
  network: Network,
  title: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  light: Light,
  grade: Type.Union([Type.String(), Type.Null()]),
  /** The name of the step that it waits at; null when closed. */
  step: Type.Union([Type.String(), Type.Null()]),
  /** Who must act now: organisation and, where somebody has taken it, the account. */
  organisation: OrganisationPath,
  organisationName: Bilingual,
  assignee: Type.Union([AccountNumber, Type.Null()]),
  openedAt: Instant,
  closedAt: Type.Union([Instant, Type.Null()]),
  dueAt: Type.Union([Instant, Type.Null()]),
  longitude: Type.Union([Type.Number(), Type.Null()]),
  latitude: Type.Union([Type.Number(), Type.Null()]),
  simulated: Type.Boolean(),
});
export type CaseSummary = Static<typeof CaseSummary>;

/** GET /api/cases?state&light&region&text&mine&after&limit */
export const CaseQuery = Type.Object(
  {
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed')])),
    light: Type.Optional(Light),
    region: Type.Optional(RegionCode),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    /** Only what waits for me or my organisation. */
    mine: Type.Optional(Type.Boolean()),
    after: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
);
export type CaseQuery = Static<typeof CaseQuery>;
export const CaseList = Type.Object({
  cases: Type.Array(CaseSummary),
  total: Type.Integer(),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type CaseList = Static<typeof CaseList>;

/** A field of a form, after form-js. */
export const FormField = Type.Object({
  key: Code,
  label: Bilingual,
  type: Type.Union([
    Type.Literal('textfield'),
    Type.Literal('textarea'),
    Type.Literal('number'),
    Type.Literal('select'),
    Type.Literal('checkbox'),
    Type.Literal('photo'),
  ]),
  required: Type.Boolean(),
  options: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Bilingual }))),
});
export type FormField = Static<typeof FormField>;

export const CaseTask = Type.Object({
  id: Uuid,
  element: Code,
  name: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('cancelled')]),
  candidateRole: Type.String(),
  organisation: OrganisationPath,
  organisationName: Bilingual,
  assignee: Type.Union([AccountNumber, Type.Null()]),
  createdAt: Instant,
  dueAt: Type.Union([Instant, Type.Null()]),
  completedAt: Type.Union([Instant, Type.Null()]),
  light: Light,
  form: Type.Array(FormField),
  /** What I may do with it now: claim (接单), complete (办结). */
  actions: Type.Array(Type.Union([Type.Literal('claim'), Type.Literal('complete')])),
  /** Why I can't, where I can't. */
  refused: Type.Union([Type.String(), Type.Null()]),
});
export type CaseTask = Static<typeof CaseTask>;

export const CaseEvent = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  kind: Type.String(),
  element: Type.Union([Type.String(), Type.Null()]),
  name: Bilingual,
  actor: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
  data: Type.Unknown(),
});
export type CaseEvent = Static<typeof CaseEvent>;

/** GET /api/cases/:region/:id */
export const CaseDetail = Type.Object({
  summary: CaseSummary,
  tasks: Type.Array(CaseTask),
  events: Type.Array(CaseEvent),
  /** Why it is a case: the decision's reason and the rules that matched. */
  decision: Type.Union([
    Type.Object({
      id: Code,
      reason: Bilingual,
      rules: Type.Array(Type.String()),
      outputs: Type.Record(Type.String(), Type.Unknown()),
    }),
    Type.Null(),
  ]),
  /** The observation that began it. */
  observation: Type.Union([
    Type.Object({
      thing: Uuid,
      name: Bilingual,
      indicator: Code,
      value: Type.Number(),
      unit: Type.String(),
      at: Instant,
      inBandAgain: Type.Boolean(),
    }),
    Type.Null(),
  ]),
  files: Type.Array(
    Type.Object({
      hash: Type.String(),
      type: Type.String(),
      size: Type.Integer(),
      name: Type.String(),
      at: Instant,
      by: Type.String(),
    }),
  ),
  clock: Type.Union([
    Type.Object({
      budgetMinutes: Type.Integer(),
      usedMinutes: Type.Integer(),
      unit: Type.Union([Type.Literal('working'), Type.Literal('calendar')]),
      dueAt: Instant,
      running: Type.Boolean(),
      calendar: Type.String(),
    }),
    Type.Null(),
  ]),
  /** Proposed teams for dispatch, nearest and fitting first. */
  proposals: Type.Array(
    Type.Object({
      organisation: OrganisationPath,
      name: Bilingual,
      metres: Type.Union([Type.Integer(), Type.Null()]),
      openCases: Type.Integer(),
      reason: Bilingual,
    }),
  ),
});
export type CaseDetail = Static<typeof CaseDetail>;

/** GET /api/cases/:region/:id/diagram */
export const CaseDiagram = Type.Object({
  xml: Type.String(),
  /** Element ids with a token on them now. */
  tokens: Type.Array(Type.String()),
  done: Type.Array(Type.String()),
});
export type CaseDiagram = Static<typeof CaseDiagram>;

/** POST /api/cases/:region/:id/tasks/:task/claim and …/complete. `command` makes a repeat harmless. */
export const TaskCommand = Type.Object(
  {
    command: Uuid,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    form: Type.Optional(
      Type.Record(
        Type.String({ maxLength: 80 }),
        Type.Union([Type.String({ maxLength: 4000 }), Type.Number(), Type.Boolean(), Type.Null()]),
      ),
    ),
  },
  { additionalProperties: false },
);
export type TaskCommand = Static<typeof TaskCommand>;

/** POST /api/cases/:region/:id/files?name=…&task=…, body = the bytes, Content-Type = their type; 201 with StoredFile. */
export const FileNameQuery = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200 }), task: Type.Optional(Uuid) },
  { additionalProperties: false },
);
/** GET /api/files/:hash: the bytes, for who may read a case that holds them. */
export const FilePath = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
export const StoredFile = Type.Object({ hash: Type.String(), type: Type.String(), size: Type.Integer() });
export type StoredFile = Static<typeof StoredFile>;

/** GET /api/tasks: what waits for me or my organisation, for the phone page. */
export const TaskList = Type.Object({ tasks: Type.Array(Type.Object({ task: CaseTask, case: CaseSummary })) });
export type TaskList = Static<typeof TaskList>;
