import type { XmlElement } from '@yiwang/xml';
import type { BoxedFilter } from '../../model.ts';
import { readLogicIn } from '../readLogic.ts';
import { inside, requiredChild, type LogicReading } from '../reading.ts';
import { itemType, shapeOf } from '../shapeOf.ts';
import { boxedHead } from './boxedHead.ts';

/** The condition sees `item`, and the fields of an item where its type is known. */
export function readFilter(element: XmlElement, reading: LogicReading): BoxedFilter {
  const source = readLogicIn(requiredChild(element, 'in', reading.file), inside(reading));
  const item = itemType(shapeOf(source));
  const fields = typeof item === 'object' && 'context' in item ? item.context : {};
  const match = readLogicIn(requiredChild(element, 'match', reading.file), inside(reading, { item, ...fields }));
  return { kind: 'filter', ...boxedHead(element, reading), source, match };
}
