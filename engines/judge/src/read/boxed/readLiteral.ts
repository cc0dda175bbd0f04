import { childOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../../faults.ts';
import type { LiteralExpression } from '../../model.ts';
import { findText } from '../expressionText.ts';
import { readExpression } from '../readExpression.ts';
import { named, refuseOtherLanguage, type LogicReading } from '../reading.ts';
import { boxedHead } from './boxedHead.ts';

/** @throws judge.unsupported for another language than FEEL, judge.malformed where the text is empty, feel.* */
export function readLiteral(element: XmlElement, reading: LogicReading): LiteralExpression {
  refuseOtherLanguage(element, reading.file);
  if (childOf(element, 'importedValues') !== undefined) {
    throw faults.unsupported({ ...named(element, reading.file), what: 'importedValues' });
  }
  const source = findText(element, reading.file);
  if (source === undefined)
    throw faults.malformed({ ...named(element, reading.file), what: 'the expression is empty' });
  return { kind: 'literalExpression', ...boxedHead(element, reading), expression: readExpression(source, reading) };
}
