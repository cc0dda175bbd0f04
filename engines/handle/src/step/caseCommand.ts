import type { JsonObject } from '../json.ts';
import type { CaseLink } from './caseState.ts';

/** Who gives a command: a person by account number, or a part of the system. */
export interface Actor {
  /** `account:100012` or `system:flow`, as entries name it. */
  readonly actor: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

export interface NewEvidence {
  readonly task?: string;
  readonly hash: string;
  readonly type: string;
  readonly size: number;
  readonly name: string;
}

/** What the reducer can be told by people. */
export type PeopleAct =
  | { readonly do: 'claim'; readonly task: string }
  | { readonly do: 'release'; readonly task: string }
  | { readonly do: 'assign'; readonly task: string; readonly organisation?: string; readonly account?: string }
  | { readonly do: 'delegate'; readonly task: string; readonly account: string }
  | { readonly do: 'transfer'; readonly task: string; readonly organisation: string }
  | { readonly do: 'return'; readonly task: string; readonly to: string }
  | { readonly do: 'addSigner'; readonly task: string; readonly organisation: string; readonly account?: string }
  | { readonly do: 'complete'; readonly task: string; readonly form: JsonObject }
  | { readonly do: 'addEvidence'; readonly evidence: NewEvidence }
  | { readonly do: 'begin'; readonly scope: number; readonly element: string }
  | { readonly do: 'suspendClock'; readonly task?: string; readonly clock?: number }
  | { readonly do: 'resumeClock'; readonly task?: string; readonly clock?: number }
  | { readonly do: 'extend'; readonly clock: number; readonly amount: number }
  | { readonly do: 'decideExtension'; readonly request: number; readonly granted: boolean }
  | { readonly do: 'urge' }
  | { readonly do: 'supervise' }
  | { readonly do: 'park' }
  | { readonly do: 'unpark' }
  | { readonly do: 'link'; readonly link: CaseLink }
  | { readonly do: 'mergeInto'; readonly link: CaseLink }
  | { readonly do: 'withdraw' }
  | { readonly do: 'reopen'; readonly element?: string }
  | { readonly do: 'retry'; readonly incident: number };

/** What the reducer can be told. */
export type Act =
  | PeopleAct
  | { readonly do: 'start'; readonly variables: JsonObject; readonly node?: string }
  | { readonly do: 'seeAgain' }
  | { readonly do: 'correlate'; readonly message: string; readonly variables: JsonObject }
  | { readonly do: 'signal'; readonly signal: string; readonly variables: JsonObject }
  | { readonly do: 'answer'; readonly token: number; readonly variables: JsonObject; readonly error?: string }
  | { readonly do: 'fireTimer'; readonly timer: number; readonly dueAt: Date }
  | { readonly do: 'setVariables'; readonly variables: JsonObject }
  | { readonly do: 'raiseIncident'; readonly token: number; readonly code: string; readonly detail: string };

export interface CaseCommand {
  readonly by: Actor;
  /** Why; needed for suspending, withdrawing, assigning anew and the like. */
  readonly reason: string | null;
  readonly act: Act;
}

/** What follows from a step outside the case; it is carried out after the step is stored, and again if that fails. */
export type Effect =
  | { readonly do: 'call'; readonly token: number; readonly operation: string; readonly input: JsonObject }
  | { readonly do: 'message'; readonly name: string; readonly variables: JsonObject }
  | { readonly do: 'signal'; readonly name: string; readonly variables: JsonObject };
