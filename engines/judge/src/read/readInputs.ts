import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import type { InputData } from '../model.ts';
import { placeOf, required, type ModelReading } from './reading.ts';

export function readInputs(root: XmlElement, reading: ModelReading): InputData[] {
  return childrenOf(root, 'inputData').map((element) => {
    const name = required(element, 'name', reading.file);
    const variable = childOf(element, 'variable');
    return {
      id: element.attributes['id'] ?? name,
      name: variable?.attributes['name'] ?? name,
      ...reading.types.typed(variable?.attributes['typeRef'], variable ?? element),
      place: placeOf(element, reading.file),
    };
  });
}
