import type { JsonObject } from '../json.ts';

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

/** What the reducer can be told. */
export type Act =
  | { readonly do: 'start'; readonly variables: JsonObject }
  | { readonly do: 'seeAgain' }
  | { readonly do: 'claim'; readonly task: string }
  | { readonly do: 'assign'; readonly task: string; readonly organisation?: string; readonly account?: string }
  | { readonly do: 'complete'; readonly task: string; readonly form: JsonObject }
  | { readonly do: 'addEvidence'; readonly evidence: NewEvidence }
  | { readonly do: 'correlate'; readonly message: string; readonly variables: JsonObject }
  | { readonly do: 'fireTimer'; readonly timer: number; readonly dueAt: Date }
  | { readonly do: 'setVariables'; readonly variables: JsonObject }
  | { readonly do: 'suspendClock'; readonly task: string }
  | { readonly do: 'resumeClock'; readonly task: string }
  | { readonly do: 'withdraw' };

export interface CaseCommand {
  readonly by: Actor;
  /** Why; needed for suspending, withdrawing and assigning anew. */
  readonly reason: string | null;
  readonly act: Act;
}
