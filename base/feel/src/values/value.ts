import type { FunctionType } from '../check/type.ts';
import type { Run } from '../evaluate/run.ts';
import { isExact, type Exact } from './exact.ts';

/** An offset in seconds, a named zone, or local. */
export type Zone =
  | { readonly at: 'local' }
  | { readonly at: 'offset'; readonly seconds: number }
  | { readonly at: 'zone'; readonly id: string };

export interface FeelTime {
  readonly kind: 'time';
  readonly plain: Temporal.PlainTime;
  readonly zone: Zone;
}
export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly plain: Temporal.PlainDateTime;
  /** Set for years past the calendar's: how many times 400 years lie between `plain` and the value (see farYear). */
  readonly cycles?: number;
  readonly zone: Zone;
}
export interface FeelDate {
  readonly kind: 'date';
  readonly plain: Temporal.PlainDate;
  readonly cycles?: number;
}
export interface YearsMonths {
  readonly kind: 'years and months duration';
  readonly months: number;
}
export interface DaysTime {
  readonly kind: 'days and time duration';
  readonly nanoseconds: bigint;
}
export interface FeelRange {
  readonly kind: 'range';
  /** Set for `(= x)` and `(!= x)`, whose ends are both x. */
  readonly operator?: '=' | '!=';
  readonly low: FeelValue;
  readonly high: FeelValue;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
  /** True at an end that was not given, as the low end of `(< 5)`. */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}
export interface FeelFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly string[];
  /** The types it was written with, where they are known. */
  readonly type?: FunctionType['function'];
  /** A function of FEEL itself works at the cost of the run that is given; others at that of the run that made them. */
  readonly call: (values: readonly FeelValue[], run?: Run) => FeelValue;
}
export type FeelList = readonly FeelValue[];
/** A Map and not an object, so that a key such as `constructor` is only a key. */
export type FeelContext = ReadonlyMap<string, FeelValue>;

export type FeelValue =
  | null
  | boolean
  | string
  | Exact
  | FeelDate
  | FeelTime
  | FeelDateTime
  | YearsMonths
  | DaysTime
  | FeelRange
  | FeelFunction
  | FeelList
  | FeelContext;

export type ValueKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'years and months duration'
  | 'days and time duration'
  | 'range'
  | 'function'
  | 'list'
  | 'context';

export function isList(value: FeelValue): value is FeelList {
  return Array.isArray(value);
}

export function isContext(value: FeelValue): value is FeelContext {
  return value instanceof Map;
}

type Tagged = Exclude<FeelValue, null | boolean | string | Exact | FeelList | FeelContext>;

/** The values that say what they are. */
export function isTagged(value: FeelValue): value is Tagged {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export function kindOf(value: FeelValue): ValueKind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (isExact(value)) return 'number';
  if (isList(value)) return 'list';
  if (isContext(value)) return 'context';
  return isTagged(value) ? value.kind : 'null';
}
