import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Problems } from './problem.ts';
import { readYaml, type ReadModel } from './readYaml.ts';

/**
 * Reads a large JSON file against its schema as `readYaml` does. A file that is as it should be is parsed by JSON.parse alone, and the
 * tree with lines and columns is made only where something is wrong: 250 ms become 20 for the figures of a report (114 kB).
 */
export function readJson<S extends TSchema>(
  root: string,
  file: string,
  schema: S,
  problems: Problems,
): ReadModel<Static<S>> | undefined {
  const value = parsed(readFileSync(path.join(root, file), 'utf8'));
  if (!Compile(schema).Check(value)) return readYaml(root, file, schema, problems);
  let model: ReadModel<Static<S>> | undefined;
  const at: ReadModel<Static<S>>['at'] = (way) => {
    model ??= readYaml(root, file, schema, problems);
    return model?.at(way) ?? { line: 1, column: 1 };
  };
  return { file, value, at };
}

/** Undefined where it is no JSON; the other reader says what is wrong. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
