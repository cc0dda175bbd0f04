import { placeAt, type Origin } from '@yiwang/feel';
import { childOf, type XmlElement } from '@yiwang/xml';

export interface SourceText {
  readonly text: string;
  readonly origin: Origin;
}

/** The trimmed `<text>` of an element and where it begins, so that a fault in the expression points into the file; undefined where it is empty. */
export function findText(element: XmlElement | undefined, file: string): SourceText | undefined {
  const inner = element === undefined ? undefined : childOf(element, 'text');
  if (inner === undefined || inner.text.trim() === '') return undefined;
  const lead = inner.text.length - inner.text.trimStart().length;
  const start = { file, line: inner.line, column: inner.column + 1 };
  return { text: inner.text.trim(), origin: placeAt(inner.text, lead, start) };
}
