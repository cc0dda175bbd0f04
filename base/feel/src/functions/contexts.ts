import { spend, type Run } from '../evaluate/run.ts';
import { isContext, isList, type FeelContext, type FeelValue } from '../values/value.ts';
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
    [
      ['context', 'key', 'value'],
      ['context', 'keys', 'value'],
    ],
    ([context = null, key = null, value = null], run) => put(context, isList(key) ? key : [key], value, run),
    (name, value) => (name === 'key' ? !isList(value) : name !== 'keys' || isList(value)),
  ],
  context: [
    [['entries']],
    ([entries = null], run) => {
      const items = isList(entries) ? entries : [entries];
      spend(run, items.length);
      return ofEntries(items);
    },
  ],
  'context merge': [
    [['contexts']],
    ([contexts = null], run) => {
      const items = isList(contexts) ? contexts : [contexts];
      for (const item of items) spend(run, isContext(item) ? item.size : 1);
      return items.every(isContext) ? new Map(items.flatMap((context) => [...context])) : undefined;
    },
  ],
};

/** The context with the value at a path of keys; each key before the last has to lead to a context. */
function put(context: FeelValue, keys: readonly FeelValue[], value: FeelValue, run: Run): FeelContext | undefined {
  const [key, ...rest] = keys;
  if (!isContext(context) || typeof key !== 'string') return undefined;
  spend(run, context.size);
  if (rest.length === 0) return new Map(context).set(key, value);
  const inner = put(context.get(key) ?? null, rest, value, run);
  return inner === undefined ? undefined : new Map(context).set(key, inner);
}

function ofEntries(items: readonly FeelValue[]): FeelContext | undefined {
  const context = new Map<string, FeelValue>();
  for (const item of items) {
    if (!isContext(item)) return undefined;
    const [key, value] = [item.get('key'), item.get('value')];
    if (typeof key !== 'string' || value === undefined || context.has(key)) return undefined;
    context.set(key, value);
  }
  return context;
}
