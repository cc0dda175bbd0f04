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
  /** In the queue: whose time limit that is, of the case, a stage or a task, with its name. */
  dueBy: Type.Optional(
    Type.Object({
      of: Type.Union([Type.Literal('case'), Type.Literal('stage'), Type.Literal('task')]),
      name: Type.String(),
    }),
  ),
  longitude: Type.Union([Type.Number(), Type.Null()]),
  latitude: Type.Union([Type.Number(), Type.Null()]),
  simulated: Type.Boolean(),
});
export type CaseSummary = Static<typeof CaseSummary>;

/** GET /api/cases?state&light&region&text&mine&held&role&skill&matter&order&after&limit */
export const CaseQuery = Type.Object(
  {
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed')])),
    light: Type.Optional(Light),
    region: Type.Optional(RegionCode),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    /** Only what waits for me or my organisation. */
    mine: Type.Optional(Type.Boolean()),
    /** Open cases of which I, or that account, hold a task, or that nobody holds. */
    held: Type.Optional(Type.Union([Type.Literal('me'), Type.Literal('nobody'), AccountNumber])),
    /** Open cases with a task for that role (岗位), that asks for that skill (技能). */
    role: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    skill: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    /** What stands aside: parked (挂账), under supervision (督办), with something that went wrong. */
    matter: Type.Optional(Type.Union([Type.Literal('parked'), Type.Literal('supervised'), Type.Literal('incident')])),
    /** The newest first unless told; `due`: what is due first, of open cases with a time limit. */
    order: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('due')])),
    after: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
);
export type CaseQuery = Static<typeof CaseQuery>;
export const CaseList = Type.Object({
  cases: Type.Array(CaseSummary),
  total: Type.Integer(),
  /** There are more than `total`; it is not counted past 1,000. */
  more: Type.Boolean(),
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
  /** Of what is only read: what stands in it. It is not sent back. */
  shown: Type.Optional(Bilingual),
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

/** A time limit (办理时限) as it stands now. Amounts are in its unit. */
export const CaseClock = Type.Object({
  id: Type.Integer(),
  of: Type.Union([Type.Literal('case'), Type.Literal('stage'), Type.Literal('task')]),
  name: Type.String(),
  task: Type.Union([Uuid, Type.Null()]),
  unit: Type.Union([
    Type.Literal('workingMinutes'),
    Type.Literal('calendarMinutes'),
    Type.Literal('workingDays'),
    Type.Literal('calendarDays'),
  ]),
  budget: Type.Number(),
  extended: Type.Number(),
  maxExtension: Type.Number(),
  used: Type.Number(),
  warnAt: Type.Union([Instant, Type.Null()]),
  dueAt: Type.Union([Instant, Type.Null()]),
  light: Light,
  state: Type.Union([Type.Literal('running'), Type.Literal('suspended'), Type.Literal('stopped')]),
  /** The calendar's id and version. */
  calendar: Type.String(),
  /** When it stood still, with the legal reason. */
  stops: Type.Array(
    Type.Object({
      from: Instant,
      to: Type.Union([Instant, Type.Null()]),
      reason: Type.Union([Type.String(), Type.Null()]),
      by: Type.String(),
    }),
  ),
});
export type CaseClock = Static<typeof CaseClock>;

export const CaseActionName = Type.Union([
  Type.Literal('claim'),
  Type.Literal('release'),
  Type.Literal('complete'),
  Type.Literal('assign'),
  Type.Literal('delegate'),
  Type.Literal('transfer'),
  Type.Literal('return'),
  Type.Literal('addSigner'),
  Type.Literal('suspendClock'),
  Type.Literal('resumeClock'),
  Type.Literal('extend'),
  Type.Literal('decideExtension'),
  Type.Literal('urge'),
  Type.Literal('supervise'),
  Type.Literal('park'),
  Type.Literal('unpark'),
  Type.Literal('link'),
  Type.Literal('mergeInto'),
  Type.Literal('withdraw'),
  Type.Literal('reopen'),
  Type.Literal('retry'),
  Type.Literal('begin'),
  Type.Literal('tell'),
]);
export type CaseActionName = Static<typeof CaseActionName>;

/** Something that can be done now. */
export const CaseAction = Type.Object({
  do: CaseActionName,
  task: Type.Optional(Uuid),
  clock: Type.Optional(Type.Integer()),
  request: Type.Optional(Type.Integer()),
  incident: Type.Optional(Type.Integer()),
  scope: Type.Optional(Type.Integer()),
  /** Where it can go back to, or what can be begun: elements with their names. */
  elements: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Type.String() }))),
  /** A message that the case waits for, and what is to be filled in with it. */
  message: Type.Optional(Type.String()),
  name: Type.Optional(Bilingual),
  form: Type.Optional(Type.Array(FormField)),
  needsReason: Type.Boolean(),
});
export type CaseAction = Static<typeof CaseAction>;

/** A form as it was filled in, said as people read it. */
export const FilledForm = Type.Object({
  name: Bilingual,
  by: Type.String(),
  at: Instant,
  fields: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Bilingual,
      text: Bilingual,
      /** The hash of the file that it names. */
      file: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type FilledForm = Static<typeof FilledForm>;

/** Something that is done with cases but not by this reader with this one now, and why. */
export const BarredAction = Type.Object({ do: CaseActionName, why: Type.String() });
export type BarredAction = Static<typeof BarredAction>;

/** GET /api/cases/:region/:id */
export const CaseDetail = Type.Object({
  summary: CaseSummary,
  tasks: Type.Array(CaseTask),
  /** What was filled in so far, oldest first: as it was opened, with each task, and with what it was told. */
  filled: Type.Array(FilledForm),
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
  /** The clock of the step that it waits at; null where nothing is timed. */
  clock: Type.Union([CaseClock, Type.Null()]),
  /** All its clocks: of the case, of stages, of tasks (nested). */
  clocks: Type.Array(CaseClock),
  rev: Type.Integer(),
  /** Since when it is under supervision (督办), or parked (挂账); how often it was urged (催办). */
  supervisedAt: Type.Union([Instant, Type.Null()]),
  parkedAt: Type.Union([Instant, Type.Null()]),
  urged: Type.Integer(),
  links: Type.Array(Type.Object({ kind: Type.String(), region: RegionCode, case: Uuid, number: Type.String() })),
  /** Wishes for more time (延期) that nobody has answered. */
  requests: Type.Array(
    Type.Object({
      id: Type.Integer(),
      clock: Type.Integer(),
      amount: Type.Number(),
      reason: Type.String(),
      by: Type.String(),
      at: Instant,
    }),
  ),
  /** What went wrong by itself and waits for a person. */
  incidents: Type.Array(
    Type.Object({
      id: Type.Integer(),
      element: Type.String(),
      code: Type.String(),
      detail: Type.String(),
      at: Instant,
    }),
  ),
  /** What this reader may do with the case and its tasks now, beside claiming and completing. */
  actions: Type.Array(CaseAction),
  barred: Type.Array(BarredAction),
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

/** A form as it is sent: values by the keys of its fields. */
export const FormValues = Type.Record(
  Type.String({ maxLength: 80 }),
  Type.Union([Type.String({ maxLength: 4000 }), Type.Number(), Type.Boolean(), Type.Null()]),
);

/** POST /api/cases/:region/:id/tasks/:task/claim and …/complete. `command` makes a repeat harmless. */
export const TaskCommand = Type.Object(
  {
    command: Uuid,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    form: Type.Optional(FormValues),
  },
  { additionalProperties: false },
);
export type TaskCommand = Static<typeof TaskCommand>;

/** POST /api/cases/:region/:id/commands: any of the actions of a case; `command` makes a repeat harmless. */
export const CaseCommandBody = Type.Object(
  {
    command: Uuid,
    do: CaseActionName,
    /** The revision that was seen; a change meanwhile refuses the command. */
    rev: Type.Optional(Type.Integer({ minimum: 0 })),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    task: Type.Optional(Uuid),
    clock: Type.Optional(Type.Integer()),
    request: Type.Optional(Type.Integer()),
    incident: Type.Optional(Type.Integer()),
    scope: Type.Optional(Type.Integer()),
    /** An element of the model: where to return to, where to reopen, what to begin. */
    element: Type.Optional(Type.String({ maxLength: 80 })),
    organisation: Type.Optional(OrganisationPath),
    account: Type.Optional(AccountNumber),
    /** How much time is asked for, in the clock's unit. */
    amount: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    granted: Type.Optional(Type.Boolean()),
    message: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    /** Another case: to link to, or to merge into. */
    other: Type.Optional(Type.Object({ region: RegionCode, case: Uuid }, { additionalProperties: false })),
    form: TaskCommand.properties.form,
  },
  { additionalProperties: false },
);
export type CaseCommandBody = Static<typeof CaseCommandBody>;

/** POST /api/cases/commands: one command on many cases; each of them is done, or refused, by itself. */
export const BulkCommandBody = Type.Object(
  {
    command: Uuid,
    do: Type.Union([
      Type.Literal('claim'),
      Type.Literal('assign'),
      Type.Literal('urge'),
      Type.Literal('supervise'),
      Type.Literal('park'),
      Type.Literal('unpark'),
    ]),
    cases: Type.Array(Type.Object({ region: RegionCode, case: Uuid }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 200,
    }),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    organisation: Type.Optional(OrganisationPath),
    account: Type.Optional(AccountNumber),
  },
  { additionalProperties: false },
);
export type BulkCommandBody = Static<typeof BulkCommandBody>;

export const BulkResult = Type.Object({
  results: Type.Array(
    Type.Object({
      region: RegionCode,
      case: Uuid,
      done: Type.Boolean(),
      /** Why it was refused, in the reader's language. */
      title: Type.Optional(Type.String()),
      detail: Type.Optional(Type.String()),
    }),
  ),
});
export type BulkResult = Static<typeof BulkResult>;

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
