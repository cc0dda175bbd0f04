import type { FeelType } from '@yiwang/feel';
import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../../faults.ts';
import type { BoxedContext, ContextEntry, Logic } from '../../model.ts';
import { readLogicIn } from '../readLogic.ts';
import { inside, named, placeOf, required, type LogicReading } from '../reading.ts';
import { shapeOf } from '../shapeOf.ts';
import { boxedHead } from './boxedHead.ts';

/** Each entry sees the ones before it; one without a variable is the result, and the last. @throws judge.malformed */
export function readContext(element: XmlElement, reading: LogicReading): BoxedContext {
  const head = boxedHead(element, reading);
  const names: Record<string, FeelType> = {};
  const entries: ContextEntry[] = [];
  let result: Logic | undefined;
  for (const part of childrenOf(element, 'contextEntry')) {
    if (result !== undefined) throw faults.malformed({ ...named(part, reading.file), what: 'it follows the result' });
    const variable = childOf(part, 'variable');
    if (variable === undefined) {
      result = readLogicIn(part, inside(reading, names, reading.resultName, reading.resultType));
      continue;
    }
    const name = required(variable, 'name', reading.file);
    if (Object.hasOwn(names, name))
      throw faults.malformed({ ...named(part, reading.file), what: `two entries ${name}` });
    const typed = reading.types.typed(variable.attributes['typeRef'], variable);
    const logic = readLogicIn(part, inside(reading, names, name, typed));
    entries.push({ name, ...typed, logic, place: placeOf(part, reading.file) });
    names[name] = typed.type === 'any' ? shapeOf(logic) : typed.type;
  }
  return { kind: 'context', ...head, entries, ...(result === undefined ? {} : { result }) };
}
