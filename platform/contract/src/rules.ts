import { Type, type Static, type TSchema } from 'typebox';
import { Bilingual, Code, Instant, OrganisationPath, RegionCode, Uuid } from './scalar.ts';

/** Rules (规则): versioned decisions, whom they match in a register, and what a change would do. Amounts are yuan, exact, as decimal texts. */
const count = Type.Integer({ minimum: 0 });
/** An exact decimal as FEEL writes it, such as 1234567.80. */
export const Amount = Type.String({ pattern: '^-?[0-9]{1,20}(\\.[0-9]{1,12})?$' });
/** A calendar day in Asia/Shanghai. */
export const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const strict = { additionalProperties: false };
/** A DMN 1.5 document; a table of two thousand rows is about a megabyte. */
const DecisionXml = Type.String({ minLength: 1, maxLength: 4_000_000 });

export const RulePath = Type.Object({ code: Code });
export const RuleVersionPath = Type.Object({ code: Code, number: Type.Integer({ minimum: 1, maximum: 100_000 }) });

/** A place in a rule's source, lines and columns from 1. */
export const SourcePlace = Type.Object({ file: Type.String(), line: Type.Integer(), column: Type.Integer() });
export type SourcePlace = Static<typeof SourcePlace>;

/** Who is matched and what it costs, in the whole register or a part of it. */
export const Tally = Type.Object({ count, amount: Amount });
export type Tally = Static<typeof Tally>;
export const RegionTally = Type.Object({ region: RegionCode, count, amount: Amount });
export type RegionTally = Static<typeof RegionTally>;

export const RuleVersionStatus = Type.Union([
  /** Effective on the day asked about. */
  Type.Literal('effective'),
  /** Published for a later day. */
  Type.Literal('scheduled'),
  /** Followed by another version. */
  Type.Literal('past'),
  Type.Literal('draft'),
  Type.Literal('withdrawn'),
]);
export type RuleVersionStatus = Static<typeof RuleVersionStatus>;

export const RuleVersionRow = Type.Object({
  number: Type.Integer(),
  from: Day,
  until: nullable(Day),
  status: RuleVersionStatus,
  /** `file`: it came with the application's folder; else who published it, when, and why. */
  origin: Type.Union([Type.Literal('file'), Type.Literal('person')]),
  by: nullable(Type.String()),
  at: nullable(Instant),
  why: nullable(Type.String()),
  /** The hash of the DMN document, by which one knows two versions apart. */
  hash: Type.String(),
});
export type RuleVersionRow = Static<typeof RuleVersionRow>;

export const RuleProblem = Type.Object({
  /** Such as gap, overlap, unreachable, unit, type, notChecked, notColumnar. */
  kind: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('note')]),
  message: Bilingual,
  place: SourcePlace,
  /** The rule of a table that it is about. */
  rule: Type.Optional(Type.String()),
});
export type RuleProblem = Static<typeof RuleProblem>;

export const Coverage = Type.Object({
  rows: Type.Object({ covered: count, all: count }),
  branches: Type.Object({ covered: count, all: count }),
  missed: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('row'), Type.Literal('branch')]),
      message: Bilingual,
      place: SourcePlace,
    }),
  ),
});
export type Coverage = Static<typeof Coverage>;

export const RuleSummary = Type.Object({
  code: Code,
  name: Bilingual,
  app: Code,
  organisation: OrganisationPath,
  example: Type.Boolean(),
  /** The version that is effective today; null: none is. */
  version: nullable(Type.Integer()),
  versions: count,
  from: nullable(Day),
  /** The next scheduled day on which it changes. */
  changes: nullable(Day),
  tests: Type.Object({ passed: count, failed: count }),
  problems: count,
  /** Of a rule that is matched against a register. */
  matched: nullable(Tally),
});
export type RuleSummary = Static<typeof RuleSummary>;
export const RuleList = Type.Object({
  asOf: Day,
  /** The state of the matching: how many entities and policies, how long the last full match took; null where no register is kept. */
  matching: nullable(
    Type.Object({
      register: Code,
      entities: count,
      policies: count,
      milliseconds: Type.Number(),
      bytes: count,
      at: Instant,
      simulated: Type.Boolean(),
    }),
  ),
  rules: Type.Array(RuleSummary),
});
export type RuleList = Static<typeof RuleList>;

/** A number in the rule that can be moved: a threshold of a table's cell or of an expression, a rate, a cap. */
export const Threshold = Type.Object({
  /** Stable within one version: the decision's id, the cell's or expression's, and the ordinal of the number. */
  id: Type.String({ maxLength: 200 }),
  decision: Type.String(),
  /** What it is compared with or belongs to, such as 研发费用 | R&D spend. */
  label: Bilingual,
  unit: Type.String(),
  /** As it stands in the text, such as `>= 500`. */
  text: Type.String(),
  value: Amount,
  min: Amount,
  max: Amount,
  step: Amount,
  place: SourcePlace,
});
export type Threshold = Static<typeof Threshold>;

export const RuleDetail = Type.Object({
  summary: RuleSummary,
  description: Bilingual,
  register: nullable(Code),
  versions: Type.Array(RuleVersionRow),
  /** The version shown. */
  shown: Type.Object({
    number: Type.Integer(),
    xml: Type.String(),
    decisions: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        kind: Type.String(),
        role: nullable(Type.Union([Type.Literal('eligible'), Type.Literal('amount')])),
      }),
    ),
    thresholds: Type.Array(Threshold),
    problems: Type.Array(RuleProblem),
    /** What differs from the version before, for people. */
    changes: Type.Array(Bilingual),
  }),
});
export type RuleDetail = Static<typeof RuleDetail>;
export const RuleQuery = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) });

export const RuleTestResult = Type.Object({
  file: Type.String(),
  line: Type.Integer(),
  name: Bilingual,
  passed: Type.Boolean(),
  /** What differed, where it failed. */
  differences: Type.Array(Bilingual),
});
export type RuleTestResult = Static<typeof RuleTestResult>;
export const RuleTests = Type.Object({
  version: Type.Integer(),
  results: Type.Array(RuleTestResult),
  coverage: Coverage,
  problems: Type.Array(RuleProblem),
});
export type RuleTests = Static<typeof RuleTests>;

/** A change that is tried or published: the whole document as edited, or numbers of a version moved. */
export const RuleChange = Type.Object(
  {
    /** The version that is changed; the effective one unless told. */
    version: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    xml: Type.Optional(DecisionXml),
    thresholds: Type.Optional(
      Type.Array(Type.Object({ id: Type.String({ maxLength: 200 }), value: Amount }, strict), { maxItems: 100 }),
    ),
  },
  strict,
);
export type RuleChange = Static<typeof RuleChange>;

/** What a change would do, over the whole register, before anything is published. */
export const WhatIf = Type.Object({
  register: Code,
  entities: count,
  before: Tally,
  after: Tally,
  /** Those that qualify only then, with what they would get. */
  gained: Tally,
  /** Those that qualify only now, with what they get now. */
  lost: Tally,
  /** Those that qualify both now and then, and get more or less. */
  more: Tally,
  less: Tally,
  /** Whose data do not tell, now and then. */
  unknown: Type.Object({ before: count, after: count }),
  regions: Type.Array(Type.Object({ region: RegionCode, before: Tally, after: Tally, gained: count, lost: count })),
  milliseconds: Type.Number(),
});
export type WhatIf = Static<typeof WhatIf>;

export const WhatIfSide = Type.Union([
  Type.Literal('gained'),
  Type.Literal('lost'),
  Type.Literal('more'),
  Type.Literal('less'),
]);
export type WhatIfSide = Static<typeof WhatIfSide>;
export const WhatIfEntitiesBody = Type.Object(
  {
    change: RuleChange,
    side: WhatIfSide,
    region: Type.Optional(RegionCode),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000 })),
  },
  strict,
);
export const EntityRow = Type.Object({ region: RegionCode, code: Type.String(), name: Type.String() });
export type EntityRow = Static<typeof EntityRow>;
export const WhatIfEntities = Type.Object({
  total: count,
  rows: Type.Array(Type.Object({ entity: EntityRow, before: nullable(Amount), after: nullable(Amount) })),
});
export type WhatIfEntities = Static<typeof WhatIfEntities>;

export const MatchedQuery = Type.Object({
  region: Type.Optional(RegionCode),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000 })),
});
export const MatchedEntities = Type.Object({
  total: count,
  rows: Type.Array(Type.Object({ entity: EntityRow, amount: Amount })),
});
export type MatchedEntities = Static<typeof MatchedEntities>;

/** Publishing needs a reason; a day after today schedules. */
export const PublishRule = Type.Object(
  {
    change: RuleChange,
    from: Day,
    why: Type.String({ minLength: 2, maxLength: 500 }),
    /** Published although tests fail: a threshold that moves makes those at its boundary untrue. */
    despiteTests: Type.Optional(Type.Boolean()),
    /** Made by the client, so that a command that is sent twice is done once. */
    id: Uuid,
  },
  strict,
);
export const WithdrawRule = Type.Object({ why: Type.String({ minLength: 2, maxLength: 500 }) }, strict);

export const EntityState = Type.Union([
  Type.Literal('qualified'),
  /** Not qualified, and a small change would do. */
  Type.Literal('almost'),
  /** Data that are missing decide. */
  Type.Literal('needsData'),
  Type.Literal('notQualified'),
]);
export type EntityState = Static<typeof EntityState>;

type Words = Static<typeof Bilingual>;

/** One condition as a person reads it; `gap` says by how much it failed. */
export interface ExplainedCondition {
  readonly text: Words;
  readonly state: 'held' | 'failed' | 'unknown';
  readonly column?: string | undefined;
  readonly seen?: Words | undefined;
  readonly wanted?: Words | undefined;
  /** Nobody can change what it is about. */
  readonly fixed?: boolean | undefined;
  readonly gap?: Words | undefined;
  readonly place?: SourcePlace | undefined;
  /** The id of the table's rule or of the element that says it, as the document has it. */
  readonly element?: string | undefined;
  /** The parts of an and, an or, or a table's row. */
  readonly join?: 'all' | 'any' | undefined;
  readonly parts?: readonly ExplainedCondition[] | undefined;
}

export const RuleExplanation = Type.Object({
  rule: Code,
  version: nullable(Type.Integer()),
  asOf: Day,
  state: EntityState,
  amount: nullable(Amount),
  why: Bilingual,
  conditions: Type.Unsafe<readonly ExplainedCondition[]>(Type.Array(Type.Unknown())),
  /** The smallest changes after which it would qualify, the nearest first. */
  nearest: Type.Array(
    Type.Object({
      text: Bilingual,
      /** Whether anybody can change it: a founding date can't be. */
      possible: Type.Boolean(),
      changes: Type.Array(Type.Object({ column: Type.String(), from: Type.Unknown(), to: Type.Unknown() })),
    }),
  ),
  missing: Type.Array(Type.Object({ column: Type.String(), label: Bilingual })),
  /** The one missing value whose answer settles most. */
  question: nullable(Type.Object({ column: Type.String(), label: Bilingual, text: Bilingual })),
});
export type RuleExplanation = Static<typeof RuleExplanation>;
export const ExplainRule = Type.Object(
  {
    /** An entity of the register, or values given by hand. */
    entity: Type.Optional(Type.Object({ region: RegionCode, code: Type.String({ maxLength: 60 }) }, strict)),
    values: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
    change: Type.Optional(RuleChange),
    asOf: Type.Optional(Day),
  },
  strict,
);

export const RegisterPath = Type.Object({ register: Code });
export const EntityPath = Type.Object({ register: Code, region: RegionCode, code: Type.String({ maxLength: 60 }) });
export const EntityQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 60 }),
  region: Type.Optional(RegionCode),
});
export const EntityList = Type.Object({ entities: Type.Array(EntityRow) });
export type EntityList = Static<typeof EntityList>;

export const RegisterColumnRow = Type.Object({
  name: Type.String(),
  label: Bilingual,
  type: Type.String(),
  unit: Type.String(),
  values: Type.Array(Type.Object({ value: Type.String(), label: Bilingual })),
});
export type RegisterColumnRow = Static<typeof RegisterColumnRow>;
/** One entity with all policies that concern it: the qualified ones first, then the nearest misses. */
export const EntityDetail = Type.Object({
  entity: EntityRow,
  simulated: Type.Boolean(),
  columns: Type.Array(RegisterColumnRow),
  values: Type.Record(Type.String(), Type.Unknown()),
  policies: Type.Array(RuleExplanation),
});
export type EntityDetail = Static<typeof EntityDetail>;
export const ChangeEntity = Type.Object(
  {
    values: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown()),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
    id: Uuid,
  },
  strict,
);

/** One decision, for a program: what goes in and comes out is in the decision's own OpenAPI document. */
export const DecisionPath = Type.Object({ id: Code });
export const DecisionQuery = Type.Object({ asOf: Type.Optional(Day) });
export const DecisionRequest = Type.Object(
  {
    input: Type.Record(Type.String({ maxLength: 200 }), Type.Unknown()),
    asOf: Type.Optional(Day),
    trace: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type DecisionRequest = Static<typeof DecisionRequest>;
export const DecisionAnswer = Type.Object({
  decision: Type.String(),
  /** Of a rule with versions: which one was asked. */
  rule: nullable(Code),
  version: nullable(Type.Integer()),
  asOf: Day,
  outputs: Type.Record(Type.String(), Type.Unknown()),
  rules: Type.Array(Type.Object({ id: Type.String(), index: Type.Integer() })),
  reason: Bilingual,
  warnings: Type.Array(Type.Object({ message: Bilingual, place: SourcePlace })),
  trace: Type.Optional(Type.Array(Type.Unknown())),
});
export type DecisionAnswer = Static<typeof DecisionAnswer>;
export const DecisionList = Type.Object({
  decisions: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      app: Code,
      rule: nullable(Code),
      inputs: Type.Array(Type.Object({ name: Type.String(), type: Type.String() })),
    }),
  ),
});
export type DecisionList = Static<typeof DecisionList>;
