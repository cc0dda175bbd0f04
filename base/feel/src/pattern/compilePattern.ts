import type { CharacterSet } from './characterSet.ts';
import type { Pattern, PatternNode } from './parsePattern.ts';

/** One step of the matcher; `to` and the like are places in the program. */
export type Step =
  | { readonly op: 'set'; readonly set: CharacterSet }
  /** As many of a set as there are, or as few as will do, from none to a most. */
  | { readonly op: 'run'; readonly set: CharacterSet; readonly most: number; readonly greedy: boolean }
  | { readonly op: 'split'; to: number; other: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  /** Marks where an iteration begins, and leaves the loop after one that took nothing. */
  | { readonly op: 'mark'; readonly slot: number }
  | { readonly op: 'moved'; readonly slot: number }
  | { readonly op: 'start' }
  | { readonly op: 'end' }
  | { readonly op: 'again'; readonly group: number }
  | { readonly op: 'match' };

export interface Program {
  readonly steps: readonly Step[];
  readonly groups: number;
  /** Captures, two each with the whole match first, then the marks of loops. */
  readonly slots: number;
  readonly lines: boolean;
  readonly ignoreCase: boolean;
  readonly remembers: boolean;
  /** Only a match at the very start is possible. */
  readonly anchored: boolean;
}

const maxSteps = 20_000;

/** Undefined where counted repetitions make it too large. */
export function compilePattern(pattern: Pattern): Program | undefined {
  const steps: Step[] = [];
  let slots = (pattern.groups + 1) * 2;
  let remembers = true;

  const emit = (node: PatternNode): void => {
    if (steps.length > maxSteps) return;
    switch (node.kind) {
      case 'set':
        steps.push({ op: 'set', set: node.set });
        return;
      case 'start':
      case 'end':
        steps.push({ op: node.kind });
        return;
      case 'again':
        // Whether it fits depends on what the group took: the same place may fail once and fit later.
        remembers = false;
        steps.push({ op: 'again', group: node.group });
        return;
      case 'group':
        steps.push({ op: 'save', slot: node.index * 2 });
        emit(node.inner);
        steps.push({ op: 'save', slot: node.index * 2 + 1 });
        return;
      case 'sequence':
        for (const part of node.parts) emit(part);
        return;
      case 'choice':
        emitChoice(node.branches);
        return;
      case 'repeat':
        emitRepeat(node);
    }
  };

  const emitChoice = (branches: readonly PatternNode[]): void => {
    const jumps: { op: 'jump'; to: number }[] = [];
    for (const [index, branch] of branches.entries()) {
      if (index === branches.length - 1) {
        emit(branch);
        break;
      }
      const split = { op: 'split' as const, to: steps.length + 1, other: 0 };
      steps.push(split);
      emit(branch);
      const jump = { op: 'jump' as const, to: 0 };
      steps.push(jump);
      jumps.push(jump);
      split.other = steps.length;
    }
    for (const jump of jumps) jump.to = steps.length;
  };

  const emitRepeat = ({ inner, least, most, greedy }: Extract<PatternNode, { kind: 'repeat' }>): void => {
    if (inner.kind === 'set') {
      for (let count = 0; count < least; count += 1) emit(inner);
      if (most > least) steps.push({ op: 'run', set: inner.set, most: most - least, greedy });
      return;
    }
    for (let count = 0; count < least && steps.length <= maxSteps; count += 1) emit(inner);
    if (most === Infinity) {
      emitLoop(inner, greedy);
      return;
    }
    const splits: { op: 'split'; to: number; other: number }[] = [];
    for (let count = least; count < most && steps.length <= maxSteps; count += 1) {
      const split = { op: 'split' as const, to: steps.length + 1, other: 0 };
      steps.push(split);
      splits.push(split);
      emit(inner);
    }
    for (const split of splits) leave(split, steps.length, greedy);
  };

  const emitLoop = (inner: PatternNode, greedy: boolean): void => {
    const slot = slots;
    slots += 1;
    const head = steps.length;
    const split = { op: 'split' as const, to: head + 1, other: 0 };
    steps.push(split, { op: 'mark', slot });
    emit(inner);
    steps.push({ op: 'moved', slot }, { op: 'jump', to: head });
    leave(split, steps.length, greedy);
  };

  steps.push({ op: 'save', slot: 0 });
  emit(pattern.root);
  steps.push({ op: 'save', slot: 1 }, { op: 'match' });
  if (steps.length > maxSteps) return undefined;
  const anchored = startsAtStart(pattern.root) && !pattern.lines;
  const { groups, lines, ignoreCase } = pattern;
  return { steps, groups, slots, lines, ignoreCase, remembers, anchored };
}

/** The way past a repetition comes second where it is greedy, first where it is not. */
function leave(split: { to: number; other: number }, past: number, greedy: boolean): void {
  if (greedy) split.other = past;
  else [split.other, split.to] = [split.to, past];
}

function startsAtStart(node: PatternNode): boolean {
  if (node.kind === 'start') return true;
  if (node.kind === 'group') return startsAtStart(node.inner);
  if (node.kind === 'choice') return node.branches.every(startsAtStart);
  return node.kind === 'sequence' && node.parts[0] !== undefined && startsAtStart(node.parts[0]);
}
