import {
  placeOf,
  startRun,
  type Expression,
  type FeelDateTime,
  type FeelNode,
  type FeelValue,
  type Place,
  type Run,
} from '@yiwang/feel';
import type { Decision, InputData } from '../model.ts';
import type { TraceStep } from './trace.ts';
import { valueWarning, warning, type DecisionWarning, type WarningKind } from './warning.ts';

const maxWarnings = 100;
/** Steps of a full trace that are kept; a loop may have a million. */
const maxTraceSteps = 10_000;

/** One run of `decide`: what it may still spend, what it noticed, what it watches. */
export interface Taking {
  readonly feel: Run;
  readonly warnings: DecisionWarning[];
  readonly trace: 'none' | 'tables' | 'full';
  /** Of the decision being taken, where each part is watched. */
  steps: TraceStep[];
  stepsLeft: number;
}

/** What decisions see: what was given, and what was taken already. A service that is called has its own. */
export interface Frame {
  readonly taking: Taking;
  /** Inputs, and decisions whose results the caller gives. */
  readonly given: (element: InputData | Decision) => FeelValue | undefined;
  readonly taken: Map<Decision, FeelValue>;
}

export function startTaking(trace: Taking['trace'], maxSteps?: number, now?: FeelDateTime): Taking {
  const taking: Taking = {
    feel: startRun(
      maxSteps,
      trace === 'full'
        ? (node: FeelNode, value, expression) => {
            if (taking.stepsLeft === 0) return;
            taking.stepsLeft -= 1;
            taking.steps.push({ ...headOf(node, expression), value });
          }
        : undefined,
      now,
    ),
    warnings: [],
    trace,
    steps: [],
    stepsLeft: maxTraceSteps,
  };
  return taking;
}

const heads = new WeakMap<FeelNode, Omit<TraceStep, 'value'>>();

/** Where a node stands is found once: texts are cut and lines counted for it. */
function headOf(node: FeelNode, expression: Expression): Omit<TraceStep, 'value'> {
  const known = heads.get(node);
  if (known !== undefined) return known;
  const text = expression.text.slice(node.from, node.to);
  const head = { kind: node.kind, text, place: placeOf(expression, node) };
  heads.set(node, head);
  return head;
}

/** Notes something a person should know, and gives the null that follows from it. */
export function nullWith(taking: Taking, kind: WarningKind, zh: string, en: string, place: Place): null {
  if (taking.warnings.length < maxWarnings) taking.warnings.push(warning(kind, zh, en, place));
  return null;
}

/** Takes over what FEEL noticed since it was last asked. */
export function collectWarnings({ feel, warnings }: Taking): void {
  if (feel.warnings.length === 0) return;
  for (const { expression, node, zh, en } of feel.warnings) {
    if (warnings.length < maxWarnings) warnings.push(valueWarning({ node, zh, en, place: placeOf(expression, node) }));
  }
  feel.warnings.length = 0;
}
