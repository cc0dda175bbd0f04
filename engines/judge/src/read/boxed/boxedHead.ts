import type { Place } from '@yiwang/feel';
import type { XmlElement } from '@yiwang/xml';
import type { Typed } from '../../model.ts';
import { placeOf, type ModelReading } from '../reading.ts';

/** What every boxed expression has: its id, what its `typeRef` says, its place. */
export function boxedHead(element: XmlElement, reading: ModelReading): Typed & { id: string; place: Place } {
  return {
    id: element.attributes['id'] ?? '',
    ...reading.types.typed(element.attributes['typeRef'], element),
    place: placeOf(element, reading.file),
  };
}
