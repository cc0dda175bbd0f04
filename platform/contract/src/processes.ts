import { Type, type Static, type TSchema } from 'typebox';
import { Bilingual, Code, Instant, RegionCode, Uuid } from './scalar.ts';

/** Processes (流程): versioned models, how cases really run through them, what a move to another version would do. */
const count = Type.Integer({ minimum: 0 });
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const strict = { additionalProperties: false };
/** From 0 to 1. */
const share = Type.Number({ minimum: 0, maximum: 1 });
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 });
/** The id of an element in a model. */
const ElementId = Type.String({ minLength: 1, maxLength: 200 });
/** A BPMN 2.0 document. */
const ProcessXml = Type.String({ minLength: 1, maxLength: 4_000_000 });

/** The id of the process's element, an XML name. */
const ProcessId = Type.String({ minLength: 1, maxLength: 200 });

export const ProcessPath = Type.Object({ app: Code, process: ProcessId });
export const ProcessQuery = Type.Object({ version: Type.Optional(Version) });

/** What keeps a model from running, with the element that it is about where one can be named. */
export const ProcessProblem = Type.Object({
  element: nullable(Type.String()),
  line: Type.Integer(),
  what: Bilingual,
  help: Bilingual,
});
export type ProcessProblem = Static<typeof ProcessProblem>;

export const ProcessVersion = Type.Object({
  version: Version,
  file: Type.String(),
  at: Instant,
  /** `file`: it came with the application's folder; else who published it, and why. */
  origin: Type.Union([Type.Literal('file'), Type.Literal('person')]),
  by: nullable(Type.String()),
  why: nullable(Type.String()),
  /** Cases on it, of those that the reader may see. */
  open: count,
  cases: count,
});
export type ProcessVersion = Static<typeof ProcessVersion>;

export const ProcessSummary = Type.Object({
  app: Code,
  appName: Bilingual,
  process: ProcessId,
  name: Type.String(),
  /** On which new cases start. */
  version: Version,
  versions: Type.Array(Type.Object({ version: Version, open: count })),
  open: count,
  problems: count,
  /** There is a draft that is not published. */
  hasDraft: Type.Boolean(),
});
export type ProcessSummary = Static<typeof ProcessSummary>;
export const ProcessList = Type.Object({ processes: Type.Array(ProcessSummary) });
export type ProcessList = Static<typeof ProcessList>;

export const ProcessDraft = Type.Object({
  base: Version,
  rev: Type.Integer({ minimum: 1 }),
  xml: Type.String(),
  by: Type.String(),
  at: Instant,
});
export type ProcessDraft = Static<typeof ProcessDraft>;

export const ProcessDetail = Type.Object({
  app: Code,
  appName: Bilingual,
  process: ProcessId,
  name: Type.String(),
  /** The newest first. */
  versions: Type.Array(ProcessVersion),
  shown: Type.Object({ version: Version, xml: Type.String(), problems: Type.Array(ProcessProblem) }),
  draft: nullable(ProcessDraft),
});
export type ProcessDetail = Static<typeof ProcessDetail>;

export const CheckProcess = Type.Object({ app: Code, process: Type.Optional(ProcessId), xml: ProcessXml }, strict);
export const ProcessCheck = Type.Object({ problems: Type.Array(ProcessProblem) });
export type ProcessCheck = Static<typeof ProcessCheck>;

/** Revision 0: the writer saw no draft. */
export const SaveProcessDraft = Type.Object(
  { base: Version, rev: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }), xml: ProcessXml },
  strict,
);
export type SaveProcessDraft = Static<typeof SaveProcessDraft>;
export const SavedProcessDraft = Type.Object({ rev: Type.Integer({ minimum: 1 }) });
export type SavedProcessDraft = Static<typeof SavedProcessDraft>;

export const PublishProcess = Type.Object(
  {
    /** The version that was edited; a newer one meanwhile is a conflict. */
    base: Version,
    xml: ProcessXml,
    why: Type.String({ minLength: 2, maxLength: 500 }),
    /** Made by the client, so that a command that is sent twice is done once. */
    id: Uuid,
  },
  strict,
);
export type PublishProcess = Static<typeof PublishProcess>;

const DifferentElement = { id: Type.String(), kind: Type.String(), name: nullable(Type.String()) };
export const ProcessDifference = Type.Object({
  added: Type.Array(Type.Object(DifferentElement)),
  removed: Type.Array(Type.Object(DifferentElement)),
  changed: Type.Array(
    Type.Object({
      ...DifferentElement,
      changes: Type.Array(
        Type.Object({ what: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()) }),
      ),
    }),
  ),
});
export type ProcessDifference = Static<typeof ProcessDifference>;
/** Two versions; the draft where `to` is left out. */
export const DifferenceQuery = Type.Object({ from: Version, to: Type.Optional(Version) });

/** All in minutes; the median is within 1 %. */
export const TimeSummary = Type.Object({
  count,
  total: Type.Number(),
  median: Type.Number(),
  p90: Type.Number(),
});
/** By the wall clock, and by the working calendar. */
export const ProcessTimes = Type.Object({ calendar: TimeSummary, working: TimeSummary });
export type ProcessTimes = Static<typeof ProcessTimes>;

export const FlowQuery = Type.Object({
  version: Type.Optional(Version),
  region: Type.Optional(RegionCode),
  /** When the cases were opened. */
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
});
export type FlowQuery = Static<typeof FlowQuery>;

/** Times belong to a step and its role, never to a person. */
export const FlowNode = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  role: nullable(Type.String()),
  passed: count,
  cancelled: count,
  /** Of a user task: until somebody took it, and from then until it was completed. */
  waiting: nullable(ProcessTimes),
  work: nullable(ProcessTimes),
  /** Of another node where a case rests. */
  stay: nullable(ProcessTimes),
  again: Type.Object({ cases: count, times: count }),
  /** Its part of the time of all nodes. */
  share,
  /** Cases that stand there now, and since when the first of them. */
  open: count,
  since: nullable(Instant),
});
export type FlowNode = Static<typeof FlowNode>;
export const FlowVariant = Type.Object({
  path: Type.Array(Type.String()),
  cut: Type.Boolean(),
  flows: Type.Array(Type.String()),
  cases: count,
  share,
  time: ProcessTimes,
});
export type FlowVariant = Static<typeof FlowVariant>;
export const ProcessFlow = Type.Object({
  at: Instant,
  /** Whose drawing the ids are of; null: all versions together, drawn as the newest. */
  version: nullable(Version),
  cases: Type.Object({ all: count, closed: count, withdrawn: count }),
  events: count,
  time: nullable(ProcessTimes),
  nodes: Type.Array(FlowNode),
  flows: Type.Array(
    Type.Object({ id: Type.String(), from: Type.String(), to: Type.String(), count, back: Type.Boolean() }),
  ),
  variants: Type.Array(FlowVariant),
  otherVariants: Type.Object({ cases: count, variants: count, atLeast: Type.Boolean() }),
  bottleneck: nullable(
    Type.Object({
      node: Type.String(),
      share,
      part: Type.Union([Type.Literal('waiting'), Type.Literal('work'), Type.Literal('stay')]),
    }),
  ),
  milliseconds: Type.Number(),
});
export type ProcessFlow = Static<typeof ProcessFlow>;

/** What becomes of an element whose id is not kept: by the id in the version that is left. */
export const ElementMapping = Type.Record(ElementId, ElementId);
export const PlanMigration = Type.Object(
  {
    from: Version,
    /** The draft where it is left out. */
    to: Type.Optional(Version),
    mapping: ElementMapping,
  },
  strict,
);
export type PlanMigration = Static<typeof PlanMigration>;

/** noTarget: no such place; kind, loop: another kind of place; scope: in another subprocess; way: by a flow that is not there; merged: two places would be one; timer: its timer stands elsewhere. */
export const MigrationObstacle = Type.Union([
  Type.Literal('noTarget'),
  Type.Literal('kind'),
  Type.Literal('loop'),
  Type.Literal('scope'),
  Type.Literal('way'),
  Type.Literal('merged'),
  Type.Literal('timer'),
]);
export type MigrationObstacle = Static<typeof MigrationObstacle>;

/** Tried dry: what moving the open cases of a version to another would do. A case moves as a whole or stays. */
export const MigrationPlan = Type.Object({
  from: Version,
  to: nullable(Version),
  moves: count,
  stays: count,
  steps: Type.Array(
    Type.Object({
      from: Type.String(),
      to: nullable(Type.String()),
      cases: count,
      obstacles: Type.Array(
        Type.Object({
          why: MigrationObstacle,
          cases: count,
          examples: Type.Array(Type.Object({ region: RegionCode, id: Uuid, number: Type.String() })),
        }),
      ),
    }),
  ),
  timers: Type.Array(
    Type.Object({
      element: Type.String(),
      change: Type.Union([Type.Literal('set'), Type.Literal('dropped')]),
      cases: count,
    }),
  ),
  unknown: Type.Array(
    Type.Object({ element: Type.String(), in: Type.Union([Type.Literal('from'), Type.Literal('to')]) }),
  ),
  /** Elements of both versions, for choosing. */
  elements: Type.Object({
    from: Type.Array(Type.Object(DifferentElement)),
    to: Type.Array(Type.Object(DifferentElement)),
  }),
});
export type MigrationPlan = Static<typeof MigrationPlan>;
