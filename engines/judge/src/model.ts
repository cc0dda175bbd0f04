import type { Fault } from '@yiwang/faults';
import type { Expression, FeelType, Place } from '@yiwang/feel';

/** A DMN model that was read and checked; pure data, shared freely. */
export interface DecisionModel {
  readonly file: string;
  readonly name: string;
  readonly namespace: string;
  readonly inputs: readonly InputData[];
  /** Each after the ones it requires. */
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly KnowledgeModel[];
  readonly services: readonly DecisionService[];
  readonly items: readonly ItemDefinition[];
  readonly imports: readonly ModelImport[];
}

/**
 * Another model whose elements this one uses. Expressions see them under the import's name (`limits.Maximum`), or
 * directly where the name is empty.
 */
export interface ModelImport {
  readonly name: string;
  readonly namespace: string;
  readonly model: DecisionModel;
  readonly place: Place;
}

/**
 * The id of an element that is required: of this model, or `namespace#id` of an imported one. `findElement` of
 * `read/findElement.ts` follows it.
 */
export type ElementReference = string;

/** What a `typeRef` says. */
export interface Typed {
  /** Its shape, for the checker of expressions. */
  readonly type: FeelType;
  /** The item definition it names, with the values it allows; absent for a type of FEEL itself. */
  readonly item?: ItemDefinition;
}

export interface InputData extends Typed {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
}

/** What elements that hold logic require. */
export interface Requirements {
  readonly requiredDecisions: readonly ElementReference[];
  readonly requiredInputs: readonly ElementReference[];
  /** Knowledge models and services, which the logic calls as functions. */
  readonly requiredKnowledge: readonly ElementReference[];
}

export interface Decision extends Typed, Requirements {
  readonly id: string;
  readonly name: string;
  /** The name under which other decisions see the result. */
  readonly variable: string;
  readonly logic: Logic;
  readonly place: Place;
}

/** A business knowledge model: a named function. */
export interface KnowledgeModel extends Typed {
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  readonly requiredKnowledge: readonly ElementReference[];
  /** Its encapsulated logic; refused logic where it could not be read. */
  readonly logic: BoxedFunction | RefusedLogic;
  readonly place: Place;
}

/** Decisions offered as one function: its parameters are the input data, then the input decisions, in their order. */
export interface DecisionService extends Typed {
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  /** Whose results come out: the value itself for one, a context by variable for more. */
  readonly outputDecisions: readonly ElementReference[];
  readonly encapsulatedDecisions: readonly ElementReference[];
  /** Decisions whose results the caller gives; they are not taken. */
  readonly inputDecisions: readonly ElementReference[];
  readonly inputData: readonly ElementReference[];
  readonly place: Place;
}

/** A type of the model's own. */
export interface ItemDefinition {
  readonly name: string;
  /** Its shape: what is left without the allowed values. */
  readonly type: FeelType;
  /** A list of what the rest says. */
  readonly collection: boolean;
  /** The item definition it refines. */
  readonly base?: ItemDefinition;
  /** The fields of a structure; empty for a simple type. */
  readonly components: readonly ItemDefinition[];
  /** Unary tests about `?`: each single value; of a collection each item. */
  readonly allowedValues?: Expression;
  /** Unary tests about `?`: the whole value, of a collection the list. */
  readonly typeConstraint?: Expression;
  readonly place: Place;
}

/** What a decision, a knowledge model, or any part of boxed logic is made of. Every kind may hold any other. */
export type Logic =
  | DecisionTable
  | LiteralExpression
  | BoxedContext
  | Relation
  | BoxedList
  | Invocation
  | BoxedFunction
  | Conditional
  | BoxedFilter
  | BoxedFor
  | BoxedQuantified
  | RefusedLogic;

interface Boxed extends Typed {
  readonly id: string;
  readonly place: Place;
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** In either orientation, and cross tables: rules are rules however they are drawn. */
export interface DecisionTable extends Boxed {
  readonly kind: 'decisionTable';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly Rule[];
}

export interface TableInput extends Typed {
  readonly id: string;
  /** What the reader sees; `水位 (m) | Water level (m)` gives both languages and the unit. */
  readonly label: string;
  readonly expression: Expression;
  /** Unary tests about `?`: the values that the column knows; another makes the whole table null. */
  readonly values?: Expression;
}

export interface TableOutput extends Typed {
  readonly name: string;
  /** The allowed values in order of priority. */
  readonly values: readonly Expression[];
  readonly otherwise?: Expression;
}

export interface Rule {
  readonly id: string;
  /** From 1, as people count rows. */
  readonly index: number;
  readonly conditions: readonly Expression[];
  readonly results: readonly Expression[];
  /** The rule's annotation, `zh | en`; empty where there is none. */
  readonly annotation: string;
  readonly place: Place;
}

export interface LiteralExpression extends Boxed {
  readonly kind: 'literalExpression';
  readonly expression: Expression;
}

/** Entries in order, each seeing those before it. With a result entry the value is that result; else a context. */
export interface BoxedContext extends Boxed {
  readonly kind: 'context';
  readonly entries: readonly ContextEntry[];
  readonly result?: Logic;
}

export interface ContextEntry extends Typed {
  readonly name: string;
  readonly logic: Logic;
  readonly place: Place;
}

/** A list of contexts, as a table of rows. */
export interface Relation extends Boxed {
  readonly kind: 'relation';
  readonly columns: readonly RelationColumn[];
  readonly rows: readonly (readonly Logic[])[];
}

export interface RelationColumn extends Typed {
  readonly name: string;
}

export interface BoxedList extends Boxed {
  readonly kind: 'list';
  readonly items: readonly Logic[];
}

/** A call by parameter name. */
export interface Invocation extends Boxed {
  readonly kind: 'invocation';
  readonly callee: Logic;
  readonly bindings: readonly Binding[];
}

export interface Binding extends Typed {
  readonly parameter: string;
  /** Absent: null is given. */
  readonly logic?: Logic;
}

/** A function; one of `external` is a context that names a Java class and a method, of which well-known pure ones are known. */
export interface BoxedFunction extends Boxed {
  readonly kind: 'function';
  readonly parameters: readonly FunctionParameter[];
  readonly body: Logic;
  readonly external: boolean;
}

export interface FunctionParameter extends Typed {
  readonly name: string;
}

export interface Conditional extends Boxed {
  readonly kind: 'conditional';
  readonly condition: Logic;
  readonly consequent: Logic;
  readonly alternative: Logic;
}

/** Keeps the items of a list for which `match` is true; it sees the item and its fields. */
export interface BoxedFilter extends Boxed {
  readonly kind: 'filter';
  readonly source: Logic;
  readonly match: Logic;
}

/** Gives a list: `body` for each item of `source` under the name `variable`. */
export interface BoxedFor extends Boxed {
  readonly kind: 'for';
  readonly variable: string;
  readonly source: Logic;
  readonly body: Logic;
}

export interface BoxedQuantified extends Boxed {
  readonly kind: 'quantified';
  readonly quantifier: 'some' | 'every';
  readonly variable: string;
  readonly source: Logic;
  readonly condition: Logic;
}

/** Logic that was refused but kept, where the reader asked for `refused: 'null'`: it evaluates to null with this fault as warning. */
export interface RefusedLogic {
  readonly kind: 'refused';
  readonly fault: Fault;
}
