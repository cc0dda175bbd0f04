import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractFaults as faults } from '../faults.ts';
import type { AnnotatedLink } from './scoreLinks.ts';
import type { AnnotatedStatement, Figure } from './scoreStatements.ts';
import type { AnnotatedSystem } from './scoreSystems.ts';
import type { AnnotatedTask } from './scoreTasks.ts';
import type { Trap } from './scoreTraps.ts';

/** All that was annotated by hand in one text. What nobody annotated is empty. */
export interface Annotation {
  readonly statements: readonly AnnotatedStatement[];
  readonly tasks: readonly AnnotatedTask[];
  readonly systems: readonly AnnotatedSystem[];
  readonly links: readonly AnnotatedLink[];
  readonly traps: readonly Trap[];
}

/**
 * Reads gold-NAME.jsonl, tasks-NAME.jsonl, systems-NAME.jsonl, links-NAME.jsonl and nonquant-NAME.jsonl of a folder.
 * @throws extract.badAnnotation naming file, line and field
 */
export function readAnnotation(folder: string, name: string): Annotation {
  const rows = <T>(kind: string, read: (row: Row) => T): T[] =>
    rowsOf(path.join(folder, `${kind}-${name}.jsonl`), read);
  return {
    statements: rows('gold', (row) => ({
      id: row.text('id'),
      span_start: row.number('span_start'),
      span_end: row.number('span_end'),
      value_si: row.figure('value_si'),
      unit_si: row.text('unit_si'),
      comparator: row.text('comparator'),
      change: row.text('change'),
      kind: row.text('kind'),
      period: row.isNull('period') ? null : row.text('period'),
      metric: row.text('metric'),
      soft: row.isTrue('soft'),
      uncertain: row.isTrue('uncertain'),
    })),
    tasks: rows('tasks', (row) => ({
      id: row.text('id'),
      verb: row.text('verb'),
      object: row.text('object'),
      start: row.number('start'),
      end: row.number('end'),
    })),
    systems: rows('systems', (row) => ({
      id: row.text('id'),
      name: row.text('name'),
      start: row.number('start'),
      end: row.number('end'),
    })),
    links: rows('links', (row) => ({
      metric: row.text('metric'),
      fact: row.number('fact'),
      target: row.number('target'),
    })),
    traps: rows('nonquant', (row) => ({
      id: row.text('id'),
      reason: row.text('reason'),
      start: row.number('start'),
      end: row.number('end'),
    })),
  };
}

interface Row {
  text(field: string): string;
  number(field: string): number;
  figure(field: string): Figure;
  isNull(field: string): boolean;
  isTrue(field: string): boolean;
}

function rowsOf<T>(file: string, read: (row: Row) => T): T[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [read(rowOf(line, file, index + 1))]));
}

function rowOf(json: string, file: string, line: number): Row {
  const wrong = (field: string) => faults.badAnnotation({ file: path.basename(file), line, field });
  const fields = new Map<string, unknown>(Object.entries(parsed(json) ?? {}));
  const get = <T>(field: string, fits: (value: unknown) => value is T): T => {
    const value = fields.get(field);
    if (!fits(value)) throw wrong(field);
    return value;
  };
  return {
    text: (field) => get(field, isText),
    number: (field) => get(field, isNumber),
    figure: (field) => get(field, isFigure),
    isNull: (field) => fields.get(field) === null,
    isTrue: (field) => fields.get(field) === true,
  };
}

/** Undefined where the line is no JSON: its first field is missed then, by name. */
function parsed(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isFigure = (value: unknown): value is Figure =>
  value === null || isNumber(value) || (Array.isArray(value) && value.every(isNumber));
