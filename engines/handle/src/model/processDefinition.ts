import type { Bilingual } from '@yiwang/messages';
import type { Expression } from './expression.ts';

/** A field of a task's form, after form-js; what is sent is checked against it on the server. */
export interface FormField {
  readonly key: string;
  readonly label: Bilingual;
  readonly type: FormFieldType;
  /** A required checkbox must be ticked; a required photo must be stored with the case first. */
  readonly required: boolean;
  /** Characters at the most, of a text. */
  readonly maxLength: number;
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly FormOption[];
  /** It shows a variable of its name, and takes nothing. */
  readonly readonly?: boolean;
}

export const formFieldTypes = ['textfield', 'textarea', 'number', 'select', 'checkbox', 'photo'] as const;
export type FormFieldType = (typeof formFieldTypes)[number];

export interface FormOption {
  readonly value: string;
  readonly label: Bilingual;
}

export const clockUnits = ['workingMinutes', 'calendarMinutes', 'workingDays', 'calendarDays'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** How long a case, a stage or a task may take, by law: a budget in a unit, and what may be added to it. */
export interface ClockRule {
  readonly unit: ClockUnit;
  readonly budget: Expression;
  /** In the same unit; undefined where it can't be extended. */
  readonly maxExtension: Expression | undefined;
  /** Who approves an extension; undefined: whoever may ask. */
  readonly extensionRole: string | undefined;
  /** The share of the budget after which it shows ▲ (临期). */
  readonly warnAt: number;
}

/** When a timer goes off, counted from when its element was entered; `clock` follows the clock of its activity or scope. */
export type TimerRule =
  | { readonly by: 'duration'; readonly duration: Expression }
  | { readonly by: 'date'; readonly at: Expression }
  /** `R3/PT10S`: again and again, `times` undefined for ever. */
  | { readonly by: 'cycle'; readonly times: number | undefined; readonly iso: string }
  | { readonly by: 'minutes'; readonly minutes: Expression }
  | { readonly by: 'clock'; readonly moment: 'warn' | 'due' };

/** What an event waits for or does. `code` undefined catches every error or escalation. */
export type EventDefinition =
  | { readonly is: 'timer'; readonly timer: TimerRule }
  | { readonly is: 'message'; readonly name: string }
  | { readonly is: 'signal'; readonly name: string }
  | { readonly is: 'error'; readonly code: string | undefined }
  | { readonly is: 'escalation'; readonly code: string | undefined }
  | { readonly is: 'conditional'; readonly condition: Expression }
  | { readonly is: 'link'; readonly name: string }
  | { readonly is: 'compensation'; readonly activity: string | undefined }
  | { readonly is: 'terminate' }
  | { readonly is: 'cancel' };

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly line: number;
  /** Id of the process or subprocess that it stands in. */
  readonly scope: string;
  /** Ids of sequence flows, in document order. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
}

/** A value that goes into an activity under a name, or out of it. */
export interface Mapping {
  readonly source: Expression;
  readonly target: string;
}

export interface StandardLoop {
  readonly is: 'loop';
  readonly testBefore: boolean;
  readonly most: number | undefined;
  readonly condition: Expression | undefined;
}

export interface MultiInstance {
  readonly is: 'multi';
  readonly sequential: boolean;
  readonly cardinality: Expression | undefined;
  readonly collection: Expression | undefined;
  /** The variable that holds the item of the collection in each instance. */
  readonly item: string | undefined;
  /** The variable that gathers what each instance gave, in order. */
  readonly results: string | undefined;
  readonly completion: Expression | undefined;
  /** Events that are thrown as instances complete, for the boundary of the activity. */
  readonly throws: readonly {
    readonly when: 'first' | 'each' | Expression;
    readonly events: readonly EventDefinition[];
  }[];
}

export interface Activity extends Node {
  readonly loop: StandardLoop | MultiInstance | undefined;
  /** Ids of boundary events. */
  readonly boundary: readonly string[];
  readonly clock: ClockRule | undefined;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** The flow that is taken when no condition holds. */
  readonly defaultFlow: string | undefined;
  /** It runs only to undo another activity. */
  readonly isForCompensation: boolean;
  /** The activity that undoes this one. */
  readonly compensatedBy: string | undefined;
  /** Tokens that must come before it starts, and that it gives when it ends. */
  readonly startQuantity: number;
  readonly completionQuantity: number;
}

export interface UserTask extends Activity {
  readonly kind: 'userTask';
  readonly candidateRole: string | undefined;
  readonly candidateOrganisation: Expression | undefined;
  readonly assignee: Expression | undefined;
  readonly skill: string | undefined;
  readonly form: string | undefined;
  readonly fields: readonly FormField[];
  /** The task whose last completer may not do this one (四眼). */
  readonly notBy: string | undefined;
}

export interface BusinessRuleTask extends Activity {
  readonly kind: 'businessRuleTask';
  readonly decision: string;
  /** The variable that takes all outputs; without it each output is a variable of its own. */
  readonly result: string | undefined;
}

export interface ScriptTask extends Activity {
  readonly kind: 'scriptTask';
  readonly script: Expression;
  /** The variable that takes the value; without it a context gives each of its entries. */
  readonly result: string | undefined;
}

/** A call of something outside; the token waits until it is answered. */
export interface ServiceTask extends Activity {
  readonly kind: 'serviceTask';
  readonly operation: string;
}

export interface SendTask extends Activity {
  readonly kind: 'sendTask';
  readonly message: string;
}

export interface ReceiveTask extends Activity {
  readonly kind: 'receiveTask';
  readonly message: string;
}

export interface PlainTask extends Activity {
  readonly kind: 'task' | 'manualTask';
}

export interface SubProcess extends Activity {
  readonly kind: 'subProcess';
  readonly variant: 'embedded' | 'event' | 'adHoc' | 'transaction';
  /** Of an ad-hoc one: when it is over; without it, when all that began has ended. */
  readonly completion: Expression | undefined;
  readonly cancelRemaining: boolean;
  readonly ordering: 'parallel' | 'sequential';
  /** Of an ad-hoc one: its activities begin only when somebody begins them. */
  readonly byHand: boolean;
}

export interface CallActivity extends Activity {
  readonly kind: 'callActivity';
  /** Id of a process or global task of the same file. */
  readonly calls: string;
}

export interface StartEvent extends Node {
  readonly kind: 'startEvent';
  readonly events: readonly EventDefinition[];
  readonly parallelMultiple: boolean;
  /** Of an event subprocess: what it stands in ends when it starts. */
  readonly interrupting: boolean;
}

export interface EndEvent extends Node {
  readonly kind: 'endEvent';
  readonly events: readonly EventDefinition[];
}

export interface CatchEvent extends Node {
  readonly kind: 'catchEvent';
  readonly events: readonly EventDefinition[];
  readonly parallelMultiple: boolean;
}

export interface ThrowEvent extends Node {
  readonly kind: 'throwEvent';
  readonly events: readonly EventDefinition[];
}

export interface BoundaryEvent extends Node {
  readonly kind: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly events: readonly EventDefinition[];
  readonly parallelMultiple: boolean;
}

export interface Gateway extends Node {
  readonly kind: 'exclusiveGateway' | 'inclusiveGateway';
  readonly defaultFlow: string | undefined;
}

export interface ComplexGateway extends Node {
  readonly kind: 'complexGateway';
  readonly defaultFlow: string | undefined;
  /** Sees `activationCount`; without it all incoming flows are waited for. */
  readonly activation: Expression | undefined;
}

export interface ForkGateway extends Node {
  readonly kind: 'parallelGateway';
}

export interface EventBasedGateway extends Node {
  readonly kind: 'eventBasedGateway';
}

export type ActivityNode =
  | UserTask
  | BusinessRuleTask
  | ScriptTask
  | ServiceTask
  | SendTask
  | ReceiveTask
  | PlainTask
  | SubProcess
  | CallActivity;

export type FlowNode =
  | ActivityNode
  | StartEvent
  | EndEvent
  | CatchEvent
  | ThrowEvent
  | BoundaryEvent
  | Gateway
  | ComplexGateway
  | ForkGateway
  | EventBasedGateway;

export interface SequenceFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition: Expression | undefined;
}

/** A process or subprocess: what begins when it is entered, and what listens while it is open. */
export interface ScopeDefinition {
  readonly id: string;
  /** Node ids that get a token on entry: plain start events, or whatever has no way in. */
  readonly starts: readonly string[];
  /** Ids of event subprocesses. */
  readonly listeners: readonly string[];
  readonly clock: ClockRule | undefined;
  /** A tag for each data object and property: variables that belong to this scope alone. */
  readonly variables: readonly string[];
}

/** What opens a case by itself: a start event of the process that is not plain. */
export interface Opening {
  readonly node: string;
  readonly events: readonly EventDefinition[];
}

/** A process that this engine can run: every element in it is known, and every reference leads somewhere. */
export interface ProcessDefinition {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** SHA-256 of the XML, in hexadecimal. */
  readonly checksum: string;
  readonly xml: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  /** By element id; the process itself under its own id. */
  readonly scopes: ReadonlyMap<string, ScopeDefinition>;
  readonly openings: readonly Opening[];
  /** Columns of the case that follow its variables. */
  readonly columns: {
    readonly grade: Expression | undefined;
    readonly lead: Expression | undefined;
    readonly team: Expression | undefined;
  };
}

const activities: ReadonlySet<FlowNode['kind']> = new Set([
  'task',
  'manualTask',
  'userTask',
  'businessRuleTask',
  'scriptTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'subProcess',
  'callActivity',
]);

export function isActivity(node: FlowNode | undefined): node is ActivityNode {
  return node !== undefined && activities.has(node.kind);
}
