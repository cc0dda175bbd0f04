import { feelText, fromFeel, isContext, isList, type FeelValue, type Json, type Place } from '@yiwang/feel';
import type { TableTrace } from './applyTable.ts';
import type { DecisionTrace } from './trace.ts';

export interface DecisionTraceJson {
  readonly decision: string;
  readonly value: Json;
  readonly table?: TableTrace;
  readonly steps?: readonly {
    readonly kind: string;
    readonly text: string;
    readonly place: Place;
    readonly value: Json;
  }[];
}

/** Items of a value that a step shows whole; the same long list may be the value of a thousand steps. */
const maxItems = 20;

/** A trace as it goes to another program: the values of steps as JSON, long ones only named with their length. */
export function traceJson(trace: readonly DecisionTrace[]): DecisionTraceJson[] {
  return trace.map(({ steps, ...rest }) =>
    steps === undefined ? rest : { ...rest, steps: steps.map((step) => ({ ...step, value: shortJson(step.value) })) },
  );
}

function shortJson(value: FeelValue): Json {
  if (isList(value) && (value.length > maxItems || value.some(isLarge))) return `list of ${value.length}`;
  if (isContext(value) && (value.size > maxItems || [...value.values()].some(isLarge)))
    return `context of ${value.size}`;
  return typeof value === 'object' && value !== null && 'kind' in value ? feelText(value) : fromFeel(value);
}

/** Lists in lists in lists are not looked through. */
function isLarge(value: FeelValue): boolean {
  if (isList(value)) return value.length > maxItems || value.some((item) => isList(item) || isContext(item));
  return (
    isContext(value) && (value.size > maxItems || [...value.values()].some((item) => isList(item) || isContext(item)))
  );
}
