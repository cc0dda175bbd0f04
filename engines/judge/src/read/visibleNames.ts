import type { FeelType, Variables } from '@yiwang/feel';
import type { XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { ModelImport } from '../model.ts';
import { findImported, type FoundElement } from './findElement.ts';
import type { Draft } from './readDrafts.ts';
import { named, type ModelReading } from './reading.ts';
import { functionShape, shapeOf } from './shapeOf.ts';

/** The elements of a model that are read already, by id; what an element requires is read before it. */
export interface ReadSoFar {
  readonly imports: readonly ModelImport[];
  readonly elements: Map<string, FoundElement>;
}

/** The names that an element's logic sees: what it requires, and nothing else. @throws judge.unknownElement */
export function visibleNames(draft: Draft, read: ReadSoFar, reading: ModelReading): Variables {
  const names: Record<string, FeelType> = {};
  const prefixed: Record<string, Record<string, FeelType>> = {};
  for (const reference of [...draft.inputs, ...draft.decisions, ...draft.knowledge]) {
    const found = getElement(reference, draft.element, read, reading);
    const prefix = prefixOf(reference, read.imports);
    const into = prefix === '' ? names : (prefixed[prefix] ??= {});
    into[nameOf(found)] = shapeOfElement(found);
  }
  for (const [prefix, context] of Object.entries(prefixed)) names[prefix] = { context };
  return names;
}

function getElement(reference: string, by: XmlElement, read: ReadSoFar, { file }: ModelReading): FoundElement {
  const found = reference.includes('#') ? findImported(reference, read.imports) : read.elements.get(reference);
  if (found !== undefined) return found;
  throw faults.unknownElement({ ...named(by, file), reference });
}

/** The name under which this model imports what a reference leads to; empty for its own. */
export function prefixOf(reference: string, imports: readonly ModelImport[]): string {
  const hash = reference.lastIndexOf('#');
  return hash === -1 ? '' : (imports.find(({ namespace }) => namespace === reference.slice(0, hash))?.name ?? '');
}

/** The name under which logic sees an element. */
export function nameOf(found: FoundElement): string {
  return found.kind === 'input' ? found.element.name : found.element.variable;
}

function shapeOfElement(found: FoundElement): FeelType {
  switch (found.kind) {
    case 'input':
      return found.element.type;
    case 'decision':
      return found.element.type === 'any' ? shapeOf(found.element.logic) : found.element.type;
    case 'knowledge':
      return isFunction(found.element.type) || found.element.logic.kind === 'refused'
        ? found.element.type
        : withResult(functionShape(found.element.logic), found.element.type);
    case 'service':
      return isFunction(found.element.type) ? found.element.type : 'function';
  }
}

const isFunction = (type: FeelType): boolean => type === 'function' || (typeof type === 'object' && 'function' in type);

/** Older models give the type of the result where 1.5 has the type of the function. */
function withResult(shape: FeelType, result: FeelType): FeelType {
  if (result === 'any' || typeof shape !== 'object' || !('function' in shape)) return shape;
  return { function: { ...shape.function, result } };
}
