import type { JsonObject } from '@yiwang/handle';
import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false };
const Text = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, strict);
const Code = Type.String({ pattern: '^[a-z][a-zA-Z0-9-]{0,59}$' });
const RegionCode = Type.String({ pattern: '^[0-9]{6}$' });
const Organisation = Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*$' });
const ElementId = Type.String({ minLength: 1, maxLength: 80 });
const Scalar = Type.Union([Type.Number(), Type.String(), Type.Boolean(), Type.Null()]);
const Values = Type.Unsafe<JsonObject>(Type.Record(Type.String(), Type.Unknown()));
/** The city's own time, to the minute: `2026-03-02T09:00`. */
const LocalTime = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$' });
const Light = Type.Union([Type.Literal('ok'), Type.Literal('due'), Type.Literal('over')]);

/** Who acts: an account by its number, the roles that it has, and the organisation it is in. */
const Player = Type.Object(
  { account: Type.String({ pattern: '^[0-9]{6}$' }), roles: Type.Array(Code), organisation: Organisation },
  strict,
);

/**
 * What every act may say: `as` whom (a name of the cast, or a player; who opened the case unless told), with which
 * `reason`, and the code of the fault by which it is to be `refused`; nothing has happened then.
 */
const act = {
  as: Type.Optional(Type.Union([Type.String({ minLength: 1 }), Player])),
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  refused: Type.Optional(Type.String({ pattern: '^[a-z]+\\.[a-zA-Z]+$' })),
};
const account = Type.String({ pattern: '^[0-9]{6}$' });

/** An act on an open task, by the id of its element; where several are open, the first that the player may do. */
const onTask = { task: ElementId, ...act };
const TaskStep = Type.Union([
  Type.Object({ do: Type.Literal('claim'), ...onTask }, strict),
  Type.Object({ do: Type.Literal('release'), ...onTask }, strict),
  Type.Object({ do: Type.Literal('complete'), ...onTask, form: Type.Optional(Values) }, strict),
  Type.Object(
    {
      do: Type.Literal('assign'),
      ...onTask,
      organisation: Type.Optional(Organisation),
      account: Type.Optional(account),
    },
    strict,
  ),
  Type.Object({ do: Type.Literal('delegate'), ...onTask, account }, strict),
  Type.Object({ do: Type.Literal('transfer'), ...onTask, organisation: Organisation }, strict),
  /** 退回: to a task that was done before. */
  Type.Object({ do: Type.Literal('return'), ...onTask, to: ElementId }, strict),
  /** 加签. */
  Type.Object(
    { do: Type.Literal('addSigner'), ...onTask, organisation: Organisation, account: Type.Optional(account) },
    strict,
  ),
  /** A photo is stored with the case; a form names it by `file`. */
  Type.Object({ do: Type.Literal('addPhoto'), ...onTask, file: Type.String({ minLength: 1, maxLength: 80 }) }, strict),
]);

/** An act on a clock, by the id of the element that sets the limit; that of the process is the case's own. */
const onClock = { clock: ElementId, ...act };
const ClockStep = Type.Union([
  Type.Object({ do: Type.Literal('suspend'), ...onClock }, strict),
  Type.Object({ do: Type.Literal('resume'), ...onClock }, strict),
  /** In the unit of the clock; where the model says who approves, anybody else's is a request. */
  Type.Object({ do: Type.Literal('extend'), ...onClock, amount: Type.Number({ exclusiveMinimum: 0 }) }, strict),
  /** Answers the request that is open for the clock. */
  Type.Object({ do: Type.Literal('decideExtension'), ...onClock, granted: Type.Boolean() }, strict),
]);

const CaseStep = Type.Union([
  Type.Object({ do: Type.Literal('urge'), ...act }, strict),
  Type.Object({ do: Type.Literal('supervise'), ...act }, strict),
  Type.Object({ do: Type.Literal('park'), ...act }, strict),
  Type.Object({ do: Type.Literal('unpark'), ...act }, strict),
  Type.Object({ do: Type.Literal('withdraw'), ...act }, strict),
  Type.Object({ do: Type.Literal('reopen'), ...act, task: Type.Optional(ElementId) }, strict),
  /** Begins an activity of the ad-hoc subprocess that is open. */
  Type.Object({ do: Type.Literal('begin'), ...act, element: ElementId }, strict),
  Type.Object({ do: Type.Literal('message'), ...act, name: Type.String(), variables: Type.Optional(Values) }, strict),
  Type.Object({ do: Type.Literal('signal'), ...act, name: Type.String(), variables: Type.Optional(Values) }, strict),
  /** The answer to the first call of that operation that waits for one. */
  Type.Object(
    {
      do: Type.Literal('answer'),
      ...act,
      operation: Type.String(),
      variables: Type.Optional(Values),
      error: Type.Optional(Type.String()),
    },
    strict,
  ),
  Type.Object({ do: Type.Literal('set'), ...act, variables: Values }, strict),
]);

/** Time passes, and every timer goes off in its order: for an ISO duration, to a time, or until a clock warns or is due. */
const TimeStep = Type.Union([
  Type.Object({ wait: Type.String({ pattern: '^P(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?)?$' }) }, strict),
  Type.Object({ until: LocalTime }, strict),
  Type.Object({ until: Type.Union([Type.Literal('warn'), Type.Literal('due')]), clock: ElementId }, strict),
]);

/** An open task by the id of its element, or by that and more of it; `holder` is an account, null where nobody has claimed it. */
const TaskExpectation = Type.Union([
  ElementId,
  Type.Object(
    {
      task: ElementId,
      organisation: Type.Optional(Organisation),
      role: Type.Optional(Code),
      holder: Type.Optional(Type.Union([account, Type.Null()])),
      due: Type.Optional(Type.Union([LocalTime, Type.Null()])),
      /** Its variables, those of its own instance first. */
      sees: Type.Optional(Values),
    },
    strict,
  ),
]);

const ClockExpectation = Type.Object(
  {
    /** Null while it stands still. */
    due: Type.Optional(Type.Union([LocalTime, Type.Null()])),
    state: Type.Optional(
      Type.Union([Type.Literal('running'), Type.Literal('suspended'), Type.Literal('stopped'), Type.Literal('none')]),
    ),
    light: Type.Optional(Light),
  },
  strict,
);

/** What must hold now; what isn't named is not looked at. */
const Expectation = Type.Object(
  {
    /** All open tasks, in any order. */
    tasks: Type.Optional(Type.Array(TaskExpectation)),
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed')])),
    /** How it ended; null while it is open. */
    outcome: Type.Optional(
      Type.Union([
        Type.Literal('completed'),
        Type.Literal('withdrawn'),
        Type.Literal('failed'),
        Type.Literal('merged'),
        Type.Null(),
      ]),
    ),
    /** By the id of the element that sets the limit; the newest where there are several. */
    clocks: Type.Optional(Type.Record(ElementId, ClockExpectation)),
    /** The worst of all clocks that are not stopped. */
    light: Type.Optional(Light),
    /** Of the case, and in each the whole value. */
    variables: Type.Optional(Values),
    /** Names of the messages that the case sent out since it began. */
    sent: Type.Optional(Type.Array(Type.String())),
    /** Ids of the rules that matched when the decision was taken last. */
    decided: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
    /** How often tokens came to an element, by its id: 0 is a way that was not taken; an event counts as it lets one go on. */
    passed: Type.Optional(Type.Record(ElementId, Type.Integer({ minimum: 0 }))),
    /** How often something happened since the case began, by kind: `{task.returned: 1}`. */
    happened: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 0 }))),
  },
  strict,
);
export type Expectation = Static<typeof Expectation>;

const Step = Type.Union([TaskStep, ClockStep, CaseStep, TimeStep, Type.Object({ expect: Expectation }, strict)]);
export type Step = Static<typeof Step>;
export type ActStep = Extract<Step, { readonly do: string }>;
export type TimeStep = Static<typeof TimeStep>;
export type Player = Static<typeof Player>;

const Run = Type.Object(
  {
    name: Text,
    process: Type.String({ minLength: 1 }),
    /** When it is opened. */
    at: LocalTime,
    /** By whom: a name of the cast, or a player. */
    by: Type.Union([Type.String({ minLength: 1 }), Player]),
    region: RegionCode,
    /** The organisation that answers for the case where no task says another. */
    home: Organisation,
    variables: Type.Optional(Values),
    /** The message that opens it, where the process begins with one. */
    message: Type.Optional(Type.String()),
    steps: Type.Array(Step, { minItems: 1, maxItems: 500 }),
  },
  strict,
);
export type Run = Static<typeof Run>;

/**
 * `scenarios/*.yaml`. `cases` are for decisions: given facts, what the rules must say. `runs` are for processes: a case is
 * opened on a clock that stands until the scenario moves it, people act, time passes, and what must hold is compared.
 */
export const ScenarioFile = Type.Object(
  {
    name: Text,
    cases: Type.Optional(
      Type.Array(
        Type.Object(
          { given: Type.Record(Type.String(), Scalar), decision: Code, expect: Type.Record(Type.String(), Scalar) },
          strict,
        ),
        { minItems: 1 },
      ),
    ),
    /** Players by a name that steps use. */
    cast: Type.Optional(Type.Record(Type.String(), Player)),
    runs: Type.Optional(Type.Array(Run, { minItems: 1, maxItems: 200 })),
  },
  { ...strict, minProperties: 2 },
);
export type ScenarioFile = Static<typeof ScenarioFile>;
