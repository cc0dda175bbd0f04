import { startRun } from '../evaluate/run.ts';
import { builtin, type Builtin, type Definition } from './builtin.ts';
import { contextFunctions } from './contexts.ts';
import { conversionFunctions } from './conversions.ts';
import { listFunctions } from './lists.ts';
import { numberFunctions } from './numbers.ts';
import { intervalFunctions } from './intervals.ts';
import { patternFunctions } from './patterns.ts';
import { rangeFunctions } from './rangeText.ts';
import { stringFunctions } from './strings.ts';
import { temporalFunctions } from './temporals.ts';

const definitions = {
  ...conversionFunctions,
  ...stringFunctions,
  ...listFunctions,
  ...numberFunctions,
  ...temporalFunctions,
  ...contextFunctions,
  ...intervalFunctions,
  ...patternFunctions,
  ...rangeFunctions,
};

/** Every function that FEEL brings with it and this evaluator knows, by name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  Object.entries<Definition>(definitions).map(([name, [signatures, body, takes]]) => [
    name,
    builtin(name, signatures, body, startRun, takes),
  ]),
);

/** They read the clock, which a decision must not do by itself: refused unless `clock: 'given'` is asked for. */
export const clockFunctions: ReadonlySet<string> = new Set(['now', 'today']);
