import type { SyntaxNode } from '@lezer/common';
import { didYouMean, findNearest } from '../check/suggest.ts';
import { findType, typeNames, type FeelType } from '../check/type.ts';
import { faults } from '../faults.ts';
import { placeAt } from '../place.ts';
import { malformed, meaningOf, nameOf, partsOf, source, type Reading } from './reading.ts';

/** A type as it is written after `instance of` or a parameter. @throws feel.unknownType with the nearest known one. */
export function readType(syntax: SyntaxNode, reading: Reading): FeelType {
  const inner = syntax.name === 'Type' ? (partsOf(syntax)[0] ?? syntax) : syntax;
  switch (inner.name) {
    case 'ListType': {
      const item = readType(onlyType(inner, reading), reading);
      // The grammar knows no `range<…>`: it is shown `list <…>` in its place (see maskRanges).
      return source(inner, reading).startsWith('range') ? { range: item } : { list: item };
    }
    case 'ContextType':
      return { context: Object.fromEntries(entriesOf(inner).map((entry) => readEntry(entry, reading))) };
    case 'FunctionType': {
      const parameters = partsOf(inner)
        .filter((part) => part.name === 'ArgumentTypes')
        .flatMap(meaningOf)
        .map((part) => readType(onlyType(part, reading), reading));
      return { function: { parameters, result: readType(onlyType(inner, reading), reading) } };
    }
    default:
      return namedType(inner, reading);
  }
}

function onlyType(syntax: SyntaxNode, reading: Reading): SyntaxNode {
  return partsOf(syntax).findLast((part) => part.name === 'Type') ?? malformed(syntax, reading);
}

function entriesOf(syntax: SyntaxNode): SyntaxNode[] {
  return partsOf(syntax)
    .filter((part) => part.name === 'ContextEntryTypes')
    .flatMap(meaningOf);
}

function readEntry(entry: SyntaxNode, reading: Reading): [string, FeelType] {
  const [key] = meaningOf(entry);
  if (key === undefined) return malformed(entry, reading);
  return [nameOf(key, reading), readType(onlyType(entry, reading), reading)];
}

function namedType(syntax: SyntaxNode, reading: Reading): FeelType {
  const name = source(syntax, reading)
    .replace(/\s+/g, ' ')
    .replace(/ ?\. ?/g, '.')
    .trim();
  const type = Object.hasOwn(reading.types, name) ? reading.types[name] : findType(name);
  if (type !== undefined) return type;
  const near = findNearest(name, [...Object.keys(reading.types), ...typeNames]);
  throw faults.unknownType({
    ...placeAt(reading.text, syntax.from, reading.origin),
    name,
    ...didYouMean(near),
  });
}
