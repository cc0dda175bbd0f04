import {
  compareValues,
  equalValues,
  findDate,
  findDateTime,
  findDuration,
  findExact,
  findTime,
  isContext,
  isExact,
  isList,
  subtract,
  toNumber,
  type Exact,
  type FeelValue,
} from '@yiwang/feel';
import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';

/** The value that a TCK node writes: a typed `value`, `component`s by name, or a `list`. */
export function tckValue(node: XmlElement): FeelValue {
  const list = childOf(node, 'list');
  if (list !== undefined) return isNil(list) ? null : childrenOf(list, 'item').map(tckValue);
  const components = childrenOf(node, 'component');
  if (components.length > 0) {
    return new Map(components.map((part) => [part.attributes['name'] ?? '', isNil(part) ? null : tckValue(part)]));
  }
  const value = childOf(node, 'value');
  return value === undefined || isNil(value)
    ? null
    : typedValue(value.text, value.attributes['xsi:type'] ?? 'xsd:string');
}

const isNil = (element: XmlElement): boolean => element.attributes['xsi:nil'] === 'true';

function typedValue(text: string, type: string): FeelValue {
  const trimmed = text.trim();
  switch (type.replace(/^.*:/, '')) {
    case 'boolean':
      return trimmed === 'true' || trimmed === '1';
    case 'decimal':
    case 'double':
    case 'float':
    case 'integer':
    case 'int':
    case 'long':
      return findExact(trimmed) ?? null;
    case 'date':
      return findDate(trimmed) ?? null;
    case 'time':
      return findTime(trimmed) ?? null;
    case 'dateTime':
      return findDateTime(trimmed) ?? null;
    case 'duration':
      return findDuration(trimmed) ?? null;
    default:
      return text;
  }
}

/** Numbers within 1e-8, as the TCK has it; everything else by FEEL's equality. */
export function sameForTck(actual: FeelValue, expected: FeelValue): boolean {
  if (isExact(actual) && isExact(expected)) {
    return isClose(actual, expected);
  }
  if (isList(actual) && isList(expected)) {
    return (
      actual.length === expected.length && actual.every((item, index) => sameForTck(item, expected[index] ?? null))
    );
  }
  if (isContext(actual) && isContext(expected)) {
    return (
      actual.size === expected.size && [...expected].every(([key, value]) => sameForTck(actual.get(key) ?? null, value))
    );
  }
  return equalValues(actual, expected) === true;
}

function isClose(actual: Exact, expected: Exact): boolean {
  const distance = subtract(actual, expected);
  return distance !== undefined && (Math.abs(toNumber(distance)) <= 1e-8 || compareValues(actual, expected) === 0);
}
