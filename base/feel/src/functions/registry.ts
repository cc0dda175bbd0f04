import { startRun } from '../evaluate/run.ts';
import { builtin, type Builtin } from './builtin.ts';
import { contextFunctions } from './contexts.ts';
import { conversionFunctions } from './conversions.ts';
import { listFunctions } from './lists.ts';
import { numberFunctions } from './numbers.ts';
import { stringFunctions } from './strings.ts';
import { temporalFunctions } from './temporals.ts';

const definitions = {
  ...conversionFunctions,
  ...stringFunctions,
  ...listFunctions,
  ...numberFunctions,
  ...temporalFunctions,
  ...contextFunctions,
};

/** Every function that FEEL brings with it and this evaluator knows, by name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  Object.entries(definitions).map(([name, [signatures, body]]) => [name, builtin(name, signatures, body, startRun)]),
);

/** In the standard, and refused: patterns can explode, and a decision must not read the clock. */
export const refusedFunctions: ReadonlySet<string> = new Set(['matches', 'replace', 'split', 'now', 'today']);
