import { foldCase } from './characterSet.ts';
import type { Program } from './compilePattern.ts';

/** A match: where each group begins and ends in the characters, the whole first; -1 where a group took no part. */
export type Match = Int32Array;

/** Called now and then with the work done since; throws where it is too much. */
export type Spend = (steps: number) => void;

/** Steps of one search after which failures are remembered, so that no place is tried twice. */
const patience = 4096;
/** Most places remembered: 4 MB. */
const maxRemembered = 32_000_000;
/** Most places to come back to at one time. */
const maxPending = 4_000_000;

/**
 * The first match at or after a place, the leftmost, by the order of the alternatives.
 *
 * A machine with its own stack: a long text can not overflow the platform's. Without back-references the cost is at
 * most (steps of the program × characters), as a step that failed at a place is not tried there again; with them it can
 * explode, and `spend` ends it.
 */
export function findMatch(program: Program, codes: Uint32Array, from: number, spend: Spend): Match | undefined {
  const search = new Search(program, codes, spend);
  const last = program.anchored ? 0 : codes.length;
  for (let start = from; start <= last; start += 1) {
    const match = search.at(start);
    if (match !== undefined) return match;
  }
  search.settle();
  return undefined;
}

/** Kinds of entries on the stack, each three numbers: the kind or the step, and two of its own. */
const restore = -1;
/** In place of a count: this run takes one character more, then goes on as if it began. */
const oneMore = -1;

class Search {
  readonly #program: Program;
  readonly #codes: Uint32Array;
  readonly #spend: Spend;
  readonly #slots: Int32Array;
  #stack: number[] = [];
  #steps = 0;
  #counted = 0;
  #failed: Uint8Array | undefined;

  constructor(program: Program, codes: Uint32Array, spend: Spend) {
    this.#program = program;
    this.#codes = codes;
    this.#spend = spend;
    this.#slots = new Int32Array(program.slots).fill(-1);
  }

  settle(): void {
    this.#spend(Math.ceil((this.#steps - this.#counted) / 16));
    this.#counted = this.#steps;
  }

  at(start: number): Match | undefined {
    const stack = this.#stack;
    this.#slots.fill(-1);
    stack.length = 0;
    stack.push(0, start, 0);
    while (stack.length > 0) {
      const extra = stack.pop() ?? 0;
      const at = stack.pop() ?? 0;
      const step = stack.pop() ?? 0;
      if (step === restore) {
        this.#slots[at] = extra;
        continue;
      }
      if (this.#run(step, at, extra)) {
        this.settle();
        return this.#slots.slice(0, (this.#program.groups + 1) * 2);
      }
    }
    return undefined;
  }

  /** Goes on from a step until it matches or fails; alternatives are left on the stack. */
  #run(first: number, from: number, extra: number): boolean {
    const { steps, lines } = this.#program;
    const codes = this.#codes;
    const slots = this.#slots;
    const stack = this.#stack;
    let [at, pc, left] = [from, first, extra];
    while (true) {
      this.#steps += 1;
      if (this.#steps - this.#counted > 1024) this.#check();
      // A run that was come back to has been here before by nature; all others only once.
      if (left === 0 && this.#failed !== undefined && this.#seen(pc, at)) return false;
      const step = steps[pc];
      if (step === undefined) return false;
      switch (step.op) {
        case 'set':
          if (at >= codes.length || !step.set(codes[at] ?? 0)) return false;
          at += 1;
          pc += 1;
          break;
        case 'run': {
          if (this.#failed !== undefined && step.most === Infinity && left <= 0) {
            // One at a time, so that each place of the run is tried once however often it is come to.
            if (left === oneMore || step.greedy) {
              if (at < codes.length && step.set(codes[at] ?? 0)) {
                if (left !== oneMore) stack.push(pc + 1, at, 0);
                at += 1;
              } else if (left === oneMore) return false;
              else pc += 1;
            } else {
              stack.push(pc, at, oneMore);
              pc += 1;
            }
            left = 0;
            break;
          }
          const taken = left === 0 ? this.#take(step, at) : this.#retake(step, at, left - 1);
          left = 0;
          if (taken < 0) return false;
          // `left` is one more than how many the next try takes.
          if (step.greedy ? taken > 0 : taken < step.most)
            stack.push(pc, at, (step.greedy ? taken - 1 : taken + 1) + 1);
          at += taken;
          pc += 1;
          break;
        }
        case 'split':
          stack.push(step.other, at, 0);
          pc = step.to;
          break;
        case 'jump':
          pc = step.to;
          break;
        case 'save':
        case 'mark':
          stack.push(restore, step.slot, slots[step.slot] ?? -1);
          slots[step.slot] = at;
          pc += 1;
          break;
        case 'moved':
          // An iteration that took nothing ends its loop: the step after the jump back.
          pc += slots[step.slot] === at ? 2 : 1;
          break;
        case 'start':
          if (at !== 0 && !(lines && codes[at - 1] === 0xa && at < codes.length)) return false;
          pc += 1;
          break;
        case 'end':
          if (at !== codes.length && !(lines && codes[at] === 0xa)) return false;
          pc += 1;
          break;
        case 'again': {
          const length = this.#repeats(step.group, at);
          if (length < 0) return false;
          at += length;
          pc += 1;
          break;
        }
        case 'match':
          return true;
      }
    }
  }

  /** How many characters a run takes at first: all it can, or none. */
  #take(step: { set: (code: number) => boolean; most: number; greedy: boolean }, at: number): number {
    const codes = this.#codes;
    const most = step.greedy ? Math.min(step.most, codes.length - at) : 0;
    let taken = 0;
    while (taken < most && step.set(codes[at + taken] ?? 0)) taken += 1;
    this.#steps += taken;
    return taken;
  }

  /** One fewer of a greedy run is known to fit; one more of another has to be looked at. */
  #retake(step: { set: (code: number) => boolean; greedy: boolean }, at: number, taken: number): number {
    if (step.greedy) return taken;
    const last = at + taken - 1;
    return last < this.#codes.length && step.set(this.#codes[last] ?? 0) ? taken : -1;
  }

  /** The length of a group's text where it stands again; 0 where it took no part (F&O 3.1, 5.6.1), -1 where it does not. */
  #repeats(group: number, at: number): number {
    const [begin, end] = [this.#slots[group * 2] ?? -1, this.#slots[group * 2 + 1] ?? -1];
    if (begin < 0 || end < begin) return 0;
    const length = end - begin;
    if (at + length > this.#codes.length) return -1;
    this.#steps += length;
    for (let index = 0; index < length; index += 1) {
      const [a, b] = [this.#codes[begin + index] ?? 0, this.#codes[at + index] ?? 0];
      if (a !== b && !(this.#program.ignoreCase && foldCase(a) === foldCase(b))) return -1;
    }
    return length;
  }

  #check(): void {
    this.settle();
    if (this.#stack.length > maxPending) this.#spend(Infinity);
    if (this.#steps > patience && this.#program.remembers && this.#failed === undefined) {
      const places = this.#program.steps.length * (this.#codes.length + 1);
      if (places > maxRemembered) return;
      this.#spend(Math.ceil(places / 4096));
      this.#failed = new Uint8Array((places >> 3) + 1);
    }
  }

  /** Whether the step was tried at this place, which it is from now on: had it led to a match, the search would be over. */
  #seen(pc: number, at: number): boolean {
    const place = pc * (this.#codes.length + 1) + at;
    const [byte, bit] = [place >> 3, 1 << (place & 7)];
    const failed = this.#failed;
    if (failed === undefined) return false;
    if (((failed[byte] ?? 0) & bit) !== 0) return true;
    failed[byte] = (failed[byte] ?? 0) | bit;
    return false;
  }
}
