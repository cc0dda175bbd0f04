import type { DurationSummary } from './durations.ts';

/** A length of time as the wall clock shows it, and as the working calendar counts it; both in minutes. */
export interface Times {
  readonly calendar: DurationSummary;
  readonly working: DurationSummary;
}

/** What was mined of one node. Times belong to the step and its role: never to a person. */
export interface MinedNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  /** How often a token went through it; a user task: how often it was completed. */
  readonly passed: number;
  /** Tasks that ended without being completed. */
  readonly cancelled: number;
  /** Of a user task: created → taken, nobody having it. */
  readonly waiting: Times | null;
  /** Of a user task: taken → completed. */
  readonly work: Times | null;
  /** Of another node where a token rests: came → left. */
  readonly stay: Times | null;
  /** Completed more than once in a case: in how many cases, and how many times too often. */
  readonly again: { readonly cases: number; readonly times: number };
  /** Its part of the time of all nodes, by the wall clock, 0 to 1. */
  readonly share: number;
}

export interface MinedFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** It leads back to a node that was on the way to it. */
  readonly back: boolean;
}

/** One way through the process, of closed cases. */
export interface MinedVariant {
  /** Ids of what was completed, in order. */
  readonly path: readonly string[];
  /** True where only the beginning of a very long way is told apart. */
  readonly cut: boolean;
  /** Ids of the flows that its first case took. */
  readonly flows: readonly string[];
  readonly cases: number;
  /** Of all closed cases, 0 to 1. */
  readonly share: number;
  /** From opening to closing. */
  readonly time: Times;
}

export interface MinedProcess {
  readonly cases: { readonly all: number; readonly closed: number; readonly withdrawn: number };
  readonly events: number;
  /** From opening to closing, of closed cases. */
  readonly time: Times | null;
  readonly nodes: readonly MinedNode[];
  readonly flows: readonly MinedFlow[];
  /** The most frequent first. */
  readonly variants: readonly MinedVariant[];
  /** Closed cases that go another way than those told, and how many ways these are; `atLeast`: more than were told apart. */
  readonly otherVariants: { readonly cases: number; readonly variants: number; readonly atLeast: boolean };
  /** The node where most of the time goes; null where none was measured. */
  readonly bottleneck: {
    readonly node: string;
    readonly share: number;
    readonly part: 'waiting' | 'work' | 'stay';
  } | null;
}
