export {
  parseExpression,
  parseUnaryTests,
  placeOf,
  type Expression,
  type ParseOptions,
} from './parse/parseExpression.ts';
export type { Variables } from './parse/syntaxTree.ts';
export { evaluate, evaluateWithin, type EvaluateOptions, type Evaluated } from './evaluate/evaluate.ts';
export {
  binding,
  enter,
  leave,
  spend,
  startRun,
  within,
  type EvaluationWarning,
  type Run,
  type Scope,
  type TraceHook,
} from './evaluate/run.ts';
export type { TypeMistake } from './check/inferTypes.ts';
export { findType, kindOfType, typeText, type FeelType } from './check/type.ts';
export { findNearest } from './check/suggest.ts';
export { conforms, hasType } from './values/hasType.ts';
export { coerce } from './values/coerce.ts';
export { externalFunction } from './functions/externalFunction.ts';
export { equalValues, compareValues } from './values/compareValues.ts';
export {
  add,
  compareExact,
  divide,
  exactOf,
  exactText,
  findExact,
  findInteger,
  findScaled,
  isExact,
  multiply,
  negate,
  roundTo,
  subtract,
  toNumber,
  type Exact,
  type Rounding,
} from './values/exact.ts';
export { toFeel, fromFeel, type Json } from './values/json.ts';
export { nested as feelText } from './values/valueText.ts';
export { findDate, findDateTime, findDuration, findTime } from './values/parseTemporal.ts';
export {
  isContext,
  isList,
  kindOf,
  type FeelContext,
  type FeelDateTime,
  type FeelFunction,
  type FeelList,
  type FeelRange,
  type FeelValue,
  type ValueKind,
} from './values/value.ts';
export type { FeelNode } from './tree.ts';
export { placeAt, type Origin, type Place } from './place.ts';
