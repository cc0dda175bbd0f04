import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { LineCounter, isNode, isPair, isScalar, isMap, parseDocument, type Document } from 'yaml';
import type { Bilingual } from '@yiwang/messages';
import type { Problems } from './problem.ts';

/** A model file that fits its schema, with where each of its values stands. */
export interface ReadModel<T> {
  readonly file: string;
  readonly value: T;
  /** Line and column of the value at a path such as ['bands', 'high']; of its nearest parent where it is absent. */
  readonly at: (way: readonly (string | number)[]) => { line: number; column: number };
}

const maxBytes = 1_000_000;

/**
 * Reads a YAML or JSON file against its schema; every violation becomes a problem with its line and column.
 * Aliases are not expanded past 100 (a YAML bomb is refused). Undefined when there was any problem.
 */
export function readYaml<S extends TSchema>(
  root: string,
  file: string,
  schema: S,
  problems: Problems,
): ReadModel<Static<S>> | undefined {
  const whole = path.join(root, file);
  const refuse = (what: Bilingual, help: Bilingual, line = 1, column = 1) => {
    problems.add({ file, line, column, what, help });
    return undefined;
  };
  if (statSync(whole).size > maxBytes) {
    return refuse({ zh: '文件超过 1 MB', en: 'the file is over 1 MB' }, { zh: '请拆分', en: 'Split it.' });
  }
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(whole, 'utf8'), {
    lineCounter: counter,
    uniqueKeys: true,
    prettyErrors: false,
  });
  for (const error of document.errors) {
    const { line, col } = counter.linePos(error.pos[0]);
    refuse(
      { zh: `YAML 有误：${error.message}`, en: error.message },
      { zh: '请在该行修正', en: 'Mend that line.' },
      line,
      col,
    );
  }
  if (document.errors.length > 0) return undefined;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return refuse(
      { zh: '别名引用过多', en: 'too many aliases' },
      { zh: '请直接写出内容', en: 'Write the values out.' },
    );
  }
  const at = (way: readonly (string | number)[]) => positionOf(document, counter, way);
  if (Value.Check(schema, value)) return { file, value: value as Static<S>, at };
  const said = new Set<string>();
  for (const error of Value.Errors(schema, value)) {
    const way = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const found = violation(error.keyword, error.params as Record<string, unknown>, error.message);
    if (found === undefined) continue;
    const { line, column } = at(way);
    const where = way.join('.');
    const key = `${line}:${column}:${found.en}`;
    if (said.has(key)) continue;
    said.add(key);
    refuse(
      { zh: `${where === '' ? '' : `${where}：`}${found.zh}`, en: `${where === '' ? '' : `${where}: `}${found.en}` },
      { zh: '请对照手册修正该值', en: 'Mend the value; the schema is in platform/appkit.' },
      line,
      column,
    );
  }
  return undefined;
}

function positionOf(
  document: Document,
  counter: LineCounter,
  way: readonly (string | number)[],
): { line: number; column: number } {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const part of way) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
      );
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(part)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
}

/** The words for a schema violation; undefined where another violation says the same better. */
function violation(keyword: string, params: Record<string, unknown>, message: string): Bilingual | undefined {
  const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));
  switch (keyword) {
    case 'required':
      return {
        zh: `缺少 ${list(params['requiredProperties'])}`,
        en: `${list(params['requiredProperties'])} is missing`,
      };
    case 'additionalProperties':
      return {
        zh: `不认识 ${list(params['additionalProperties'])}`,
        en: `${list(params['additionalProperties'])} is not known here`,
      };
    case 'boolean':
    case 'const':
      return undefined;
    case 'anyOf':
      return { zh: '不是允许的值', en: 'is none of the values that are allowed' };
    case 'pattern':
      return { zh: `不符合格式 ${list(params['pattern'])}`, en: `does not match ${list(params['pattern'])}` };
    case 'type':
      return { zh: `类型应为 ${list(params['type'])}`, en: `must be a ${list(params['type'])}` };
    default:
      return { zh: message, en: message };
  }
}
