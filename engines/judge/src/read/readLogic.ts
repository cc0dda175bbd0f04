import { isFault } from '@yiwang/faults';
import type { XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { Logic } from '../model.ts';
import { readConditional } from './boxed/readConditional.ts';
import { readContext } from './boxed/readContext.ts';
import { readFilter } from './boxed/readFilter.ts';
import { readFunction } from './boxed/readFunction.ts';
import { readInvocation } from './boxed/readInvocation.ts';
import { readFor, readQuantified } from './boxed/readIteration.ts';
import { readList } from './boxed/readList.ts';
import { readLiteral } from './boxed/readLiteral.ts';
import { readRelation } from './boxed/readRelation.ts';
import { readDecisionTable } from './readDecisionTable.ts';
import { named, type LogicReading } from './reading.ts';

type Reader = (element: XmlElement, reading: LogicReading) => Logic;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['decisionTable', readDecisionTable],
  ['literalExpression', readLiteral],
  ['context', readContext],
  ['relation', readRelation],
  ['list', readList],
  ['invocation', readInvocation],
  ['functionDefinition', readFunction],
  ['conditional', readConditional],
  ['filter', readFilter],
  ['for', readFor],
  ['some', readQuantified],
  ['every', readQuantified],
]);

export function isLogic(element: XmlElement): boolean {
  return readers.has(element.name);
}

/** Reads logic of any kind. @throws judge.* and feel.* unless what is refused is to be kept. */
export function readLogic(element: XmlElement, reading: LogicReading): Logic {
  const reader = readers.get(element.name);
  try {
    if (reader === undefined) throw faults.unsupported({ ...named(element, reading.file), what: element.name });
    return reader(element, reading);
  } catch (error) {
    if (reading.refused === 'null' && isFault(error)) return { kind: 'refused', fault: error };
    throw error;
  }
}

/** The logic inside an element. @throws judge.malformed where there is none. */
export function readLogicIn(parent: XmlElement, reading: LogicReading): Logic {
  const element = parent.children.find(isLogic);
  if (element !== undefined) return readLogic(element, reading);
  const fault = faults.malformed({ ...named(parent, reading.file), what: 'there is no logic in it' });
  if (reading.refused === 'null') return { kind: 'refused', fault };
  throw fault;
}
