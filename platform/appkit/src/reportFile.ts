import { figuresFormat, themes } from '@yiwang/extract';
import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false };
const Span = { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 1 }) };
const Place = Type.Object(Span, strict);
/** A name or a few words; no sentence of a report is kept in a city's folder. */
const Words = Type.String({ maxLength: 60, pattern: '^[^。！？；\\n]*$' });
const Id = (letter: string) => Type.String({ pattern: `^${letter}[1-9][0-9]{0,5}$` });
const Period = Type.Union([Type.String({ pattern: '^[0-9]{4}(-[0-9]{4})?$' }), Type.Null()]);
const Value = Type.Union([Type.Number(), Type.Array(Type.Number(), { maxItems: 20 }), Type.Null()]);
const Kind = Type.Union([Type.Literal('fact'), Type.Literal('target')]);
const Confidence = Type.Number({ minimum: 0, maximum: 1 });

const Figure = Type.Object(
  {
    id: Id('s'),
    kind: Kind,
    section: Words,
    period: Period,
    metric: Words,
    value: Value,
    unit: Words,
    valueSi: Value,
    unitSi: Words,
    comparator: Type.Union(
      (['eq', 'ge', 'gt', 'le', 'lt', 'approx'] as const).map((comparator) => Type.Literal(comparator)),
    ),
    change: Type.Union(
      (['level', 'increase', 'decrease', 'growth_rate', 'cumulative', 'rank', 'share', 'ratio'] as const).map(
        (change) => Type.Literal(change),
      ),
    ),
    span: Place,
    quote: Place,
    confidence: Confidence,
    cue: Type.Optional(Words),
    modality: Type.Optional(Words),
    qualifier: Type.Optional(Words),
    baseline: Type.Optional(Words),
    direction: Type.Optional(Type.Union([Type.Literal('up'), Type.Literal('down')])),
    from: Type.Optional(Type.Number()),
    to: Type.Optional(Type.Number()),
    distributive: Type.Optional(Type.Tuple([Type.Integer(), Type.Integer()])),
    range: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
    per: Type.Optional(Words),
    reference: Type.Optional(Words),
    streak: Type.Optional(Type.Boolean()),
    annualised: Type.Optional(Type.Boolean()),
    role: Type.Optional(Type.Literal('condition')),
    soft: Type.Optional(Type.Boolean()),
    ambiguity: Type.Optional(Id('a')),
  },
  strict,
);

const count = Type.Integer({ minimum: 0 });

/** `report/<year>.json`: the figures of a work report (政府工作报告), made by `./yiwang read FILE --figures`. */
export const ReportFile = Type.Object(
  {
    format: Type.Literal(figuresFormat),
    title: Words,
    year: Type.Integer({ minimum: 1949, maximum: 2200 }),
    source: Type.Object(
      { hash: Type.String({ pattern: '^[0-9a-f]{64}$' }), length: Type.Integer({ minimum: 1 }) },
      strict,
    ),
    counts: Type.Object({ facts: count, targets: count, systems: count, links: count, ambiguities: count }, strict),
    sections: Type.Array(
      Type.Object(
        {
          ...Span,
          path: Words,
          level: Type.Integer({ minimum: 1, maximum: 9 }),
          heading: Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }, strict),
          topic: Type.Union(themes.map(({ code }) => Type.Literal(code))),
          kind: Type.Union([Kind, Type.Null()]),
          period: Period,
        },
        strict,
      ),
    ),
    statements: Type.Array(Figure),
    systems: Type.Array(
      Type.Object(
        {
          id: Id('y'),
          name: Words,
          category: Type.Union(
            (
              [
                'network',
                'platform',
                'application',
                'mechanism',
                'framework',
                'model',
                'programme',
                'index',
                'list',
                'code',
              ] as const
            ).map((category) => Type.Literal(category)),
          ),
          section: Words,
          span: Place,
          mentions: Type.Array(Place),
          confidence: Confidence,
        },
        strict,
      ),
    ),
    links: Type.Array(
      Type.Object({ id: Id('l'), fact: Id('s'), target: Id('s'), metric: Words, confidence: Confidence }, strict),
    ),
    ambiguities: Type.Array(
      Type.Object(
        {
          id: Id('a'),
          span: Place,
          readings: Type.Array(
            Type.Object(
              {
                text: Words,
                confidence: Confidence,
                reason: Type.Object({ zh: Type.String(), en: Type.String() }, strict),
                statements: Type.Array(Figure),
              },
              strict,
            ),
            { minItems: 2 },
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type ReportFile = Static<typeof ReportFile>;
