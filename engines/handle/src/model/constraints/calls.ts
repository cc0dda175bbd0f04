import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import type { Model } from './indexModel.ts';
import type { Rule } from './reasons.ts';
import { globalTasks } from './kinds.ts';
import { canBeCalled } from './startEvents.ts';

/** What is called can begin without a trigger, and has the data inputs and outputs that the caller has. */
export const calls: Rule = (model, refuse) => {
  for (const call of model.named('callActivity')) {
    const called = model.find(call.attributes['calledElement']);
    if (called === undefined) continue;
    const value = called.attributes['id'] ?? '';
    if (called.name === 'process' && !canBeCalled(model, called)) refuse(call, 'calledStart', { value });
    const here = childOf(call, 'ioSpecification');
    const there = childOf(called, 'ioSpecification');
    if (here === undefined && there === undefined) continue;
    for (const kind of ['dataInput', 'dataOutput'])
      if (!sameItems(model, here, there, kind)) refuse(call, 'calledData', { value });
  }
};

/** Who supports an interface binds its data to the messages of an operation, of the same structure. */
export const bindings: Rule = (model, refuse) => {
  for (const callable of model.named('process', ...globalTasks)) {
    const bound = childrenOf(callable, 'ioBinding');
    if (childOf(callable, 'supportedInterfaceRef') !== undefined && bound.length === 0) refuse(callable, 'noBinding');
    for (const binding of bound) {
      const operation = model.find(binding.attributes['operationRef']);
      for (const [data, message] of [
        ['inputDataRef', 'inMessageRef'],
        ['outputDataRef', 'outMessageRef'],
      ] as const) {
        const item = model.find(binding.attributes[data]);
        const carried = model.find(operation === undefined ? undefined : childOf(operation, message)?.text);
        const [here, there] = [model.structureOf(item), model.structureOf(carried)];
        if (here !== there) refuse(callable, 'structure', { value: carried?.attributes['id'] ?? '' });
      }
    }
  }
};

function sameItems(model: Model, here: XmlElement | undefined, there: XmlElement | undefined, kind: string): boolean {
  const [one, other] = [here, there].map((data) =>
    (data === undefined ? [] : childrenOf(data, kind)).map((item) => model.structureOf(item) ?? '').toSorted(),
  );
  return one?.join(' ') === other?.join(' ');
}
