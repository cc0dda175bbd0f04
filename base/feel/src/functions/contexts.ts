import { spend } from '../evaluate/run.ts';
import { isContext, isList, type FeelValue } from '../values/value.ts';
import type { Definitions } from './builtin.ts';

export const contextFunctions: Definitions = {
  'get value': [
    [['m', 'key']],
    ([context = null, key = null]) =>
      isContext(context) && typeof key === 'string' ? (context.get(key) ?? null) : undefined,
  ],
  'get entries': [
    [['m']],
    ([context = null], run) => {
      if (!isContext(context)) return undefined;
      spend(run, context.size);
      return [...context].map(
        ([key, value]) =>
          new Map<string, FeelValue>([
            ['key', key],
            ['value', value],
          ]),
      );
    },
  ],
  'context put': [
    [['context', 'key', 'value']],
    ([context = null, key = null, value = null]) =>
      isContext(context) && typeof key === 'string' ? new Map(context).set(key, value) : undefined,
  ],
  'context merge': [
    [['contexts']],
    ([contexts = null]) => {
      const items = isList(contexts) ? contexts : [contexts];
      return items.every(isContext) ? new Map(items.flatMap((context) => [...context])) : undefined;
    },
  ],
};
