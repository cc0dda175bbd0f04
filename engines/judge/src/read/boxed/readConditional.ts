import type { XmlElement } from '@yiwang/xml';
import type { Conditional } from '../../model.ts';
import { readLogicIn } from '../readLogic.ts';
import { inside, requiredChild, type LogicReading } from '../reading.ts';
import { boxedHead } from './boxedHead.ts';

export function readConditional(element: XmlElement, reading: LogicReading): Conditional {
  const part = (name: string, inner: LogicReading) => readLogicIn(requiredChild(element, name, reading.file), inner);
  const branch = inside(reading, {}, reading.resultName, reading.resultType);
  return {
    kind: 'conditional',
    ...boxedHead(element, reading),
    condition: part('if', inside(reading)),
    consequent: part('then', branch),
    alternative: part('else', branch),
  };
}
