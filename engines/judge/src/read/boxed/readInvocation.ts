import { childrenOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../../faults.ts';
import type { Binding, Invocation } from '../../model.ts';
import { isLogic, readLogic, readLogicIn } from '../readLogic.ts';
import { inside, named, required, requiredChild, type LogicReading } from '../reading.ts';
import { boxedHead } from './boxedHead.ts';

/** @throws judge.malformed for a parameter that is bound twice. */
export function readInvocation(element: XmlElement, reading: LogicReading): Invocation {
  const bindings: Binding[] = [];
  for (const part of childrenOf(element, 'binding')) {
    const variable = requiredChild(part, 'parameter', reading.file);
    const parameter = required(variable, 'name', reading.file);
    if (bindings.some((binding) => binding.parameter === parameter)) {
      throw faults.malformed({ ...named(part, reading.file), what: `the parameter ${parameter} is bound twice` });
    }
    const typed = reading.types.typed(variable.attributes['typeRef'], variable);
    const logic = part.children.find(isLogic);
    bindings.push({
      parameter,
      ...typed,
      ...(logic === undefined ? {} : { logic: readLogic(logic, inside(reading, {}, parameter, typed)) }),
    });
  }
  return {
    kind: 'invocation',
    ...boxedHead(element, reading),
    callee: readLogicIn(element, inside(reading)),
    bindings,
  };
}
