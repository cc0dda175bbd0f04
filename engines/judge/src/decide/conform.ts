import {
  coerce,
  evaluate,
  hasType,
  isContext,
  isList,
  typeText,
  type Expression,
  type FeelType,
  type FeelValue,
} from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { ItemDefinition, Typed } from '../model.ts';

/**
 * A value as a declared type takes it: itself, the only item of a list, a list of it, or the midnight (UTC) of a date
 * (DMN 1.5, 10.3.2.9.4), if its item definition allows that. Undefined where it doesn't fit. Null fits everything.
 */
export function conform(value: FeelValue, { type, item }: Typed): FeelValue | undefined {
  if (value === null) return null;
  const fitting = coerce(value, type);
  return fitting === undefined || item === undefined || allows(item, fitting) ? fitting : undefined;
}

/** Why it doesn't fit, with the path of the first part that doesn't, for a person. */
export function misfit(value: FeelValue, { type, item }: Typed, path: string): Bilingual {
  const part = findMisfit(value, type, path);
  if (part !== undefined) {
    return { zh: `“${part.path}”不是 ${part.type}`, en: `“${part.path}” is no ${part.type}` };
  }
  const forbidden = item === undefined ? undefined : findForbidden(item, value, path);
  const { path: at, name } = forbidden ?? { path, name: typeText(type) };
  return { zh: `“${at}”的值不在 ${name} 允许的范围内`, en: `the value of “${at}” is none that ${name} allows` };
}

/** Whether the allowed values of an item definition, of what it refines and of its fields hold. */
function allows(item: ItemDefinition, value: FeelValue): boolean {
  if (value === null) return true;
  if (item.typeConstraint !== undefined && !passes(item.typeConstraint, value)) return false;
  if (item.collection) return isList(value) && value.every((single) => allowsSingle(item, single));
  return allowsSingle(item, value);
}

function allowsSingle(item: ItemDefinition, value: FeelValue): boolean {
  if (value === null) return true;
  if (item.base !== undefined && !allows(item.base, value)) return false;
  if (item.allowedValues !== undefined && !passes(item.allowedValues, value)) return false;
  return item.components.every((part) => !isContext(value) || allows(part, value.get(part.name) ?? null));
}

function passes(tests: Expression, value: FeelValue): boolean {
  return evaluate(tests, new Map(), { tested: value }).value === true;
}

function findMisfit(value: FeelValue, type: FeelType, path: string): { path: string; type: string } | undefined {
  if (value === null || hasType(value, type) || type === 'any') return undefined;
  if (typeof type === 'object' && 'context' in type && isContext(value)) {
    for (const [key, inner] of Object.entries(type.context)) {
      const part = value.get(key);
      if (part === undefined) return { path: `${path}.${key}`, type: typeText(inner) };
      const found = findMisfit(part, inner, `${path}.${key}`);
      if (found !== undefined) return found;
    }
  }
  if (typeof type === 'object' && 'list' in type && isList(value)) {
    for (const [index, inner] of value.entries()) {
      const found = findMisfit(inner, type.list, `${path}[${index + 1}]`);
      if (found !== undefined) return found;
    }
  }
  return { path, type: typeText(type) };
}

/** The innermost part whose item definition doesn't allow it. */
function findForbidden(
  item: ItemDefinition,
  value: FeelValue,
  path: string,
): { path: string; name: string } | undefined {
  if (allows(item, value)) return undefined;
  if (item.collection && isList(value)) {
    for (const [index, single] of value.entries()) {
      const found = allowsSingle(item, single) ? undefined : innermost(item, single, `${path}[${index + 1}]`);
      if (found !== undefined) return found;
    }
  }
  return (item.collection ? undefined : innermost(item, value, path)) ?? { path, name: item.name };
}

function innermost(item: ItemDefinition, value: FeelValue, path: string): { path: string; name: string } | undefined {
  const based = item.base === undefined ? undefined : findForbidden(item.base, value, path);
  if (based !== undefined || !isContext(value)) return based;
  for (const part of item.components) {
    const found = findForbidden(part, value.get(part.name) ?? null, `${path}.${part.name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
