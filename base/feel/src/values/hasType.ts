import { kindOfType, type ContextType, type FeelType, type FunctionType, type RangeType } from '../check/type.ts';
import {
  isContext,
  isList,
  isTagged,
  kindOf,
  type FeelContext,
  type FeelList,
  type FeelRange,
  type FeelValue,
} from './value.ts';
import { enterParts, leaveParts, startWalk, type Walk } from './walk.ts';

/** Whether a value is of a type (DMN 1.5, 10.3.2.9.1): null itself is only of `null`, but may stand for any item or entry. @throws feel.tooMuchWork for endless values. */
export function hasType(value: FeelValue, type: FeelType, walk?: Walk): boolean {
  if (type === 'any') return value !== null;
  if (typeof type === 'string') return kindOf(value) === type;
  if ('list' in type)
    return isList(value) && (type.list === 'any' || listHasType(value, type.list, walk ?? startWalk()));
  if ('range' in type) return isTagged(value) && value.kind === 'range' && rangeHasType(value, type);
  if ('function' in type) return isTagged(value) && value.kind === 'function' && callFits(value, type.function);
  return isContext(value) && contextHasType(value, type, walk ?? startWalk());
}

function listHasType(list: FeelList, item: FeelType, walk: Walk): boolean {
  enterParts(walk, list.length);
  const all = list.every((value) => fits(value, item, walk));
  leaveParts(walk);
  return all;
}

function contextHasType(context: FeelContext, type: ContextType, walk: Walk): boolean {
  const wanted = Object.entries(type.context);
  enterParts(walk, wanted.length);
  const all = wanted.every(([key, inner]) => {
    const entry = context.get(key);
    return entry !== undefined && fits(entry, inner, walk);
  });
  leaveParts(walk);
  return all;
}

function fits(value: FeelValue, type: FeelType, walk?: Walk): boolean {
  return value === null || hasType(value, type, walk);
}

function rangeHasType(range: FeelRange, type: RangeType): boolean {
  return [range.lowOpen ? null : range.low, range.highOpen ? null : range.high].every((end) => fits(end, type.range));
}

/** As many parameters, of types at least as wide, and a result at least as narrow; what is not known of the value is taken to fit. */
function callFits(value: Extract<FeelValue, { kind: 'function' }>, wanted: FunctionType['function']): boolean {
  if (value.parameters.length !== wanted.parameters.length) return false;
  const known = value.type;
  if (known === undefined) return true;
  return (
    conforms(known.result, wanted.result) &&
    wanted.parameters.every((parameter, index) => conforms(parameter, known.parameters[index] ?? 'any'))
  );
}

/** Whether every value of one type is of another (DMN 1.5, 10.3.2.9.2); an unknown type conforms to all. */
export function conforms(type: FeelType, to: FeelType): boolean {
  if (to === 'any' || type === 'any' || type === 'null' || type === to) return true;
  if (typeof type === 'string' || typeof to === 'string') return kindOfType(type) === to;
  if ('list' in type) return 'list' in to && conforms(type.list, to.list);
  if ('range' in type) return 'range' in to && conforms(type.range, to.range);
  if ('context' in type) {
    return (
      'context' in to &&
      Object.entries(to.context).every(([key, inner]) => {
        const own = type.context[key];
        return own !== undefined && conforms(own, inner);
      })
    );
  }
  return (
    'function' in to &&
    type.function.parameters.length === to.function.parameters.length &&
    conforms(type.function.result, to.function.result) &&
    to.function.parameters.every((parameter, index) => conforms(parameter, type.function.parameters[index] ?? 'any'))
  );
}
