import { childrenOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../../faults.ts';
import type { BoxedFunction, ContextEntry, Logic } from '../../model.ts';
import { readExpression } from '../readExpression.ts';
import { readLogicIn } from '../readLogic.ts';
import { inside, named, required, type LogicReading } from '../reading.ts';
import { boxedHead } from './boxedHead.ts';

/** A function definition, or the encapsulated logic of a knowledge model. @throws judge.unsupported for PMML. */
export function readFunction(element: XmlElement, reading: LogicReading): BoxedFunction {
  const parameters = childrenOf(element, 'formalParameter').map((parameter) => ({
    name: required(parameter, 'name', reading.file),
    ...reading.types.typed(parameter.attributes['typeRef'], parameter),
  }));
  const names = Object.fromEntries(parameters.map(({ name, type }) => [name, type]));
  const head = { kind: 'function', ...boxedHead(element, reading), parameters } as const;
  const kind = element.attributes['kind'] ?? 'FEEL';
  if (kind !== 'FEEL' && kind !== 'Java') {
    throw faults.unsupported({ ...named(element, reading.file), what: `a function of kind ${kind}` });
  }
  const body = readLogicIn(element, inside(reading, names, reading.resultName));
  if (kind === 'FEEL') return { ...head, body, external: false };
  return { ...head, body: javaFunction(element, body, head, reading), external: true };
}

/**
 * A boxed Java function is the literal one written as boxes, and read as such: which methods are known is FEEL's to say.
 * @throws judge.malformed where class and method are no texts.
 */
function javaFunction(
  element: XmlElement,
  body: Logic,
  { id, place, parameters }: Pick<BoxedFunction, 'id' | 'place' | 'parameters'>,
  reading: LogicReading,
): Logic {
  const entries = body.kind === 'context' ? body.entries : [];
  const [javaClass, signature] = [textEntry(entries, 'class'), textEntry(entries, 'method signature')];
  if (javaClass === undefined || signature === undefined) {
    throw faults.malformed({ ...named(element, reading.file), what: 'class and method signature have to be texts' });
  }
  const text = `function(${parameters.map(({ name }) => name).join(', ')}) external {java: {class: ${javaClass}, method signature: ${signature}}}`;
  const expression = readExpression({ text, origin: place }, reading);
  return { kind: 'literalExpression', id, type: 'any', place, expression };
}

/** The literal as it is written, with its quotes. */
function textEntry(entries: readonly ContextEntry[], name: string): string | undefined {
  const logic = entries.find((entry) => entry.name === name)?.logic;
  if (logic?.kind !== 'literalExpression') return undefined;
  const { root, text } = logic.expression;
  return root.kind === 'literal' && typeof root.value === 'string' ? text : undefined;
}
