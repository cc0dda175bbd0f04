import type { XmlElement } from '@yiwang/xml';
import type { BoxedFor, BoxedQuantified, Logic } from '../../model.ts';
import { readLogicIn } from '../readLogic.ts';
import { inside, required, requiredChild, type LogicReading } from '../reading.ts';
import { itemType, shapeOf } from '../shapeOf.ts';
import { boxedHead } from './boxedHead.ts';

/** The body also sees `partial`, the list of the results so far. */
export function readFor(element: XmlElement, reading: LogicReading): BoxedFor {
  const { variable, source, inner } = readIterator(element, reading);
  const body = readLogicIn(requiredChild(element, 'return', reading.file), inside(inner, { partial: { list: 'any' } }));
  return { kind: 'for', ...boxedHead(element, reading), variable, source, body };
}

export function readQuantified(element: XmlElement, reading: LogicReading): BoxedQuantified {
  const { variable, source, inner } = readIterator(element, reading);
  const quantifier = element.name === 'some' ? 'some' : 'every';
  const condition = readLogicIn(requiredChild(element, 'satisfies', reading.file), inner);
  return { kind: 'quantified', ...boxedHead(element, reading), quantifier, variable, source, condition };
}

function readIterator(
  element: XmlElement,
  reading: LogicReading,
): { variable: string; source: Logic; inner: LogicReading } {
  const variable = required(element, 'iteratorVariable', reading.file);
  const source = readLogicIn(requiredChild(element, 'in', reading.file), inside(reading));
  return { variable, source, inner: inside(reading, { [variable]: itemType(shapeOf(source)) }) };
}
