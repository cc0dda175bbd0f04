import { Type, type Static } from 'typebox';
import { Bilingual, Instant, Uuid } from './scalar.ts';

/** Work reports (政府工作报告) and what was read in them. Offsets are indices of the report's text, end exclusive. */
const Span = Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) });
export const RowId = Type.String({ pattern: '^[a-z]{1,2}[0-9]{1,6}$' });
const Figure = Type.Union([Type.Number(), Type.Array(Type.Number()), Type.Null()]);
const text = (maxLength: number) => Type.String({ maxLength });

export const StatementKind = Type.Union([Type.Literal('fact'), Type.Literal('target')]);
export const Comparator = Type.Union([
  Type.Literal('eq'),
  Type.Literal('ge'),
  Type.Literal('gt'),
  Type.Literal('le'),
  Type.Literal('lt'),
  Type.Literal('approx'),
]);
export type Comparator = Static<typeof Comparator>;
export const Change = Type.Union([
  Type.Literal('level'),
  Type.Literal('increase'),
  Type.Literal('decrease'),
  Type.Literal('growth_rate'),
  Type.Literal('cumulative'),
  Type.Literal('rank'),
  Type.Literal('share'),
  Type.Literal('ratio'),
]);
export type Change = Static<typeof Change>;

export const ReportSection = Type.Object({
  path: Type.String(),
  level: Type.Integer(),
  title: Type.String(),
  start: Type.Integer(),
  end: Type.Integer(),
  heading: Span,
});
export type ReportSection = Static<typeof ReportSection>;

/** A field of government (主题) by which rows are filtered, such as environment. */
const Topic = Type.String({ pattern: '^[a-z]+$' });

/** Who changed a row by hand, when and why; the ledger entry proves it. */
export const Correction = Type.Object({
  id: Uuid,
  row: RowId,
  at: Instant,
  by: Type.String(),
  reason: Type.String(),
  entry: Uuid,
  /** The fields as a person put them; null: the row was taken out. */
  fields: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
});
export type Correction = Static<typeof Correction>;

export const ReportStatement = Type.Object({
  id: RowId,
  kind: StatementKind,
  section: Type.String(),
  theme: Type.Union([Type.String(), Type.Null()]),
  period: Type.Union([Type.String(), Type.Null()]),
  metric: Type.String(),
  value: Figure,
  unit: Type.String(),
  valueSi: Figure,
  unitSi: Type.String(),
  comparator: Comparator,
  change: Change,
  span: Span,
  quote: Span,
  confidence: Type.Number(),
  cue: Type.Optional(Type.String()),
  modality: Type.Optional(Type.String()),
  qualifier: Type.Optional(Type.String()),
  baseline: Type.Optional(Type.String()),
  direction: Type.Optional(Type.Union([Type.Literal('up'), Type.Literal('down')])),
  from: Type.Optional(Type.Number()),
  to: Type.Optional(Type.Number()),
  distributive: Type.Optional(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 })),
  range: Type.Optional(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
  per: Type.Optional(Type.String()),
  reference: Type.Optional(Type.String()),
  streak: Type.Optional(Type.Boolean()),
  annualised: Type.Optional(Type.Boolean()),
  role: Type.Optional(Type.Literal('condition')),
  soft: Type.Optional(Type.Boolean()),
  ambiguity: Type.Optional(Type.String()),
  topic: Type.Optional(Topic),
});
export type ReportStatement = Static<typeof ReportStatement>;

export const ReportTask = Type.Object({
  id: RowId,
  section: Type.String(),
  theme: Type.Union([Type.String(), Type.Null()]),
  period: Type.Union([Type.String(), Type.Null()]),
  verb: Type.String(),
  object: Type.String(),
  modifier: Type.String(),
  modality: Type.Optional(Type.String()),
  topic: Type.Optional(Topic),
  span: Span,
  confidence: Type.Number(),
});
export type ReportTask = Static<typeof ReportTask>;

export const ReportSystem = Type.Object({
  id: RowId,
  name: Type.String(),
  category: Type.String(),
  section: Type.String(),
  span: Span,
  mentions: Type.Array(Span),
  confidence: Type.Number(),
});
export type ReportSystem = Static<typeof ReportSystem>;

/** A place with several readings; `chosen` is the one a person picked, null while it waits (the first one shows meanwhile). */
export const ReportAmbiguity = Type.Object({
  id: RowId,
  span: Span,
  chosen: Type.Union([Type.Integer(), Type.Null()]),
  readings: Type.Array(
    Type.Object({
      text: Type.String(),
      confidence: Type.Number(),
      reason: Bilingual,
      statements: Type.Array(ReportStatement),
    }),
  ),
});
export type ReportAmbiguity = Static<typeof ReportAmbiguity>;

export const ReportLink = Type.Object({
  id: RowId,
  fact: RowId,
  target: RowId,
  metric: Type.String(),
  confidence: Type.Number(),
});
export type ReportLink = Static<typeof ReportLink>;

export const ReportCounts = Type.Object({
  facts: Type.Integer(),
  targets: Type.Integer(),
  tasks: Type.Integer(),
  systems: Type.Integer(),
  /** Places with two readings where nobody has picked one yet. */
  waiting: Type.Integer(),
});

export const ReportSummary = Type.Object({
  id: Uuid,
  title: Type.String(),
  year: Type.Union([Type.Integer(), Type.Null()]),
  /** The name of the file as it was dropped; empty for one that came with the city. */
  file: Type.String(),
  /** txt, md, html, docx, pdf; figures: the structured figures of the city folder, without the text. */
  format: Type.String(),
  encoding: Type.String(),
  /** In characters. */
  length: Type.Integer(),
  /** SHA-256 of the text's UTF-8 bytes. */
  hash: Type.String(),
  /** How long the reading took, without upload and storage. */
  milliseconds: Type.Number(),
  addedAt: Instant,
  addedBy: Type.String(),
  counts: ReportCounts,
});
export type ReportSummary = Static<typeof ReportSummary>;

/** GET /api/reports: newest year first. */
export const ReportList = Type.Object({ reports: Type.Array(ReportSummary) });
export type ReportList = Static<typeof ReportList>;

/** GET /api/reports/:id, and what POST /api/reports?name=… answers (201; 200 where the same text was there already). */
export const Report = Type.Object({
  ...ReportSummary.properties,
  /** Null where only the figures are known: the text has not been dropped in yet. */
  text: Type.Union([Type.String(), Type.Null()]),
  sections: Type.Array(ReportSection),
  /** The fields of government that rows tell of, in the order in which they are offered. */
  topics: Type.Optional(Type.Array(Type.Object({ code: Topic, name: Bilingual }))),
  /** As they stand: the machine's reading with the chosen readings and the corrections laid over it. */
  statements: Type.Array(ReportStatement),
  tasks: Type.Array(ReportTask),
  systems: Type.Array(ReportSystem),
  ambiguities: Type.Array(ReportAmbiguity),
  links: Type.Array(ReportLink),
  corrections: Type.Array(Correction),
  /** The machine's own reading of the statements and tasks that were corrected, by row id. */
  machine: Type.Record(Type.String(), Type.Union([ReportStatement, ReportTask])),
});
export type Report = Static<typeof Report>;

export const ReportPath = Type.Object({ id: Uuid });
export const ReportNameQuery = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

/** What a person may put for a value: beyond the money of the world, nothing a report says has 16 digits. */
const written = Type.Number({ minimum: -1e15, maximum: 1e15 });
const WrittenFigure = Type.Union([written, Type.Array(written, { minItems: 1, maxItems: 20 }), Type.Null()]);

/**
 * POST /api/reports/:id/corrections: one row put right by hand; answers the Report as it stands then. Corrections of one row add up: of
 * the same field the later one stands.
 */
export const CorrectionRequest = Type.Object(
  {
    row: RowId,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    /** The fields to put in place of the machine's; null takes the row out; an empty object goes back to the machine's. */
    fields: Type.Union([
      Type.Object(
        {
          kind: Type.Optional(StatementKind),
          metric: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
          value: Type.Optional(WrittenFigure),
          unit: Type.Optional(text(40)),
          comparator: Type.Optional(Comparator),
          change: Type.Optional(Change),
          period: Type.Optional(Type.Union([Type.String({ pattern: '^[0-9]{4}(-[0-9]{4})?$' }), Type.Null()])),
          verb: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
          object: Type.Optional(text(400)),
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
);
export type CorrectionRequest = Static<typeof CorrectionRequest>;

/** POST /api/reports/:id/choices: which of several readings is meant; answers the Report as it stands then. */
export const ChoiceRequest = Type.Object(
  {
    ambiguity: RowId,
    reading: Type.Integer({ minimum: 0, maximum: 20 }),
    reason: Type.Optional(text(500)),
  },
  { additionalProperties: false },
);
export type ChoiceRequest = Static<typeof ChoiceRequest>;

/** GET /api/reports/:id/export?format: rows as they stand, with the machine's reading, who corrected and why. */
export const ExportQuery = Type.Object(
  { format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv'), Type.Literal('json')]) },
  { additionalProperties: false },
);

/** GET /api/reports/compare?ids=a,b,c: metrics that stand in at least two of the reports, the commonest first. */
export const CompareQuery = Type.Object(
  { ids: Type.String({ pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36}){1,11}$' }) },
  { additionalProperties: false },
);
export const MetricComparison = Type.Object({
  reports: Type.Array(Type.Object({ id: Uuid, title: Type.String(), year: Type.Union([Type.Integer(), Type.Null()]) })),
  metrics: Type.Array(
    Type.Object({
      metric: Type.String(),
      change: Change,
      unitSi: Type.String(),
      /** All values over the years, facts and targets, oldest period first. */
      points: Type.Array(
        Type.Object({
          report: Uuid,
          statement: RowId,
          kind: StatementKind,
          period: Type.Union([Type.String(), Type.Null()]),
          value: Figure,
          unit: Type.String(),
          valueSi: Figure,
          comparator: Comparator,
        }),
      ),
    }),
  ),
});
export type MetricComparison = Static<typeof MetricComparison>;

/** POST /api/reports/:id/withdrawal: a report dropped by mistake; the ledger keeps that it was there. */
export const WithdrawalRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
);
