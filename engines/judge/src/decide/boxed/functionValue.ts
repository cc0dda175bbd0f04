import { within, type FeelFunction, type FeelType, type FeelValue, type Scope } from '@yiwang/feel';
import type { BoxedFunction } from '../../model.ts';
import { functionShape } from '../../read/shapeOf.ts';
import { unfitArgument } from '../callable.ts';
import { conform } from '../conform.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import { isFunction } from '../isFunction.ts';
import type { Taking } from '../taking.ts';

/** A function that keeps the names in reach where it was written; an argument of another type makes the call null. */
export function functionValue(logic: BoxedFunction, scope: () => Scope, taking: Taking, name: string): FeelFunction {
  const { parameters, body, external, place } = logic;
  const call = (values: readonly FeelValue[]): FeelValue => {
    const given = new Map<string, FeelValue>();
    for (const [index, parameter] of parameters.entries()) {
      const value = values[index] ?? null;
      const fitting = conform(value, parameter);
      if (fitting === undefined) return unfitArgument(value, parameter, parameter.name, place, taking);
      given.set(parameter.name, fitting);
    }
    const value = evaluateLogic(body, within(scope(), given), taking);
    // The body of an external function is the literal function that it stands for.
    return external && isFunction(value) ? value.call([...given.values()]) : value;
  };
  const shape = shapeOnce(logic);
  return {
    kind: 'function',
    name,
    parameters: parameters.map((parameter) => parameter.name),
    ...(typeof shape === 'object' && 'function' in shape ? { type: shape.function } : {}),
    call,
  };
}

const shapes = new WeakMap<BoxedFunction, FeelType>();

function shapeOnce(logic: BoxedFunction): FeelType {
  let shape = shapes.get(logic);
  if (shape === undefined) {
    shape = functionShape(logic);
    shapes.set(logic, shape);
  }
  return shape;
}
