import { findNearest } from '@yiwang/feel';
import { faults } from '../faults.ts';
import type { Decision, DecisionModel } from '../model.ts';

/** By id or else by name. @throws judge.unknownDecision with the nearest known one. */
export function getDecision({ decisions, file }: DecisionModel, id: string): Decision {
  const found = decisions.find((one) => one.id === id) ?? decisions.find(({ name }) => name === id);
  if (found !== undefined) return found;
  const near = findNearest(
    id,
    decisions.map((one) => one.id),
  );
  throw faults.unknownDecision({
    file,
    id,
    suggestionZh: near === undefined ? '' : `是否应为“${near}”？`,
    suggestionEn: near === undefined ? '' : `Did you mean “${near}”?`,
  });
}
