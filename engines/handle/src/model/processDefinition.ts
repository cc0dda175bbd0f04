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
}

export const formFieldTypes = ['textfield', 'textarea', 'number', 'select', 'checkbox', 'photo'] as const;
export type FormFieldType = (typeof formFieldTypes)[number];

export interface FormOption {
  readonly value: string;
  readonly label: Bilingual;
}

/** How long a task may take: minutes of the working calendar, or plain ones. */
export interface TimeLimit {
  readonly unit: 'working' | 'calendar';
  readonly minutes: Expression;
}

/** When a timer goes off, counted from when its element was entered; `clock` follows the task's clock, stops included. */
export type TimerRule =
  | { readonly by: 'duration'; readonly iso: string }
  | { readonly by: 'minutes'; readonly minutes: Expression }
  | { readonly by: 'date'; readonly at: Date }
  | { readonly by: 'clock'; readonly moment: 'warn' | 'due' };

interface Node {
  readonly id: string;
  readonly name: string;
  readonly line: number;
  /** Ids of sequence flows, in document order. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
}

export interface UserTask extends Node {
  readonly kind: 'userTask';
  readonly candidateRole: string | undefined;
  readonly candidateOrganisation: Expression | undefined;
  readonly form: string | undefined;
  readonly fields: readonly FormField[];
  readonly limit: TimeLimit | undefined;
  /** The task whose last completer may not do this one (four eyes). */
  readonly notBy: string | undefined;
  /** Ids of boundary events. */
  readonly boundary: readonly string[];
}

export interface BusinessRuleTask extends Node {
  readonly kind: 'businessRuleTask';
  readonly decision: string;
  /** The variable that takes all outputs; without it each output is a variable of its own. */
  readonly result: string | undefined;
}

export interface TimerCatch extends Node {
  readonly kind: 'timerCatch';
  readonly timer: TimerRule;
}

export interface MessageCatch extends Node {
  readonly kind: 'messageCatch';
  /** The name of the message, not the id of its element. */
  readonly message: string;
}

export interface BoundaryTimer extends Node {
  readonly kind: 'boundaryTimer';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly timer: TimerRule;
}

export interface ExclusiveGateway extends Node {
  readonly kind: 'exclusiveGateway';
  readonly defaultFlow: string | undefined;
}

export interface EndEvent extends Node {
  readonly kind: 'endEvent';
  /** Ends the whole case, whatever else is still open in it; else only the token that came. */
  readonly terminates: boolean;
}

export type FlowNode =
  | (Node & { readonly kind: 'startEvent' | 'parallelGateway' })
  | EndEvent
  | UserTask
  | BusinessRuleTask
  | TimerCatch
  | MessageCatch
  | BoundaryTimer
  | ExclusiveGateway;

export interface SequenceFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition: Expression | undefined;
}

/** A process that this engine can run: every element in it is known, and every reference leads somewhere. */
export interface ProcessDefinition {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** SHA-256 of the XML, in hexadecimal. */
  readonly checksum: string;
  readonly xml: string;
  readonly start: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  /** Columns of the case that follow its variables. */
  readonly columns: {
    readonly grade: Expression | undefined;
    readonly lead: Expression | undefined;
    readonly team: Expression | undefined;
  };
}
