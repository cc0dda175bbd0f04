import type { DecisionAnswer } from '@yiwang/contract';
import { decide } from '@yiwang/judge';
import type { KnownDecision } from './decisionCatalogue.ts';

export interface Asked {
  readonly known: KnownDecision;
  readonly input: Readonly<Record<string, unknown>>;
  readonly asOf: string;
  readonly trace: boolean;
}

/** Takes a decision as of a day; rules that have an input `asOf` see that day unless the caller gives another. */
export function decisionAnswer({ known, input, asOf, trace }: Asked): DecisionAnswer {
  const { model, decision, rule, version } = known;
  const given = Object.hasOwn(input, 'asOf') ? input : { ...input, asOf };
  const taken = decide(model, decision.id, given, { trace: trace ? 'tables' : 'none' });
  return {
    decision: decision.id,
    rule,
    version,
    asOf,
    outputs: taken.outputs,
    rules: [...taken.rules],
    reason: taken.reason,
    warnings: taken.warnings.map(({ message, place }) => ({ message, place })),
    ...(trace ? { trace: [...taken.trace] } : {}),
  };
}
