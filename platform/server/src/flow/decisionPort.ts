import type { App } from '@yiwang/appkit';
import type { DecisionPort } from '@yiwang/handle';
import { decide } from '@yiwang/judge';
import { serverFaults as faults } from '../faults.ts';

/** Finds the decision that a process names among the models of all applications, and takes it. @throws server.noDecision */
export function createDecisionPort(apps: readonly App[]): DecisionPort {
  const models = new Map(
    apps.flatMap(({ decisions }) =>
      decisions.flatMap(({ value }) => value.decisions.map((decision) => [decision.id, value] as const)),
    ),
  );
  return (decision, variables) => {
    const model = models.get(decision);
    if (model === undefined) throw faults.noDecision({ decision });
    const { outputs, reason, rules } = decide(model, decision, variables, { trace: 'none' });
    return { outputs, reason, rules: rules.map(({ id }) => id) };
  };
}
