import type { XmlElement } from '@yiwang/xml';
import type { BoxedList } from '../../model.ts';
import { isLogic, readLogic } from '../readLogic.ts';
import { inside, type LogicReading } from '../reading.ts';
import { boxedHead } from './boxedHead.ts';

export function readList(element: XmlElement, reading: LogicReading): BoxedList {
  const items = element.children.filter(isLogic).map((item) => readLogic(item, inside(reading)));
  return { kind: 'list', ...boxedHead(element, reading), items };
}
