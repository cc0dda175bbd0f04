import {
  findNearest,
  findType,
  kindOfType,
  parseUnaryTests,
  type Expression,
  type FeelType,
  type Variables,
} from '@yiwang/feel';
import { childOf, childrenOf, textOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { ItemDefinition, ModelImport, Typed } from '../model.ts';
import { findText } from './expressionText.ts';
import { named, placeOf } from './reading.ts';
import { weightOf } from './weightOf.ts';

/** The types of a model: its own, FEEL's, and those of the models it imports. */
export interface ModelTypes {
  readonly items: readonly ItemDefinition[];
  /** By the name that expressions use, for `instance of` and parameters. */
  readonly names: Variables;
  /** What a `typeRef` says; `any` where there is none. @throws judge.unknownType */
  readonly typed: (reference: string | undefined, at: XmlElement) => Typed;
}

const maxChain = 100;
const maxWeight = 10_000;

interface Definitions {
  readonly file: string;
  readonly refused: 'refuse' | 'null';
  readonly elements: ReadonlyMap<string, XmlElement>;
  readonly imported: ReadonlyMap<string, ItemDefinition>;
  readonly done: Map<string, ItemDefinition>;
  /** The definitions being read: one that is met again contains itself. */
  readonly open: Set<string>;
}

/**
 * Reads the item definitions of a model, in whatever order they stand.
 * @throws judge.unknownType, judge.typeCycle for one that contains itself, feel.* for allowed values.
 */
export function readItemDefinitions(
  root: XmlElement,
  imports: readonly ModelImport[],
  file: string,
  refused: 'refuse' | 'null',
): ModelTypes {
  const elements = new Map(childrenOf(root, 'itemDefinition').map((item) => [item.attributes['name'] ?? '', item]));
  const imported = new Map(
    imports.flatMap(({ name, model }) => model.items.map((item) => [prefixed(name, item.name), item] as const)),
  );
  const definitions: Definitions = { file, refused, elements, imported, done: new Map(), open: new Set() };
  const items = [...elements.keys()].map((name) => itemNamed(name, definitions));
  const known = [...imported, ...items.map((item) => [item.name, item] as const)];
  return {
    items,
    names: Object.fromEntries(known.map(([name, item]) => [name, item.type])),
    typed: (reference, at) => resolve(reference, at, definitions),
  };
}

export const prefixed = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

function resolve(reference: string | undefined, at: XmlElement, definitions: Definitions): Typed {
  if (reference === undefined || reference === '') return { type: 'any' };
  for (const name of [reference, reference.replace(/^feel\./, ''), reference.replace(/^[^:]*:/, '')]) {
    const own = definitions.elements.has(name) ? itemNamed(name, definitions) : definitions.imported.get(name);
    if (own !== undefined) return { type: own.type, item: own };
    const builtin = findType(name);
    if (builtin !== undefined) return { type: builtin };
  }
  if (definitions.refused === 'null') return { type: 'any' };
  const near = findNearest(reference, [...definitions.elements.keys(), ...definitions.imported.keys(), ...common]);
  throw faults.unknownType({
    ...named(at, definitions.file),
    type: reference,
    suggestionZh: near === undefined ? '' : `是否应为“${near}”？`,
    suggestionEn: near === undefined ? '' : `Did you mean “${near}”?`,
  });
}

const common = ['number', 'string', 'boolean', 'date', 'time', 'date and time'];

function itemNamed(name: string, definitions: Definitions): ItemDefinition {
  const { done, open, elements, file } = definitions;
  const known = done.get(name);
  if (known !== undefined) return known;
  const element = elements.get(name);
  if (element === undefined || open.has(name)) {
    throw faults.typeCycle({ file, line: element?.line ?? 1, id: name });
  }
  if (open.size > maxChain)
    throw faults.tooLarge({ file, line: element.line, limit: `${maxChain} types one of another` });
  open.add(name);
  const item = readItem(element, name, definitions);
  if (weightOf(item.type) > maxWeight) {
    throw faults.tooLarge({ file, line: element.line, limit: `${maxWeight} fields of one type` });
  }
  open.delete(name);
  done.set(name, item);
  return item;
}

function readItem(element: XmlElement, name: string, definitions: Definitions): ItemDefinition {
  const { file } = definitions;
  const components = childrenOf(element, 'itemComponent').map((part) =>
    readItem(part, part.attributes['name'] ?? '', definitions),
  );
  const functionItem = childOf(element, 'functionItem');
  const base = components.length === 0 ? resolve(textOf(element, 'typeRef'), element, definitions) : undefined;
  let single: FeelType = base?.type ?? {
    context: Object.fromEntries(components.map((part) => [part.name, part.type])),
  };
  if (functionItem !== undefined) single = functionType(functionItem, definitions);
  const collection = element.attributes['isCollection'] === 'true';
  const allowedValues = readTests(childOf(element, 'allowedValues'), single, definitions);
  const type: FeelType = collection ? { list: single } : single;
  const typeConstraint = readTests(childOf(element, 'typeConstraint'), type, definitions);
  return {
    name,
    type,
    collection,
    ...(base?.item === undefined ? {} : { base: base.item }),
    components,
    ...(allowedValues === undefined ? {} : { allowedValues }),
    ...(typeConstraint === undefined ? {} : { typeConstraint }),
    place: placeOf(element, file),
  };
}

function functionType(element: XmlElement, definitions: Definitions): FeelType {
  const typeOf = (reference: string | undefined): FeelType => resolve(reference, element, definitions).type;
  return {
    function: {
      parameters: childrenOf(element, 'parameters').map((parameter) => typeOf(parameter.attributes['typeRef'])),
      result: typeOf(element.attributes['outputTypeRef']),
    },
  };
}

function readTests(
  element: XmlElement | undefined,
  tested: FeelType,
  definitions: Definitions,
): Expression | undefined {
  const source = findText(element, definitions.file);
  if (source === undefined) return undefined;
  // What is allowed of a structure or a list is an expression about `?` whose fields are not checked here.
  const type = kindOfType(tested) === 'context' || kindOfType(tested) === 'list' ? 'any' : tested;
  return parseUnaryTests(source.text, {
    variables: { '?': type },
    mistakes: definitions.refused,
    origin: source.origin,
  });
}
