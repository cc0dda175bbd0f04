import { Type, type Static } from 'typebox';

const Text = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
const Code = Type.String({ pattern: '^[a-z][a-zA-Z0-9-]{0,59}$' });
/** Codes of observed properties may have a dot, as in pm2.5. */
const Property = Type.String({ pattern: '^[a-z][a-zA-Z0-9.-]{0,59}$' });
const RegionCode = Type.String({ pattern: '^[0-9]{6}$' });
const Organisation = Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*$' });
const strict = { additionalProperties: false };
const ProcessId = Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,79}$' });

/** `city.yaml`: the regions, the organisations and the accounts of a drill. */
export const CityFile = Type.Object(
  {
    code: RegionCode,
    name: Text,
    timeZone: Type.String(),
    /** Relative to the city's folder. */
    calendar: Type.String(),
    regions: Type.Array(
      Type.Object(
        {
          code: RegionCode,
          name: Text,
          /** Longitude and latitude (WGS-84) of the seat of the district's government: a fact that the schematic map is made from. */
          seat: Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })]),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    organisations: Type.Array(
      Type.Object({ path: Organisation, name: Text, region: RegionCode, team: Type.Optional(Code) }, strict),
      { minItems: 1 },
    ),
    /** The organisation on duty for a district, by code; `default` for the others. */
    duty: Organisation,
    demoAccounts: Type.Array(
      Type.Object(
        {
          account: Type.String({ pattern: '^[0-9]{6}$' }),
          role: Code,
          title: Text,
          region: RegionCode,
          organisation: Organisation,
        },
        strict,
      ),
    ),
  },
  strict,
);
export type CityFile = Static<typeof CityFile>;

/** `app.yaml`: what an application is, and which of its models begin a case. */
export const AppFile = Type.Object(
  {
    id: Code,
    name: Text,
    network: Type.Union([Type.Literal('serve'), Type.Literal('manage'), Type.Literal('oversee')]),
    /** Rows of the systems that the work report names, such as P6. */
    report: Type.Array(Type.String({ pattern: '^[A-Z][0-9]{1,2}$' }), { minItems: 1 }),
    /** Whoever has one of them sees the cases of the application, in the region or organisation that is theirs. */
    roles: Type.Array(Code, { minItems: 1 }),
    /** What people call them. */
    roleNames: Type.Optional(Type.Record(Code, Text)),
    /** The roles among them that answer for the cases as a whole: urge, assign, park, link, withdraw, reopen. */
    stewards: Type.Optional(Type.Array(Code)),
    /** The processes that people open cases of, with what they fill in; the others are begun by what the city senses. */
    opens: Type.Optional(
      Type.Array(
        Type.Object(
          {
            process: ProcessId,
            roles: Type.Array(Code, { minItems: 1 }),
            /** The organisation that answers for the case where no task says another. */
            organisation: Organisation,
            /** Of forms/: its fields are the first variables of the case. */
            form: Type.Optional(Code),
            /** The field that a case is called by; the name of the process where there is none. */
            title: Type.Optional(Code),
          },
          strict,
        ),
      ),
    ),
    /** Messages that people bring to a case that waits for them: an applicant's papers, a caller's rating. */
    tells: Type.Optional(
      Type.Array(
        Type.Object(
          {
            process: ProcessId,
            message: Type.String({ minLength: 1, maxLength: 80 }),
            name: Text,
            roles: Type.Array(Code, { minItems: 1 }),
            form: Type.Optional(Code),
          },
          strict,
        ),
      ),
    ),
    /** What happens when an indicator leaves its band. */
    onCrossing: Type.Optional(Type.Object({ decision: Code, process: Code }, strict)),
  },
  strict,
);
export type AppFile = Static<typeof AppFile>;

const Limits = Type.Object({ low: Type.Optional(Type.Number()), high: Type.Optional(Type.Number()) }, strict);

/** A target that stands in the city's work report: `report/YEAR.json` of the city's folder, by what it states. */
export const ReportTargetFile = Type.Object(
  {
    /** The year in which the report was given. */
    report: Type.Integer({ minimum: 1949, maximum: 2200 }),
    /** Words that the metric holds, all of them, set apart by blanks: 断面水质 达标率. */
    metric: Type.String({ minLength: 1, pattern: '\\S' }),
    /** A target unless told. */
    kind: Type.Optional(Type.Union([Type.Literal('fact'), Type.Literal('target')])),
    period: Type.Optional(Type.String({ pattern: '^[0-9]{4}(-[0-9]{4})?$' })),
    change: Type.Optional(Type.String({ minLength: 1 })),
    /** The target is a mean over a year, whatever span the sign's value is of. */
    average: Type.Optional(Type.Literal('year')),
  },
  strict,
);
export type ReportTargetFile = Static<typeof ReportTargetFile>;

/** `indicators/*.yaml`: a vital sign (体征). */
export const IndicatorFile = Type.Object(
  {
    code: Property,
    name: Text,
    definition: Text,
    /** As it is printed behind the value, such as μg/m³. */
    unit: Type.String(),
    decimals: Type.Integer({ minimum: 0, maximum: 6 }),
    direction: Type.Union([Type.Literal('lower-is-better'), Type.Literal('higher-is-better'), Type.Literal('range')]),
    /** The SensorThings observed property that it is computed from. */
    observedProperty: Property,
    /**
     * How a district's value is made of its things; `worst` is the one farthest out of band, or nearest to a limit; `share` is the percentage
     * of the things whose value keeps the threshold.
     */
    aggregation: Type.Union([
      Type.Literal('mean'),
      Type.Literal('max'),
      Type.Literal('min'),
      Type.Literal('worst'),
      Type.Literal('share'),
    ]),
    /** Of a share: the range that a thing's value must keep to count, in the unit of what is observed. */
    threshold: Type.Optional(Limits),
    /** The range that is right; a value outside is ■ 超期 and begins a case. */
    band: Limits,
    /** Inside the band, but past these it is ▲ 临期. */
    warn: Limits,
    /** How far back inside the band a value must come before it counts as back, in the indicator's unit. */
    hysteresis: Type.Number({ minimum: 0 }),
    silentAfterMinutes: Type.Integer({ minimum: 1, maximum: 10_080 }),
    responsible: Organisation,
    /** What is to be reached: referred to in the work report, or given here with its source. */
    target: Type.Optional(
      Type.Union([Type.Object({ value: Type.Number(), text: Text, source: Text }, strict), ReportTargetFile]),
    ),
    standard: Type.Optional(Type.String()),
  },
  strict,
);
export type IndicatorFile = Static<typeof IndicatorFile>;

/** `forms/*.json`: the part of a form-js schema that is drawn and checked. */
export const FormFile = Type.Object({
  type: Type.Literal('default'),
  id: Code,
  components: Type.Array(
    Type.Object({
      key: Code,
      type: Type.Union([
        Type.Literal('textfield'),
        Type.Literal('textarea'),
        Type.Literal('number'),
        Type.Literal('select'),
        Type.Literal('checkbox'),
        Type.Literal('filepicker'),
      ]),
      /** Chinese; the English stands in properties.en. */
      label: Type.String({ minLength: 1 }),
      properties: Type.Object({ en: Type.String({ minLength: 1 }) }),
      /** It shows the variable of its key, and is not filled in. */
      readonly: Type.Optional(Type.Boolean()),
      validate: Type.Optional(
        Type.Object({
          required: Type.Optional(Type.Boolean()),
          min: Type.Optional(Type.Number()),
          max: Type.Optional(Type.Number()),
          maxLength: Type.Optional(Type.Integer()),
        }),
      ),
      values: Type.Optional(
        Type.Array(
          Type.Object({ value: Type.String(), label: Type.String(), properties: Type.Object({ en: Type.String() }) }),
        ),
      ),
    }),
  ),
});
export type FormFile = Static<typeof FormFile>;

const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const ColumnName = Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,59}$' });
const column = { name: ColumnName, label: Text, unit: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })) };
/** True where nobody can change it, such as the day of registration. */
const fixed = { fixed: Type.Optional(Type.Boolean()) };

/** `registers/*.yaml`: a register (名录): what is known of each entity. */
export const RegisterFile = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
    name: Text,
    /** The name of the input data of rules that stands for one entity. */
    input: Type.String({ minLength: 1, maxLength: 40 }),
    columns: Type.Array(
      Type.Union([
        Type.Object(
          {
            ...column,
            ...fixed,
            type: Type.Literal('number'),
            decimals: Type.Integer({ minimum: 0, maximum: 6 }),
            /** Bounds in the unit itself, not scaled. */
            min: Type.Number(),
            max: Type.Number(),
          },
          strict,
        ),
        Type.Object({ ...column, ...fixed, type: Type.Literal('boolean') }, strict),
        Type.Object({ ...column, ...fixed, type: Type.Literal('date') }, strict),
        Type.Object(
          {
            ...column,
            ...fixed,
            type: Type.Literal('string'),
            values: Type.Optional(
              Type.Array(Type.Object({ value: Type.String(), label: Text }, strict), { minItems: 1 }),
            ),
          },
          strict,
        ),
      ]),
      { minItems: 1, maxItems: 400 },
    ),
  },
  strict,
);
export type RegisterFile = Static<typeof RegisterFile>;

/** `rules/*.yaml`: a rule: its decisions in versions that follow each other in time. */
export const RuleFile = Type.Object(
  {
    code: Code,
    name: Text,
    summary: Text,
    organisation: Organisation,
    /** An example that is no real policy, which is said wherever it is shown. */
    example: Type.Boolean(),
    matching: Type.Optional(
      Type.Object({ register: Type.String(), eligible: Type.String(), amount: Type.Optional(Type.String()) }, strict),
    ),
    versions: Type.Array(
      Type.Object({ from: Day, until: Type.Optional(Day), model: Type.String({ pattern: '\\.dmn$' }) }, strict),
      { minItems: 1 },
    ),
  },
  strict,
);
export type RuleFile = Static<typeof RuleFile>;

/** `rules/CODE.tests.yaml`: what a rule is to decide. */
export const RuleTestFile = Type.Object(
  {
    cases: Type.Array(
      Type.Object(
        {
          name: Text,
          asOf: Type.Optional(Day),
          given: Type.Record(Type.String(), Type.Unknown()),
          decision: Type.String(),
          expect: Type.Unknown(),
        },
        strict,
      ),
      { minItems: 1, maxItems: 2000 },
    ),
  },
  strict,
);
export type RuleTestFile = Static<typeof RuleTestFile>;
