import type { Place, Variables } from '@yiwang/feel';
import type { XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { Typed } from '../model.ts';
import type { ModelTypes } from './readItemDefinitions.ts';

/** What every part of a model is read with. */
export interface ModelReading {
  readonly file: string;
  /** `refuse`: what can't be read is a fault. `null`: it is kept as refused logic, which evaluates to null. */
  readonly refused: 'refuse' | 'null';
  /** `given`: expressions may ask for the time. */
  readonly clock: 'refuse' | 'given';
  readonly types: ModelTypes;
  /** What may still be spent on expressions. */
  readonly budget: { left: number };
}

/** What logic is read with. */
export interface LogicReading extends ModelReading {
  /** The names in reach. */
  readonly variables: Variables;
  /** What the result is called: the name of a single output that has none. */
  readonly resultName: string;
  /** What the result is declared to be by the variable that takes it. */
  readonly resultType: Typed;
}

/** The same, for logic inside that sees more names and whose result goes elsewhere. */
export function inside(
  reading: LogicReading,
  names: Variables = {},
  resultName = '',
  resultType?: Typed,
): LogicReading {
  const variables = Object.keys(names).length === 0 ? reading.variables : { ...reading.variables, ...names };
  return { ...reading, variables, resultName, resultType: resultType ?? { type: 'any' } };
}

export function placeOf(element: XmlElement, file: string): Place {
  return { file, line: element.line, column: element.column };
}

/** What a fault says of an element. */
export function named(element: XmlElement, file: string): { file: string; line: number; id: string } {
  const id = element.attributes['id'] ?? element.attributes['name'] ?? element.name;
  return { file, line: element.line, id };
}

/** An attribute that has to be there. @throws judge.malformed */
export function required(element: XmlElement, attribute: string, file: string): string {
  const value = element.attributes[attribute];
  if (value !== undefined && value !== '') return value;
  throw faults.malformed({ ...named(element, file), what: `the attribute ${attribute} is missing` });
}

/** The one child of a name that has to be there. @throws judge.malformed */
export function requiredChild(element: XmlElement, name: string, file: string): XmlElement {
  const found = element.children.find((child) => child.name === name);
  if (found !== undefined) return found;
  throw faults.malformed({ ...named(element, file), what: `the part ${name} is missing` });
}

/** FEEL of any version is the only language. @throws judge.unsupported */
export function refuseOtherLanguage(element: XmlElement, file: string): void {
  const language = element.attributes['expressionLanguage'] ?? 'feel';
  if (/(^|[/:])feel(\/[\w./-]*)?$/i.test(language)) return;
  throw faults.unsupported({ ...named(element, file), what: `the expression language ${language}` });
}
