import { findType, type FeelType } from '@yiwang/feel';
import { childrenOf, textOf, type XmlElement } from '@yiwang/xml';

/** Looks up what a typeRef stands for; `any` where the model does not define it. */
export type TypeOf = (reference: string | undefined) => FeelType;

const maxDepth = 20;

/** The item definitions of a model: simple types, structures and collections. */
export function readItemTypes(root: XmlElement): TypeOf {
  const definitions = new Map(childrenOf(root, 'itemDefinition').map((item) => [item.attributes['name'] ?? '', item]));
  const resolved = new Map<string, FeelType>();

  const ofReference = (reference: string | undefined, depth: number): FeelType => {
    if (reference === undefined || reference === '') return 'any';
    const name = reference.replace(/^feel[.:]/, '');
    const known = findType(name) ?? resolved.get(name);
    if (known !== undefined) return known;
    const definition = definitions.get(name);
    // A type that contains itself is open from there on.
    if (definition === undefined || depth > maxDepth) return 'any';
    const type = ofItem(definition, depth + 1);
    resolved.set(name, type);
    return type;
  };

  const ofItem = (item: XmlElement, depth: number): FeelType => {
    if (depth > maxDepth) return 'any';
    const components = childrenOf(item, 'itemComponent');
    const single: FeelType =
      components.length === 0
        ? ofReference(textOf(item, 'typeRef'), depth)
        : {
            context: Object.fromEntries(
              components.map((part) => [part.attributes['name'] ?? '', ofItem(part, depth + 1)]),
            ),
          };
    return item.attributes['isCollection'] === 'true' ? { list: single } : single;
  };

  return (reference) => ofReference(reference, 0);
}
